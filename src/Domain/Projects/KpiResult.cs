using TeacherDevPlan.Domain.Indicators;

namespace TeacherDevPlan.Domain.Projects;

/// <summary>
/// An entry about the result of a project's success indicator: a number, a text, or both, like targets.
/// </summary>
public sealed class KpiResult : ResultEntry
{
    private KpiResult() { }

    public Guid KpiId { get; private init; }

    public Guid ProjectId { get; private init; }

    /// <summary>The result as text; null for a withdrawal, and if only a number was reported.</summary>
    public string? Text { get; private init; }

    public static KpiResult Report(
        ProjectKpi kpi,
        ResultStanding standing,
        Measurement? measured,
        string? text,
        string? evidence,
        string? note
    )
    {
        var result = new KpiResult
        {
            KpiId = kpi.Id,
            ProjectId = kpi.ProjectId,
            Text = text,
        };
        result.Report(standing, measured, evidence, note);
        return result;
    }

    public static KpiResult Withdraw(ProjectKpi kpi, ResultStanding standing, KpiResult counting, string reason)
    {
        var result = new KpiResult { KpiId = kpi.Id, ProjectId = kpi.ProjectId };
        result.Withdraw(standing, counting.PreviousId, reason);
        return result;
    }
}
