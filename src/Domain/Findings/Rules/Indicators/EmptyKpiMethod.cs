using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Plans.Document;

namespace TeacherDevPlan.Domain.Findings.Rules.Indicators;

public sealed class EmptyKpiMethod : FindingRule
{
    public override FindingSeverity Severity => FindingSeverity.Info;

    public override LocalText Name { get; } = new("assessment of a success indicator", "วิธีหรือเครื่องมือการประเมิน");

    public override LocalText Meaning { get; } =
        new(
            "Success indicators have no assessment method or no assessment tool; it may be printed once for several rows.",
            "ตัวชี้วัดความสำเร็จไม่มีวิธีการหรือเครื่องมือการประเมิน ซึ่งอาจพิมพ์ไว้ครั้งเดียวสำหรับหลายแถว"
        );

    public override IEnumerable<Fault> Check(PlanFile plan) =>
        from project in plan.DevelopmentPlan.Projects
        from table in Kpis.Of(project)
            .Where(kpi => kpi.Kpi.Methods.Count == 0 || kpi.Kpi.Tools.Count == 0)
            .GroupBy(kpi => kpi.Table)
        select FaultOf(plan, project, table.Key, [.. table]);

    private static Fault FaultOf(PlanFile plan, ProjectDocument project, int table, List<PlacedKpi> empty) =>
        new(
            $"{Kpis.TableKey(project, table)}/methods",
            Kpis.TableName(project),
            new LocalText(
                $"No assessment method or tool is printed for: {string.Join(", ", empty.Select(kpi => kpi.Name.English))}.",
                $"ไม่ได้ระบุวิธีการหรือเครื่องมือการประเมินของตัวชี้วัด: {string.Join(", ", empty.Select(kpi => kpi.Name.Thai))}"
            )
        )
        {
            Subject = empty.Count == 1 ? empty[0].Kpi : project,
            Source = plan.Sources.Of(empty[0].Kpi),
        };
}
