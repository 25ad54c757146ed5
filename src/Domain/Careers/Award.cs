using TeacherDevPlan.Domain.Committees;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Offices;
using TeacherDevPlan.Domain.People;
using TeacherDevPlan.Domain.Plans;

namespace TeacherDevPlan.Domain.Careers;

/// <summary>How far an award reaches.</summary>
public enum AwardLevel
{
    School,
    Office,
    Province,
    Region,
    National,
    International,
}

/// <summary>What became of a nomination.</summary>
public enum AwardStatus
{
    Nominated,
    Awarded,
    NotAwarded,
    Withdrawn,
}

/// <summary>What somebody is nominated for.</summary>
/// <param name="Division">The division (ประเภท) of the programme, as it is printed, if it has any.</param>
/// <param name="FiscalYear">The year of the award (Buddhist era).</param>
/// <param name="NominatedOn">The Thai day on which the work was handed in.</param>
/// <param name="DueOn">The last day for nominations; null if there is none.</param>
/// <param name="ProjectId">The project that it is for, if any.</param>
/// <param name="Works">What the person is nominated for having done; null if it is not recorded.</param>
public sealed record AwardTerms(
    AwardProgramme Programme,
    AwardLevel Level,
    string? Division,
    int FiscalYear,
    DateOnly NominatedOn,
    DateOnly? DueOn,
    Guid? ProjectId,
    string? Works
);

/// <summary>What was decided about a nomination.</summary>
/// <param name="DecidedBy">The body that decided.</param>
/// <param name="Distinction">The class or medal of the award, as it is printed: เหรียญทอง, ดีเด่น.</param>
/// <param name="CommitteeId">The office's committee that decided, if it was one.</param>
/// <param name="OrderNumber">The number of the order or announcement, if there is one.</param>
/// <param name="Note">Why; needed if it is withdrawn.</param>
public sealed record AwardDecision(
    AwardStatus Status,
    DateOnly DecidedOn,
    string? DecidedBy,
    string? Distinction,
    Guid? CommitteeId,
    string? OrderNumber,
    string? Note
)
{
    private bool IsOfBody => Status is AwardStatus.Awarded or AwardStatus.NotAwarded;

    /// <summary>The contradictions in it.</summary>
    /// <param name="today">The current Thai day.</param>
    internal IEnumerable<DomainError> Faults(DateOnly nominatedOn, DateOnly today)
    {
        if (Status == AwardStatus.Nominated)
            yield return AwardErrors.NoDecision;
        if (DecidedOn < nominatedOn || DecidedOn > today)
            yield return AwardErrors.DecidedOutside;
        if (IsOfBody != DecidedBy is not null)
            yield return AwardErrors.OnlyOfBody("decidedBy");
        if (IsOfBody && CommitteeId is null && OrderNumber is null)
            yield return AwardErrors.WithoutDocument;
        if (!IsOfBody && CommitteeId is not null)
            yield return AwardErrors.OnlyOfBody("committeeId");
        if (!IsOfBody && OrderNumber is not null)
            yield return AwardErrors.OnlyOfBody("orderNumber");
        if (Distinction is not null && Status != AwardStatus.Awarded)
            yield return AwardErrors.NothingToDistinguish;
        if (Note is null && Status == AwardStatus.Withdrawn)
            yield return AwardErrors.WithdrawnWithoutReason;
    }
}

/// <summary>
/// The nomination of a person for an award, and what was decided. It stays with the office that nominated the person, and with
/// the school and category of the time. A person is nominated once for the same award of a year, unless it is withdrawn.
/// </summary>
public sealed class Award : Entity
{
    private Award() { }

    /// <param name="day">The Thai day by which the person's school and category are told.</param>
    public Award(Person person, DateOnly day)
    {
        (PersonId, OfficeId) = (person.Id, person.OfficeId);
        (SchoolId, CategoryId) = person.PlaceOn(day);
    }

    public Guid PersonId { get; private init; }

    /// <summary>The office that nominated the person.</summary>
    public Guid OfficeId { get; private init; }

    public Office Office { get; private init; } = null!;

    /// <summary>The person's school of the time, if any.</summary>
    public Guid? SchoolId { get; private init; }

    public School? School { get; private init; }

    /// <summary>The person's category of the time, if it is known.</summary>
    public Guid? CategoryId { get; private init; }

    public StaffCategory? Category { get; private init; }

    public Guid ProgrammeId { get; private set; }

    public AwardProgramme Programme { get; private init; } = null!;

    public AwardLevel Level { get; private set; }

    public string? Division { get; private set; }

    /// <summary>Buddhist era.</summary>
    public int FiscalYear { get; private set; }

    public DateOnly NominatedOn { get; private set; }

    public DateOnly? DueOn { get; private set; }

    /// <summary>Null if it is for none, or if a later version of the plan does not have the project.</summary>
    public Guid? ProjectId { get; private set; }

    public Project? Project { get; private init; }

    public string? Works { get; private set; }

    public AwardStatus Status { get; private set; }

    public DateOnly? DecidedOn { get; private set; }

    public string? DecidedBy { get; private set; }

    public string? Distinction { get; private set; }

    public Guid? CommitteeId { get; private set; }

    public Committee? Committee { get; private init; }

    public string? OrderNumber { get; private set; }

    public string? Note { get; private set; }

    /// <summary>Increases with each change, from 1; 0 if nothing has been saved.</summary>
    public int Version { get; private set; }

    /// <summary>Whether the nomination came in time; null without a last day.</summary>
    public bool? InTime => DueOn is { } due ? NominatedOn <= due : null;

    /// <summary>Replaces what the person is nominated for. The error, if it is refused.</summary>
    /// <param name="today">The current Thai day.</param>
    public DomainError? Nominate(AwardTerms terms, DateOnly today)
    {
        if (Status != AwardStatus.Nominated)
            return AwardErrors.Decided(Status);
        if (terms.NominatedOn > today)
            return AwardErrors.NominatedInFuture;
        if (!terms.Programme.IsUsedOn(terms.NominatedOn))
            return AwardErrors.ProgrammeNotInUse;
        (ProgrammeId, Level, Division) = (terms.Programme.Id, terms.Level, terms.Division);
        (FiscalYear, NominatedOn, DueOn) = (terms.FiscalYear, terms.NominatedOn, terms.DueOn);
        (ProjectId, Works) = (terms.ProjectId, terms.Works);
        Version++;
        return null;
    }

    /// <summary>Records what was decided, in place of what was recorded. The errors, if it is refused.</summary>
    /// <param name="today">The current Thai day.</param>
    public IReadOnlyList<DomainError> Decide(AwardDecision decision, DateOnly today)
    {
        List<DomainError> errors = [.. decision.Faults(NominatedOn, today)];
        if (errors.Count > 0)
            return errors;
        (Status, DecidedOn, DecidedBy) = (decision.Status, decision.DecidedOn, decision.DecidedBy);
        (Distinction, CommitteeId, OrderNumber) = (decision.Distinction, decision.CommitteeId, decision.OrderNumber);
        Note = decision.Note;
        Version++;
        return [];
    }
}
