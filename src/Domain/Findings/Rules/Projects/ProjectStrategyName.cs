using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Findings.Rules.Common;
using TeacherDevPlan.Domain.Plans.Document;

namespace TeacherDevPlan.Domain.Findings.Rules.Projects;

public sealed class ProjectStrategyName : FindingRule
{
    public override FindingSeverity Severity => FindingSeverity.Warning;

    public override LocalText Name { get; } = new("name of a strategy", "ชื่อกลยุทธ์ไม่ตรงกัน");

    public override LocalText Meaning { get; } =
        new(
            "A strategy's name differs between a project's chapter and the list of strategies.",
            "ชื่อกลยุทธ์ที่พิมพ์ในบทของโครงการไม่ตรงกับชื่อในรายการกลยุทธ์"
        );

    public override IEnumerable<Fault> Check(PlanFile plan) =>
        from project in plan.DevelopmentPlan.Projects
        where project.StrategyPrinted is not null
        let strategy = plan.StrategicPlan.Strategies.FirstOrDefault(s => s.Number == project.Strategy)
        where strategy is not null && strategy.Number != ProjectWithoutStrategy.Unknown
        where Bare(project.StrategyPrinted!) != Bare(strategy.Name)
        select ProjectFaults.Of(
            plan,
            project,
            "strategy",
            new LocalText("strategy", "กลยุทธ์"),
            new LocalText(
                $"The project prints \"{project.StrategyPrinted}\"; strategy {strategy.Number} is \"{strategy.Name}\".",
                $"โครงการพิมพ์ชื่อกลยุทธ์ว่า “{project.StrategyPrinted}” แต่กลยุทธ์ที่ {strategy.Number} คือ “{strategy.Name}”"
            ),
            project.StrategyPrinted,
            strategy.Name
        ) with
        {
            TakeComputed = file => file.EditProject(project.Number, p => p with { StrategyPrinted = strategy.Name }),
        };

    private static string Bare(string name) =>
        Spelling.Without(Spelling.Key(name), "กลยุทธ์ที่").TrimStart([.. "0123456789:."]);
}
