namespace TeacherDevPlan.Domain.Projects;

/// <summary>ลักษณะโครงการ: โครงการใหม่ or โครงการต่อเนื่อง.</summary>
public enum ProjectNature
{
    New,
    Continuing,
}

/// <summary>Where a project stands. Only approved projects and those in progress may spend.</summary>
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
    /// <summary>Whether a project is open to everybody: it was approved once. Before that it is its office's own.</summary>
    public static bool IsPublished(this ProjectStatus status) =>
        status is not (ProjectStatus.Draft or ProjectStatus.Submitted);

    /// <summary>Whether the work is approved and not called off, so that results and progress can be reported.</summary>
    public static bool IsReportedOn(this ProjectStatus status) =>
        status is ProjectStatus.Approved or ProjectStatus.InProgress or ProjectStatus.Completed;
}

/// <summary>เชิงปริมาณ or เชิงคุณภาพ.</summary>
public enum KpiKind
{
    Quantitative,
    Qualitative,
}

/// <summary>The office's own budget, or money asked for from outside (งบประมาณขอรับการสนับสนุนภายนอก).</summary>
public enum FundingKind
{
    Office,
    External,
}
