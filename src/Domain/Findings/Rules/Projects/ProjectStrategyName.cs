using System.Globalization;
using System.Text.RegularExpressions;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Findings.Rules.Common;
using TeacherDevPlan.Domain.Plans.Document;

namespace TeacherDevPlan.Domain.Findings.Rules.Projects;

/// <summary>A number between those of the strategies is missing there, which is another finding.</summary>
public sealed partial class ProjectStrategyName : FindingRule
{
    public override FindingSeverity Severity => FindingSeverity.Warning;

    public override LocalText Name { get; } = new("name of a strategy", "ชื่อกลยุทธ์ไม่ตรงกัน");

    public override LocalText Meaning { get; } =
        new(
            "A strategy's name or number differs between a project's chapter and the list of strategies.",
            "ชื่อหรือลำดับกลยุทธ์ที่พิมพ์ในบทของโครงการไม่ตรงกับรายการกลยุทธ์"
        );

    public override IEnumerable<Fault> Check(PlanFile plan) =>
        from project in plan.DevelopmentPlan.Projects
        where project.StrategyPrinted is not null
        let strategy = plan.StrategicPlan.Strategies.FirstOrDefault(s => s.Number == project.Strategy)
        where strategy is not null && strategy.Number != ProjectWithoutStrategy.Unknown
        where
            Bare(project.StrategyPrinted!) != Bare(strategy.Name)
            || NumberIn(project.StrategyPrinted!) is { } number
                && number > plan.StrategicPlan.Strategies.Max(s => s.Number)
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

    /// <summary>The number printed in front of a strategy's name, or null.</summary>
    private static int? NumberIn(string printed) =>
        Number().Match(ThaiNumber.ToArabicDigits(printed)) is { Success: true } match
            ? int.Parse(match.Groups["number"].Value, CultureInfo.InvariantCulture)
            : null;

    [GeneratedRegex(@"^\s*(กลยุทธ์|ยุทธศาสตร์)(ที่)?\s*(?<number>[0-9]{1,3})(?![0-9])", RegexOptions.ExplicitCapture)]
    private static partial Regex Number();

    private static string Bare(string name) =>
        Spelling.Without(Spelling.Key(name), "กลยุทธ์ที่").TrimStart([.. "0123456789:."]);
}
