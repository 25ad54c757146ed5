using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Events;
using TeacherDevPlan.Domain.Offices;
using TeacherDevPlan.Domain.People;
using TeacherDevPlan.Domain.Plans;

namespace TeacherDevPlan.Domain.Committees;

/// <summary>When in the course of a project or an offering it is visited.</summary>
public enum MonitoringPhase
{
    Before,
    During,
    After,
}

/// <summary>Whether what was recommended has been done.</summary>
public enum FollowUpStatus
{
    /// <summary>Nothing was recommended.</summary>
    None,
    Open,
    Done,
}

/// <summary>What is monitored: a project or an offering.</summary>
/// <param name="FiscalYear">Its fiscal year (Buddhist era).</param>
public sealed record Monitored(Guid OfficeId, int FiscalYear, Guid? ProjectId, Guid? OfferingId);

/// <summary>What is recorded of a visit.</summary>
/// <param name="CommitteeId">Null if officers of the office made it.</param>
/// <param name="SchoolId">The school that was visited, if it was one.</param>
/// <param name="VisitedOn">A Thai day.</param>
public sealed record VisitTerms(
    MonitoringPhase Phase,
    Guid? CommitteeId,
    Guid? SchoolId,
    DateOnly VisitedOn,
    string Findings,
    string? Recommendations
);

/// <summary>A monitoring visit (การนิเทศ ติดตาม) of a project or an offering, and what was done about it.</summary>
public sealed class MonitoringVisit : Entity
{
    private MonitoringVisit() { }

    public MonitoringVisit(Monitored monitored)
    {
        (OfficeId, FiscalYear) = (monitored.OfficeId, monitored.FiscalYear);
        (ProjectId, OfferingId) = (monitored.ProjectId, monitored.OfferingId);
    }

    public Guid OfficeId { get; private init; }

    public Office Office { get; private init; } = null!;

    /// <summary>The fiscal year of what was monitored (Buddhist era).</summary>
    public int FiscalYear { get; private init; }

    /// <summary>Null if an offering was monitored, or if a later version of the plan does not have the project.</summary>
    public Guid? ProjectId { get; private init; }

    public Project? Project { get; private init; }

    public Guid? OfferingId { get; private init; }

    public Offering? Offering { get; private init; }

    public MonitoringPhase Phase { get; private set; }

    public Guid? CommitteeId { get; private set; }

    public Committee? Committee { get; private init; }

    public Guid? SchoolId { get; private set; }

    public School? School { get; private init; }

    public DateOnly VisitedOn { get; private set; }

    public string Findings { get; private set; } = "";

    public string? Recommendations { get; private set; }

    public FollowUpStatus FollowUp { get; private set; }

    /// <summary>What was done about the recommendations so far.</summary>
    public string? ActionTaken { get; private set; }

    /// <summary>The Thai day on which it was done; null until then.</summary>
    public DateOnly? DoneOn { get; private set; }

    /// <summary>Increases with each change, from 1; 0 if nothing has been saved.</summary>
    public int Version { get; private set; }

    /// <summary>Replaces what was recorded of the visit. The error, if it is refused.</summary>
    /// <param name="today">The current Thai day.</param>
    public DomainError? Save(VisitTerms terms, DateOnly today)
    {
        if (terms.VisitedOn > today)
            return CommitteeInputs.VisitedInFuture;
        if (terms.Recommendations is null && ActionTaken is not null)
            return CommitteeInputs.ActedUpon;
        // What was done was done about other recommendations.
        var doneOn = terms.Recommendations == Recommendations ? DoneOn : null;
        if (doneOn < terms.VisitedOn)
            return CommitteeInputs.VisitedAfterDone;
        DoneOn = doneOn;
        (Phase, CommitteeId, SchoolId) = (terms.Phase, terms.CommitteeId, terms.SchoolId);
        (VisitedOn, Findings, Recommendations) = (terms.VisitedOn, terms.Findings, terms.Recommendations);
        Settle();
        return null;
    }

    /// <summary>Records what was done about the recommendations, in place of what was recorded. The error, if it is refused.</summary>
    /// <param name="doneOn">The Thai day on which all was done; null if something is left to do.</param>
    public DomainError? Act(string actionTaken, DateOnly? doneOn, DateOnly today)
    {
        if (Recommendations is null)
            return CommitteeInputs.NothingRecommended;
        if (doneOn < VisitedOn || doneOn > today)
            return CommitteeInputs.DoneOutside;
        (ActionTaken, DoneOn) = (actionTaken, doneOn);
        Settle();
        return null;
    }

    private void Settle()
    {
        FollowUp =
            Recommendations is null ? FollowUpStatus.None
            : DoneOn is null ? FollowUpStatus.Open
            : FollowUpStatus.Done;
        Version++;
    }
}
