using TeacherDevPlan.Domain.Indicators;

namespace TeacherDevPlan.Domain.Findings.Rules.Indicators;

/// <summary>Recognises units and targets in percent.</summary>
internal static class Percentages
{
    public const string Unit = MeasureUnit.Percent;

    public static bool IsUnit(string? unit) => MeasureUnit.IsPercent(unit);
}
