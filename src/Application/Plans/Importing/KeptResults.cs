using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Indicators;
using TeacherDevPlan.Domain.Plans;
using TeacherDevPlan.Domain.Plans.Document;

namespace TeacherDevPlan.Application.Plans.Importing;

/// <summary>
/// The results and reports of a plan before a file is applied to it. They are kept, so the file must not omit what they
/// refer to, and an indicator that is linked to the ministry's catalogue keeps its unit.
/// </summary>
internal sealed class KeptResults
{
    private const string Strategies = "/strategicPlan/strategies";
    private const string Projects = "/developmentPlan/projects";

    private readonly List<(int Strategy, Indicator Indicator, IndicatorTarget Target)> targets = [];
    private readonly List<(int Strategy, Indicator Indicator, string Unit)> linked = [];
    private readonly List<(int Project, ProjectKpi Kpi)> kpis = [];
    private readonly List<Project> reported = [];

    public void Remember(StrategicPlan plan)
    {
        foreach (var strategy in plan.Strategies)
        foreach (var indicator in strategy.Indicators)
        {
            targets.AddRange(
                indicator
                    .Targets.Where(target => target.ResultEntries > 0)
                    .Select(target => (strategy.Number, indicator, target))
            );
            if (indicator.DefinitionId is not null)
                linked.Add((strategy.Number, indicator, indicator.Unit));
        }
    }

    /// <param name="withReports">The projects that have progress reports.</param>
    public void Remember(DevelopmentPlan plan, IReadOnlySet<Guid> withReports)
    {
        foreach (var project in plan.Projects)
            kpis.AddRange(project.Kpis.Where(kpi => kpi.ResultEntries > 0).Select(kpi => (project.Number, kpi)));
        reported.AddRange(plan.Projects.Where(project => withReports.Contains(project.Id)));
    }

    /// <summary>The errors of the applied file: omitted or changed objects that have results or reports.</summary>
    public IEnumerable<PlanFault> Faults(StrategicPlan strategicPlan, DevelopmentPlan plan)
    {
        var indicators = strategicPlan.Strategies.SelectMany(strategy => strategy.Indicators).ToHashSet();
        var kept = indicators.SelectMany(indicator => indicator.Targets).ToHashSet();
        var keptKpis = plan.Projects.SelectMany(project => project.Kpis).ToHashSet();
        return
        [
            .. targets
                .Where(one => !kept.Contains(one.Target))
                .Select(one => new PlanFault(
                    Strategies,
                    new LocalText(
                        $"the target for {one.Target.FiscalYear} of indicator {one.Indicator.Number} of strategy {one.Strategy} is missing, "
                            + "but it has results.",
                        $"ไม่มีค่าเป้าหมายปี {one.Target.FiscalYear} ของตัวชี้วัดที่ {one.Indicator.Number} กลยุทธ์ที่ {one.Strategy} ในไฟล์ "
                            + "แต่มีการรายงานผลแล้ว"
                    )
                )),
            .. linked
                .Where(one => indicators.Contains(one.Indicator) && !MeasureUnit.Agree(one.Indicator.Unit, one.Unit))
                .Select(one => new PlanFault(
                    Strategies,
                    new LocalText(
                        $"indicator {one.Indicator.Number} of strategy {one.Strategy} is linked to a definition in \"{one.Unit}\"; its unit "
                            + $"cannot become \"{one.Indicator.Unit}\".",
                        $"ตัวชี้วัดที่ {one.Indicator.Number} กลยุทธ์ที่ {one.Strategy} เชื่อมกับตัวชี้วัดกลางที่มีหน่วยนับ “{one.Unit}” "
                            + $"จึงเปลี่ยนหน่วยนับเป็น “{one.Indicator.Unit}” ไม่ได้"
                    )
                )),
            .. kpis.Where(one => !keptKpis.Contains(one.Kpi))
                .Select(one => new PlanFault(
                    Projects,
                    new LocalText(
                        $"success indicator {one.Kpi.Number} of project {one.Project} is missing, but it has results.",
                        $"ไม่มีตัวชี้วัดความสำเร็จที่ {one.Kpi.Number} ของโครงการที่ {one.Project} ในไฟล์ แต่มีการรายงานผลแล้ว"
                    )
                )),
            .. reported
                .Except(plan.Projects)
                .Select(project => new PlanFault(
                    Projects,
                    new LocalText(
                        $"project {project.Number} is missing, but it has progress reports.",
                        $"ไม่มีโครงการที่ {project.Number} ในไฟล์ แต่โครงการนี้มีรายงานความก้าวหน้าแล้ว"
                    )
                )),
        ];
    }
}
