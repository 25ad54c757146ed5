using FluentValidation;
using TeacherDevPlan.Application.Access;
using TeacherDevPlan.Application.Common;
using TeacherDevPlan.Application.Common.Commands;
using TeacherDevPlan.Application.Common.Idempotency;
using TeacherDevPlan.Domain.Access;
using TeacherDevPlan.Domain.Budgets;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.People;

namespace TeacherDevPlan.Application.People.Corrections;

/// <summary>A person asks the office that keeps their record for a correction of it.</summary>
[AllowedTo(Role.Staff)]
[EndsIn(typeof(NotFound), typeof(InvalidState))]
public sealed record RequestCorrection(string Wish) : IdempotentCommand;

public sealed class RequestCorrectionValidator : AbstractValidator<RequestCorrection>
{
    public RequestCorrectionValidator() => RuleFor(command => command.Wish).Text(1, 2000);
}

public sealed class RequestCorrectionHandler(IRegistryStore registry, ICorrectionStore store, CommandSession session)
    : CommandHandler<RequestCorrection, OpenedEntry<Person>, Written>(session)
{
    protected override async Task<Result<OpenedEntry<Person>>> OpenAsync(
        RequestCorrection command,
        IdempotencyKey? key,
        CancellationToken cancellationToken
    ) =>
        await registry.PersonOfCallerAsync(Session.Caller.Name, cancellationToken) is { } id
        && await registry.OpenPersonAsync(id, cancellationToken) is { } person
            ? new OpenedEntry<Person>(person)
            : new NotFound(nameof(Person), "me");

    protected override async Task<Result<Change<Written>>> DecideAsync(
        RequestCorrection command,
        OpenedEntry<Person> opened,
        CancellationToken cancellationToken
    )
    {
        var person = opened.Subject;
        if (await store.OpenRequestsAsync(person.Id, cancellationToken) >= CorrectionRequest.MostOpen)
            return RegistryStates.TooManyRequests;
        var request = new CorrectionRequest(person.Id, person.OfficeId, command.Wish.Trim(), Session.Time.GetUtcNow());
        registry.Add(request);
        return new Change<Written>(new Written(request.Id), request) { After = new { request.PersonId } };
    }
}
