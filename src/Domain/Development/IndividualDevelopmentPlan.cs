using TeacherDevPlan.Domain.Budgets;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Offices;
using TeacherDevPlan.Domain.People;

namespace TeacherDevPlan.Domain.Development;

/// <summary>Where a person works when something is written: at an office, and at a school of it.</summary>
public sealed record Workplace(Guid OfficeId, Guid? SchoolId);

/// <summary>
/// The development plan of one person for a fiscal year (แผนพัฒนาตนเองรายบุคคล, ID PLAN). What is approved is never
/// overwritten: a change is another revision, which is submitted and approved in turn.
/// </summary>
public sealed class IndividualDevelopmentPlan : Entity, IOfFiscalYear
{
    private readonly List<IndividualPlanRevision> revisions = [];

    private IndividualDevelopmentPlan() { }

    public IndividualDevelopmentPlan(Guid personId, int fiscalYear) => (PersonId, FiscalYear) = (personId, fiscalYear);

    public Guid PersonId { get; private init; }

    public Person Person { get; private init; } = null!;

    /// <summary>Buddhist era.</summary>
    public int FiscalYear { get; private init; }

    /// <summary>The office of the time when the latest revision was written.</summary>
    public Guid OfficeId { get; private set; }

    public Office Office { get; private init; } = null!;

    /// <summary>The school of that time, if any.</summary>
    public Guid? SchoolId { get; private set; }

    public School? School { get; private init; }

    /// <summary>The status of the latest revision.</summary>
    public IndividualPlanStatus Status { get; private set; }

    /// <summary>Increases with each change, from 1; 0 if nothing has been saved.</summary>
    public int Version { get; private set; }

    /// <summary>The latest revision.</summary>
    public Guid LatestId { get; private set; }

    public DateTimeOffset? ClosedAt { get; private set; }

    public IReadOnlyList<IndividualPlanRevision> Revisions => revisions;

    /// <summary>The latest revision.</summary>
    public IndividualPlanRevision Latest => revisions.Single(revision => revision.Id == LatestId);

    /// <summary>
    /// Replaces the whole content of the plan: of the latest revision, or of a new one if that is approved. Gives the
    /// revision.
    /// </summary>
    public Result<IndividualPlanRevision> Save(Workplace place, PlanContent content, DateTimeOffset now)
    {
        if (Refusal(PlanStep.Save) is { } refusal)
            return refusal;
        var errors = content.Faults(new FiscalYear(FiscalYear)).ToList();
        if (errors.Count > 0)
            return Result<IndividualPlanRevision>.Refused(errors);
        if (Version == 0 || Status == IndividualPlanStatus.Approved)
        {
            var revision = new IndividualPlanRevision(this, revisions.Count + 1);
            revisions.Add(revision);
            (LatestId, Status) = (revision.Id, IndividualPlanStatus.Draft);
        }

        (OfficeId, SchoolId) = (place.OfficeId, place.SchoolId);
        Latest.Replace(OfficeId, content, now);
        Version++;
        return Latest;
    }

    /// <summary>Hands it to the supervisor. Null unless it is refused.</summary>
    /// <param name="place">Where the person works now.</param>
    public DomainError? Submit(Workplace place, DateTimeOffset now)
    {
        if (Refusal(PlanStep.Submit) is { } refusal)
            return refusal;
        if (place.OfficeId != OfficeId)
            return PlanStates.MovedSince;
        if (Latest.Items.Count == 0)
            return PlanInputs.Empty;
        Latest.Submit(now);
        Become(IndividualPlanStatus.Submitted);
        return null;
    }

    /// <summary>
    /// Approves the latest revision, which is in force at its office from then on. Null unless it is refused.
    /// </summary>
    /// <param name="place">Where the person works now.</param>
    /// <param name="by">The person who approves it.</param>
    public DomainError? Approve(Workplace place, Guid by, DateTimeOffset now)
    {
        if (Refusal(PlanStep.Approve) is { } refusal)
            return refusal;
        if (place.OfficeId != OfficeId)
            return PlanStates.MovedSince;
        foreach (var revision in revisions.Where(revision => revision.OfficeId == OfficeId))
            revision.Replaced();
        Latest.Approve(by, now);
        Become(IndividualPlanStatus.Approved);
        return null;
    }

    /// <summary>Gives it back to the person, with a reason. Null unless it is refused.</summary>
    public DomainError? Return(string reason, DateTimeOffset now)
    {
        if (Refusal(PlanStep.Return) is { } refusal)
            return refusal;
        Latest.Return(reason, now);
        Become(IndividualPlanStatus.Returned);
        return null;
    }

    /// <summary>Ends the work on it. Null unless it is refused.</summary>
    public DomainError? Close(DateTimeOffset now)
    {
        if (Refusal(PlanStep.Close) is { } refusal)
            return refusal;
        ClosedAt = now;
        Become(IndividualPlanStatus.Closed);
        return null;
    }

    private void Become(IndividualPlanStatus status)
    {
        Status = status;
        Version++;
    }

    private InvalidState? Refusal(PlanStep step) =>
        (Version == 0 ? step == PlanStep.Save : PlanSteps.From(Status).Contains(step))
            ? null
            : PlanStates.NotPossible(Status, step);
}

public enum IndividualPlanStatus
{
    Draft,
    Submitted,
    Returned,
    Approved,
    Closed,
}

/// <summary>What can be done with a plan.</summary>
public enum PlanStep
{
    Save,
    Submit,
    Approve,
    Return,
    Close,
}

/// <summary>Which steps are possible in which status.</summary>
public static class PlanSteps
{
    public static IReadOnlyList<PlanStep> From(IndividualPlanStatus status) =>
        status switch
        {
            IndividualPlanStatus.Draft or IndividualPlanStatus.Returned => [PlanStep.Save, PlanStep.Submit],
            IndividualPlanStatus.Submitted => [PlanStep.Approve, PlanStep.Return],
            IndividualPlanStatus.Approved => [PlanStep.Save, PlanStep.Close],
            _ => [],
        };
}
