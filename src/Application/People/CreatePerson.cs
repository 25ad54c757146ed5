using FluentValidation;
using TeacherDevPlan.Application.Access;
using TeacherDevPlan.Application.Common;
using TeacherDevPlan.Application.Common.Commands;
using TeacherDevPlan.Application.Common.Idempotency;
using TeacherDevPlan.Domain.Access;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Offices;
using TeacherDevPlan.Domain.People;

namespace TeacherDevPlan.Application.People;

/// <summary>Adds a person to the registry of an office.</summary>
[AllowedTo(Role.DevelopmentOfficer)]
[EndsIn(typeof(NotFound))]
public sealed record CreatePerson(string OfficeCode, string? Title, string Name, string? StaffNumber)
    : IdempotentCommand;

public sealed class CreatePersonValidator : AbstractValidator<CreatePerson>
{
    public CreatePersonValidator()
    {
        RuleFor(command => command.Title).OptionalText();
        RuleFor(command => command.Name).ProperName();
        RuleFor(command => command.StaffNumber).OptionalText();
    }
}

public sealed class CreatePersonHandler(IRegistryStore store, CommandSession session)
    : CommandHandler<CreatePerson, OpenedEntry<Office>, Written>(session)
{
    protected override async Task<Result<OpenedEntry<Office>>> OpenAsync(
        CreatePerson command,
        IdempotencyKey? key,
        CancellationToken cancellationToken
    ) =>
        await store.OpenOfficeAsync(command.OfficeCode, cancellationToken) is { } office
            ? new OpenedEntry<Office>(office, office.Code)
            : new NotFound(nameof(Office), command.OfficeCode);

    protected override async Task<Result<Change<Written>>> DecideAsync(
        CreatePerson command,
        OpenedEntry<Office> opened,
        CancellationToken cancellationToken
    )
    {
        var number = RegistryRules.Plain(command.StaffNumber);
        if (number is not null && await store.IsTakenAsync(opened.Subject.Id, number, null, cancellationToken))
            return RegistryRules.StaffNumberTaken;
        var person = new Person(
            opened.Subject.Id,
            RegistryRules.Plain(command.Title) ?? "",
            RegistryRules.Plain(command.Name)!,
            number
        );
        store.Add(person);
        return new Change<Written>(new Written(person.Id), person) { After = RegistryRules.Figures(person) };
    }
}
