using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Findings.Rules.Common;
using TeacherDevPlan.Domain.Plans.Document;

namespace TeacherDevPlan.Domain.Findings.Rules.Indicators;

public sealed class SharedKpiTarget : FindingRule
{
    public override FindingSeverity Severity => FindingSeverity.Info;

    public override LocalText Name { get; } =
        new("one target for several success indicators", "ค่าเป้าหมายเดียวของหลายตัวชี้วัด");

    public override LocalText Meaning { get; } =
        new(
            "A target is printed once beside several success indicators; each of them was given it.",
            "ค่าเป้าหมายพิมพ์ไว้ครั้งเดียวข้างตัวชี้วัดหลายตัว จึงใช้กับทุกตัวชี้วัด"
        );

    public override IEnumerable<Fault> Check(PlanFile plan) =>
        from project in plan.DevelopmentPlan.Projects
        from cell in Kpis.Of(project)
            .Select(kpi => (Kpi: kpi, Source: plan.Sources.Of(kpi.Kpi, "targetText")))
            .Where(one => one.Source is not null && one.Kpi.Kpi.TargetText is not null)
            .GroupBy(one => (one.Source, one.Kpi.Kpi.TargetText!), one => one.Kpi)
        where cell.Count() > Math.Max(1, Spelling.Occurrences(cell.Key.Item2, cell.Key.Source!.RawText))
        select FaultOf(cell.Key.Item2, cell.Key.Source!, [.. cell]);

    private static Fault FaultOf(string target, Source source, List<PlacedKpi> sharing) =>
        new(
            $"{sharing[0].Place}/target",
            sharing[0].Location,
            new LocalText(
                $"The target \"{target}\" is printed once for {string.Join(", ", sharing.Select(kpi => kpi.Name.English))}; each of them was given it.",
                $"ค่าเป้าหมาย “{target}” พิมพ์ไว้ครั้งเดียวสำหรับตัวชี้วัด{string.Join(", ", sharing.Select(kpi => kpi.Name.Thai))} จึงใช้กับทุกตัวชี้วัด"
            )
        )
        {
            Subject = sharing[0].Kpi,
            Stated = target,
            Source = source,
        };
}
