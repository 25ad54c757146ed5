using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Offices;
using TeacherDevPlan.Domain.People;

namespace TeacherDevPlan.Domain.Careers;

/// <summary>What somebody studies for.</summary>
public enum StudyDegree
{
    Certificate,
    Bachelor,
    Master,
    Doctor,
}

/// <summary>How somebody is on leave for a study.</summary>
public enum StudyLeave
{
    FullTime,
    PartTime,
    OwnTime,
}

/// <summary>Who pays for a study.</summary>
public enum StudyFunding
{
    Self,
    Government,
    Other,
}

public enum StudyStatus
{
    Requested,
    Approved,
    Refused,
    Studying,
    Completed,
    Discontinued,
}

/// <summary>What is asked for.</summary>
/// <param name="Field">The field of study (สาขาวิชา).</param>
/// <param name="Scholarship">The scholarship, if it is one.</param>
/// <param name="From">The first Thai day.</param>
/// <param name="To">The last one.</param>
public sealed record StudyTerms(
    StudyDegree Degree,
    string Field,
    string Institution,
    StudyLeave Leave,
    StudyFunding Funding,
    string? Scholarship,
    DateOnly From,
    DateOnly To
)
{
    public const int MostYears = 10;

    /// <summary>The contradictions in it.</summary>
    internal IEnumerable<DomainError> Faults()
    {
        if (!RecordedDays.Include(From))
            yield return StudyErrors.OutsideYears;
        else if (!IsLastDay(From, To))
            yield return StudyErrors.LastDayOutside("to");
        if (Scholarship is not null && Funding == StudyFunding.Self)
            yield return StudyErrors.ScholarshipOfOneself;
    }

    /// <summary>Whether a study that begins on a day can last to another.</summary>
    internal static bool IsLastDay(DateOnly from, DateOnly to) =>
        // Back from the last day, because the years after a leap day end with 28 February.
        to >= from
        && to.AddYears(-MostYears) < from;
}

/// <summary>
/// A further study of a person (การศึกษาต่อ), from the request to the end, and how long the person serves for it. It stays with
/// the office that kept the record then, and with the school and category of the time.
/// </summary>
public sealed class FurtherStudy : Entity
{
    /// <summary>How many requests of one person may be undecided.</summary>
    public const int MostRequested = 10;

    private readonly List<StudyExtension> extensions = [];

    private FurtherStudy() { }

    /// <param name="today">The current Thai day.</param>
    public FurtherStudy(Person person, DateOnly today)
    {
        (PersonId, OfficeId, RequestedOn) = (person.Id, person.OfficeId, today);
        (SchoolId, CategoryId) = person.PlaceOn(today);
    }

    public Guid PersonId { get; private init; }

    /// <summary>The office that kept the person's record then; it decides.</summary>
    public Guid OfficeId { get; private init; }

    public Office Office { get; private init; } = null!;

    /// <summary>The person's school of the time, if any.</summary>
    public Guid? SchoolId { get; private init; }

    public School? School { get; private init; }

    /// <summary>The person's category of the time, if it is known.</summary>
    public Guid? CategoryId { get; private init; }

    public StaffCategory? Category { get; private init; }

    /// <summary>The Thai day on which it was first asked for.</summary>
    public DateOnly RequestedOn { get; private init; }

    public StudyDegree Degree { get; private set; }

    public string Field { get; private set; } = "";

    public string Institution { get; private set; } = "";

    public StudyLeave Leave { get; private set; }

    public StudyFunding Funding { get; private set; }

    public string? Scholarship { get; private set; }

    /// <summary>The first Thai day.</summary>
    public DateOnly StartsOn { get; private set; }

    /// <summary>The last day that is approved, or asked for.</summary>
    public DateOnly EndsOn { get; private set; }

    public StudyStatus Status { get; private set; }

    /// <summary>The number of the order that approved it; null until then.</summary>
    public string? OrderNumber { get; private set; }

    /// <summary>The last day of the study; null until it is over.</summary>
    public DateOnly? EndedOn { get; private set; }

    /// <summary>Why it was refused or discontinued.</summary>
    public string? Note { get; private set; }

    /// <summary>The rule of the first day by which the person serves; null if there is none.</summary>
    public Guid? BondRuleId { get; private set; }

    public BondRule? BondRule { get; private init; }

    /// <summary>How many days the person serves after it; null without a rule.</summary>
    public int? BondDays { get; private set; }

    /// <summary>The last day of that service.</summary>
    public DateOnly? BondUntil { get; private set; }

    /// <summary>Increases with each change, from 1; 0 if nothing has been saved.</summary>
    public int Version { get; private set; }

    public IReadOnlyList<StudyExtension> Extensions => extensions;

    private DateOnly LastDay => EndedOn ?? EndsOn;

    /// <summary>Whether the person serves for it on a day.</summary>
    public bool IsBoundOn(DateOnly day) => EndedOn < day && day <= BondUntil;

    /// <summary>Replaces what is asked for. The errors, if it is refused.</summary>
    /// <param name="rule">The rule of the first day for this leave and funding; null if there is none.</param>
    public IReadOnlyList<DomainError> Save(StudyTerms terms, BondRule? rule)
    {
        if (Status != StudyStatus.Requested)
            return [StudyErrors.Decided(Status)];
        List<DomainError> faults = [.. terms.Faults()];
        if (faults.Count > 0)
            return faults;
        (Degree, Field, Institution) = (terms.Degree, terms.Field, terms.Institution);
        (Leave, Funding, Scholarship) = (terms.Leave, terms.Funding, terms.Scholarship);
        (StartsOn, EndsOn) = (terms.From, terms.To);
        Settle(rule?.Id, rule?.Factor);
        return [];
    }

    /// <summary>Why it cannot be moved to its next status like this.</summary>
    /// <param name="today">The current Thai day.</param>
    public IEnumerable<DomainError> Refusals(StudyMove move, DateOnly today)
    {
        if (!StudySteps.From(Status).Contains(move.Step))
        {
            yield return StudyErrors.NotPossible(Status, move.Step);
            yield break;
        }

        foreach (var fault in move.Faults())
            yield return fault;
        if (move.Step == StudyStep.Start && StartsOn > today)
            yield return StudyErrors.NotBegun(StartsOn);
        if (move is { Step: StudyStep.Extend, LastDay: { } until })
        {
            if (until <= EndsOn || !StudyTerms.IsLastDay(StartsOn, until))
                yield return StudyErrors.NoExtension;
        }
        else if (move.LastDay is { } last && (last < StartsOn || last > EndsOn || last > today))
            yield return StudyErrors.EndedOutside;
    }

    /// <summary>Moves it to its next status. The errors, if it is refused.</summary>
    /// <param name="rule">The rule of the first day for its leave and funding; null if there is none.</param>
    /// <param name="today">The current Thai day.</param>
    public IReadOnlyList<DomainError> Move(StudyMove move, BondRule? rule, DateOnly today)
    {
        List<DomainError> refusals = [.. Refusals(move, today)];
        if (refusals.Count > 0)
            return refusals;
        switch (move.Step)
        {
            case StudyStep.Approve:
                (Status, OrderNumber) = (StudyStatus.Approved, move.OrderNumber);
                break;
            case StudyStep.Refuse:
                (Status, Note) = (StudyStatus.Refused, move.Note);
                break;
            case StudyStep.Start:
                Status = StudyStatus.Studying;
                break;
            case StudyStep.Extend:
                extensions.Add(
                    new StudyExtension(Id, extensions.Count + 1, EndsOn, move.LastDay!.Value, move.OrderNumber!, today)
                );
                EndsOn = move.LastDay.Value;
                break;
            default:
                Status = move.Step == StudyStep.Complete ? StudyStatus.Completed : StudyStatus.Discontinued;
                (EndedOn, Note) = (move.LastDay, move.Note);
                break;
        }

        Settle(rule?.Id, rule?.Factor);
        return [];
    }

    /// <summary>Computes the service again: it ends with the study, and a refused study has none.</summary>
    private void Settle(Guid? rule, decimal? factor)
    {
        (BondRuleId, BondDays, BondUntil) = (null, null, null);
        if (Status != StudyStatus.Refused && factor is { } times)
        {
            BondRuleId = rule;
            (BondDays, BondUntil) = BondRule.Of(times, StartsOn, LastDay);
        }

        Version++;
    }
}

/// <summary>An extension of a study.</summary>
public sealed class StudyExtension : Entity
{
    private StudyExtension() { }

    internal StudyExtension(
        Guid studyId,
        int number,
        DateOnly before,
        DateOnly until,
        string orderNumber,
        DateOnly extendedOn
    )
    {
        (StudyId, Number, OrderNumber) = (studyId, number, orderNumber);
        (EndsBefore, EndsOn, ExtendedOn) = (before, until, extendedOn);
    }

    public Guid StudyId { get; private init; }

    /// <summary>From 1.</summary>
    public int Number { get; private init; }

    /// <summary>The last day before.</summary>
    public DateOnly EndsBefore { get; private init; }

    /// <summary>The new last day.</summary>
    public DateOnly EndsOn { get; private init; }

    public string OrderNumber { get; private init; } = "";

    /// <summary>The Thai day on which it was recorded.</summary>
    public DateOnly ExtendedOn { get; private init; }
}
