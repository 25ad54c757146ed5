using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Findings.Rules.Common;
using TeacherDevPlan.Domain.Plans.Document;

namespace TeacherDevPlan.Domain.Findings.Rules.Projects;

public sealed class ProjectWithoutStrategy : FindingRule
{
    public override FindingSeverity Severity => FindingSeverity.Error;

    public override LocalText Name { get; } = new("project without strategy", "โครงการไม่ระบุกลยุทธ์");

    public override LocalText Meaning { get; } =
        new(
            "A project's chapter does not say which strategy of the plan the project belongs to.",
            "บทของโครงการไม่ได้ระบุกลยุทธ์ที่โครงการสนองตอบ"
        );

    /// <summary>The number of the placeholder for a strategy or unit that is not printed.</summary>
    internal const int Unknown = 0;

    public override IEnumerable<Fault> Check(PlanFile plan) =>
        from project in plan.DevelopmentPlan.Projects
        where project.Strategy == Unknown
        select ProjectFaults.Of(
            plan,
            project,
            "strategy",
            new LocalText("strategy", "กลยุทธ์"),
            project.StrategyPrinted is { } printed
                ? new LocalText(
                    $"The project names \"{printed}\", which is not one of the plan's strategies.",
                    $"โครงการระบุ “{printed}” ซึ่งไม่ใช่กลยุทธ์เดียวในรายการกลยุทธ์ของแผน"
                )
                : new LocalText("The project names no strategy.", "โครงการไม่ได้ระบุกลยุทธ์"),
            project.StrategyPrinted
        );
}
