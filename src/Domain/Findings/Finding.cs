using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Plans;
using TeacherDevPlan.Domain.Plans.Document;

namespace TeacherDevPlan.Domain.Findings;

/// <summary>
/// A contradiction within a plan. It is identified by its rule and place, from one import to the next. The plan is not
/// corrected until somebody resolves the finding.
/// </summary>
public sealed class Finding : Entity
{
    private Finding() { }

    internal Finding(Guid planId, string rule, string place) => (PlanId, Rule, Place) = (planId, rule, place);

    public Guid PlanId { get; private set; }

    public DevelopmentPlan Plan { get; private set; } = null!;

    /// <summary>The code of the rule: "ACTIVITY_ROW_SUM".</summary>
    public string Rule { get; private init; } = "";

    /// <summary>The path that identifies the finding together with its rule: "project 4/activity 2.1/q3".</summary>
    public string Place { get; private init; } = "";

    public FindingSeverity Severity { get; private set; }

    public string MessageEn { get; private set; } = "";

    public string MessageTh { get; private set; } = "";

    public LocalText Message => new(MessageEn, MessageTh);

    /// <summary>
    /// The type and id of the object that the finding is about; both null if it is about the plan's text.
    /// </summary>
    public string? SubjectType { get; private set; }

    public Guid? SubjectId { get; private set; }

    /// <summary>The project that the finding is about, or that contains the object it is about.</summary>
    public Guid? ProjectId { get; private set; }

    /// <summary>
    /// Whether the finding has personal data, or counts of persons, that are shown only to callers who see everything of
    /// the office.
    /// </summary>
    public bool Withheld { get; private set; }

    public string LocationEn { get; private set; } = "";

    public string LocationTh { get; private set; } = "";

    public LocalText Location => new(LocationEn, LocationTh);

    public string? StatedValue { get; private set; }

    public string? ComputedValue { get; private set; }

    /// <summary>Where the stated value is printed.</summary>
    public Source? Source { get; private set; }

    public FindingStatus Status { get; private set; }

    /// <summary>Why the finding was accepted or resolved.</summary>
    public string? StatusReason { get; private set; }

    /// <summary>When the status last changed; null if the finding has been open since it was found.</summary>
    public DateTimeOffset? StatusChangedAt { get; private set; }

    public string? StatusChangedBy { get; private set; }

    /// <summary>Accepts the contradiction as it is, with a reason.</summary>
    public void Accept(string reason, StatusStamp stamp) => Become(FindingStatus.Accepted, reason, stamp);

    /// <summary>
    /// Records who resolved the finding and why, after the plan was changed so that the contradiction no longer exists.
    /// </summary>
    public void Resolve(string? reason, StatusStamp stamp) => Become(FindingStatus.Resolved, reason, stamp);

    /// <summary>
    /// Updates the finding with the current fault. Returns whether this reopened it: it was resolved, or accepted with
    /// other values.
    /// </summary>
    internal bool IsFound(FoundFault found, PlanParts parts, StatusStamp stamp)
    {
        var fault = found.Fault;
        var reopens =
            Status == FindingStatus.Resolved
            || Status == FindingStatus.Accepted && (StatedValue, ComputedValue) != (fault.Stated, fault.Computed);
        var part = fault.Subject is { } subject ? parts.Of(subject) : null;
        Severity = found.Rule.Severity;
        (MessageEn, MessageTh) = (fault.Message.English, fault.Message.Thai);
        (LocationEn, LocationTh) = (fault.Everywhere.English, fault.Everywhere.Thai);
        (StatedValue, ComputedValue, Source) = (fault.Stated, fault.Computed, fault.Source);
        (SubjectType, SubjectId) = (part?.Node.GetType().Name, part?.Node.Id);
        (ProjectId, Withheld) = (part?.ProjectId, found.Rule.IsPersonal || (part?.Withheld ?? false));
        if (reopens)
            Become(FindingStatus.Open, null, stamp);
        return reopens;
    }

    private void Become(FindingStatus status, string? reason, StatusStamp stamp) =>
        (Status, StatusReason, StatusChangedAt, StatusChangedBy) = (status, reason, stamp.At, stamp.By);
}

/// <summary>When a finding's status was changed, and by whom.</summary>
public sealed record StatusStamp(DateTimeOffset At, string By);

public enum FindingSeverity
{
    Error,
    Warning,
    Info,
}

public enum FindingStatus
{
    Open,
    Accepted,
    Resolved,
}

/// <summary>
/// One of the two sides of a contradiction: the value stated in the plan, or the value computed from other parts of it.
/// </summary>
public enum FindingSide
{
    Stated,
    Computed,
}
