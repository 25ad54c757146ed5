using FluentValidation;
using TeacherDevPlan.Application.Access;
using TeacherDevPlan.Application.Common;
using TeacherDevPlan.Application.Common.Commands;
using TeacherDevPlan.Application.Common.Idempotency;
using TeacherDevPlan.Application.People;
using TeacherDevPlan.Domain.Access;
using TeacherDevPlan.Domain.Budgets;
using TeacherDevPlan.Domain.Careers;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.People;

namespace TeacherDevPlan.Application.Careers;

/// <summary>
/// Asks for a further study of a person, or replaces what an undecided request says: by the person, or by officers of the office.
/// </summary>
/// <param name="StudyId">The request; null for a new one, of the person.</param>
/// <param name="ExpectedVersion">0 for a new one.</param>
[AllowedTo(Role.Staff, Role.DevelopmentOfficer)]
[EndsIn(typeof(NotFound), typeof(Conflict), typeof(InvalidState))]
public sealed record SaveFurtherStudy(
    GivenId? StudyId,
    GivenId? PersonId,
    int ExpectedVersion,
    StudyDegree Degree,
    string Field,
    string Institution,
    StudyLeave Leave,
    StudyFunding Funding,
    string? Scholarship,
    DateOnly From,
    DateOnly To
) : IdempotentCommand;

public sealed class SaveFurtherStudyValidator : AbstractValidator<SaveFurtherStudy>
{
    public SaveFurtherStudyValidator()
    {
        this.PersonOrKnown(command => command.PersonId, command => command.StudyId, "studyId");
        RuleFor(command => command.Field).Text(1, 500);
        RuleFor(command => command.Institution).Text(1, 500);
        RuleFor(command => command.Scholarship).Text(0, 500);
    }
}

public sealed class SaveFurtherStudyHandler(IStudyStore studies, IRegistryStore registry, CommandSession session)
    : StudyHandler<SaveFurtherStudy>(studies, registry, session)
{
    protected override async Task<Result<OpenedStudy>> OpenAsync(
        SaveFurtherStudy command,
        IdempotencyKey? key,
        CancellationToken cancellationToken
    )
    {
        var self = Session.Caller.Roles.Contains(Role.Staff)
            ? await Registry.PersonOfCallerAsync(Session.Caller.Name, cancellationToken)
            : null;
        if (command.StudyId is { } known)
            return await OpenStudyAsync(known, self, cancellationToken);
        var id = command.PersonId!.Value;
        if (await Registry.OpenPersonAsync(id.Id, cancellationToken) is not { } person)
            return new NotFound(nameof(Person), id.Text);
        var isOfficer = Session.Caller.Is(Role.DevelopmentOfficer, person.Office.Code);
        if (!isOfficer && person.Id != self)
            return Session.Hidden(nameof(Person), id, person.Office.Code);

        await Studies.LockPersonAsync(person.Id, cancellationToken);
        return new OpenedStudy(new FurtherStudy(person, Session.Today), isOfficer ? [person.Office.Code] : []);
    }

    protected override async Task<Result<Change<Written>>> DecideAsync(
        SaveFurtherStudy command,
        OpenedStudy opened,
        CancellationToken cancellationToken
    )
    {
        var study = opened.Study;
        if (command.ExpectedVersion != study.Version)
            return new Conflict(study.Version);
        var isNew = study.Version == 0;
        if (isNew && await Studies.RequestedAsync(study.PersonId, cancellationToken) >= FurtherStudy.MostRequested)
            return StudyErrors.TooManyRequests;
        var before = Figures(study);
        var refusals = study.Save(
            new StudyTerms(
                command.Degree,
                command.Field.Trim(),
                command.Institution.Trim(),
                command.Leave,
                command.Funding,
                OptionalText.Of(command.Scholarship),
                command.From,
                command.To
            ),
            await Studies.RuleAsync(command.Leave, command.Funding, command.From, cancellationToken)
        );
        if (refusals.Count > 0)
            return Result<Change<Written>>.Refused(refusals);
        if (isNew)
            Studies.Add(study);
        return Changed(study, before);
    }
}
