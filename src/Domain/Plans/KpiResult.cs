using TeacherDevPlan.Domain.Indicators;

namespace TeacherDevPlan.Domain.Plans;

/// <summary>
/// An entry about the result of a project's success indicator: a number, a text, or both, like targets.
/// </summary>
public sealed class KpiResult : ResultEntry
{
    private KpiResult() { }

    public Guid KpiId { get; private init; }

    public Guid ProjectId { get; private init; }

    /// <summary>The result as text; null for a withdrawal, and if only a number was reported.</summary>
    public string? Text { get; private set; }

    public override string? Words => Text;

    /// <summary>A new entry about it, to be made a report or a withdrawal.</summary>
    public static KpiResult On(ProjectKpi kpi) => new() { KpiId = kpi.Id, ProjectId = kpi.ProjectId };

    public override void Report(
        ResultStanding standing,
        Measurement? measured,
        string? words,
        string? evidence,
        string? note
    )
    {
        base.Report(standing, measured, words, evidence, note);
        Text = words;
    }
}
