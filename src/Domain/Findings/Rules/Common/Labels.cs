using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Plans.Document;

namespace TeacherDevPlan.Domain.Findings.Rules.Common;

/// <summary>The names of a plan's parts in the locations of findings.</summary>
internal static class Labels
{
    public static LocalText Project(ProjectDocument project) =>
        new($"project {project.Number}", $"โครงการที่ {project.Number}");

    public static string ProjectKey(ProjectDocument project) => $"project {project.Number}";

    public static LocalText Dataset(DatasetDocument dataset) =>
        dataset.Code.StartsWith("table-", StringComparison.Ordinal)
            ? new($"table {dataset.Code[6..]}", $"ตารางที่ {dataset.Code[6..]}")
            : new(dataset.Code, $"ตาราง {dataset.Code}");

    public static LocalText Indicator(StrategyDocument strategy, IndicatorDocument indicator) =>
        new(
            $"strategy {strategy.Number}, indicator {indicator.Number}",
            $"กลยุทธ์ที่ {strategy.Number} ตัวชี้วัดที่ {indicator.Number}"
        );

    public static LocalText And(this LocalText outer, string english, string thai) =>
        new($"{outer.English}, {english}", $"{outer.Thai} {thai}");

    public static LocalText And(this LocalText outer, LocalText inner) => outer.And(inner.English, inner.Thai);
}
