using FluentValidation;
using TeacherDevPlan.Application.Access;
using TeacherDevPlan.Application.Committees;
using TeacherDevPlan.Application.Common;
using TeacherDevPlan.Application.Common.Commands;
using TeacherDevPlan.Application.Common.Idempotency;
using TeacherDevPlan.Application.People;
using TeacherDevPlan.Domain.Access;
using TeacherDevPlan.Domain.Budgets;
using TeacherDevPlan.Domain.Careers;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Development;
using TeacherDevPlan.Domain.People;
using TeacherDevPlan.Domain.Plans;

namespace TeacherDevPlan.Application.Careers;

/// <summary>
/// Nominates a person whose record the office keeps for an award, or replaces what an undecided nomination says.
/// </summary>
/// <param name="AwardId">The nomination; null for a new one, of the person.</param>
/// <param name="ExpectedVersion">0 for a new one.</param>
[AllowedTo(Role.DevelopmentOfficer)]
[EndsIn(typeof(NotFound), typeof(NotInCharge), typeof(Conflict), typeof(InvalidState))]
public sealed record NominateForAward(
    GivenId? AwardId,
    GivenId? PersonId,
    int ExpectedVersion,
    GivenId ProgrammeId,
    AwardLevel Level,
    string? Division,
    int FiscalYear,
    DateOnly NominatedOn,
    DateOnly? DueOn,
    GivenId? ProjectId,
    string? Works
) : IdempotentCommand;

public sealed class NominateForAwardValidator : AbstractValidator<NominateForAward>
{
    public NominateForAwardValidator()
    {
        this.PersonOrKnown(command => command.PersonId, command => command.AwardId, "awardId");
        RuleFor(command => command.Division).Text(0, 500);
        RuleFor(command => command.NominatedOn).Day();
        RuleFor(command => command.DueOn).Day();
        RuleFor(command => command.FiscalYear)
            .Must((command, year) => Math.Abs(year - Domain.Common.FiscalYear.Of(command.NominatedOn).Number) <= 1)
            .Refuse(
                "must be the fiscal year of nominatedOn (Buddhist era), or the year before or after it.",
                "ต้องเป็นปีงบประมาณ (พ.ศ.) ของ nominatedOn หรือปีก่อนหน้าหรือปีถัดไป"
            );
        RuleFor(command => command.Works).Text(0, 10_000);
    }
}

public sealed class NominateForAwardHandler(
    IAwardStore awards,
    ICommitteeStore committees,
    IRegistryStore registry,
    CommandSession session
) : AwardHandler<NominateForAward>(awards, registry, session)
{
    protected override async Task<Result<OpenedEntry<Award>>> OpenAsync(
        NominateForAward command,
        IdempotencyKey? key,
        CancellationToken cancellationToken
    )
    {
        if (command.AwardId is { } known)
            return await OpenAwardAsync(known, cancellationToken);
        var id = command.PersonId!.Value;
        if (await Registry.OpenPersonAsync(id.Id, cancellationToken) is not { } person)
            return new NotFound(nameof(Person), id.Text);
        if (!Session.Caller.Is(Role.DevelopmentOfficer, person.Office.Code))
            return Session.Hidden(nameof(Person), id, person.Office.Code);
        if (person.IsErased)
            return RegistryInputs.Erased;

        await Awards.LockPersonAsync(person.Id, cancellationToken);
        return new OpenedEntry<Award>(new Award(person, command.NominatedOn), person.Office.Code);
    }

    protected override async Task<Result<Change<Written>>> DecideAsync(
        NominateForAward command,
        OpenedEntry<Award> opened,
        CancellationToken cancellationToken
    )
    {
        var award = opened.Subject;
        if (await IsOwnAsync(award, cancellationToken))
            return AwardErrors.OfNominating;
        if (command.ExpectedVersion != award.Version)
            return new Conflict(award.Version);
        List<DomainError> errors = [];
        var programme = await Awards.ProgrammeAsync(award.OfficeId, command.ProgrammeId.Id, cancellationToken);
        if (programme is null)
            errors.Add(new NotFound(nameof(AwardProgramme), command.ProgrammeId.Text));
        if (
            command.ProjectId is { } project
            && (await committees.ProjectAsync(project.Id, cancellationToken))?.Monitored.OfficeId != award.OfficeId
        )
            errors.Add(new NotFound(nameof(Project), project.Text));
        if (errors.Count > 0)
            return Result<Change<Written>>.Refused(errors);
        var division = OptionalText.Of(command.Division);
        var same = new SameAward(programme!.Id, command.Level, division, command.FiscalYear);
        if (await Awards.HasOtherAsync(award, same, cancellationToken))
            return AwardErrors.NominatedAlready;
        var (before, isNew) = (Figures(award), award.Version == 0);
        var refusal = award.Nominate(
            new AwardTerms(
                programme,
                command.Level,
                division,
                command.FiscalYear,
                command.NominatedOn,
                command.DueOn,
                command.ProjectId?.Id,
                OptionalText.Of(command.Works)
            ),
            Session.Today
        );
        if (refusal is not null)
            return refusal;
        if (isNew)
            Awards.Add(award);
        return Changed(award, before);
    }
}
