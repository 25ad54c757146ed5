using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Plans;

namespace TeacherDevPlan.Domain.Findings;

/// <summary>Something in a plan that does not agree with itself. Nothing is corrected because of it.</summary>
public sealed class Finding : Entity
{
    public Guid PlanId { get; private set; }

    public DevelopmentPlan Plan { get; private set; } = null!;

    /// <summary>SCREAMING_SNAKE: "ACTIVITY_ROW_SUM".</summary>
    public string Rule { get; private init; } = "";

    public FindingSeverity Severity { get; private init; }

    public string Message { get; private init; } = "";

    /// <summary>The type and id of what it is about; both null where it is about the plan's text.</summary>
    public string? SubjectType { get; private init; }

    public Guid? SubjectId { get; private init; }

    public string Location { get; private init; } = "";

    public string? StatedValue { get; private init; }

    public string? ComputedValue { get; private init; }

    public FindingStatus Status { get; private set; }
}

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
