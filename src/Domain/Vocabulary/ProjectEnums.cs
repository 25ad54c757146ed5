namespace TeacherDevPlan.Domain.Vocabulary;

/// <summary>ลักษณะโครงการ: โครงการใหม่ or โครงการต่อเนื่อง.</summary>
public enum ProjectNature
{
    New,
    Continuing,
}

/// <summary>The status of a project. Only approved projects and projects in progress may spend.</summary>
public enum ProjectStatus
{
    Draft,
    Submitted,
    Approved,
    InProgress,
    Completed,
    Cancelled,
}

public static class ProjectStatuses
{
    /// <summary>
    /// Whether a project is public, because it was approved at some time. Before that, only its office sees it.
    /// </summary>
    public static bool IsPublished(this ProjectStatus status) =>
        status is not (ProjectStatus.Draft or ProjectStatus.Submitted);

    /// <summary>
    /// Whether the project is approved and not cancelled, so that results and progress can be reported.
    /// </summary>
    public static bool IsReportedOn(this ProjectStatus status) =>
        status is ProjectStatus.Approved or ProjectStatus.InProgress or ProjectStatus.Completed;
}

/// <summary>เชิงปริมาณ or เชิงคุณภาพ.</summary>
public enum KpiKind
{
    Quantitative,
    Qualitative,
}

/// <summary>The office's own budget, or money requested from outside (งบประมาณขอรับการสนับสนุนภายนอก).</summary>
public enum FundingKind
{
    Office,
    External,
}
