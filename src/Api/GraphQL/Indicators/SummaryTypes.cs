using TeacherDevPlan.Api.GraphQL.Conventions;
using TeacherDevPlan.Application.Indicators;

namespace TeacherDevPlan.Api.GraphQL.Indicators;

internal sealed class IndicatorSummaryRowType : ObjectType<IndicatorSummaryRow>
{
    public IndicatorSummaryRowType()
        : base("IndicatorSummaryRow", "A group of indicators that have a target for the year.")
    {
        Value(
            "key",
            "String!",
            row => row.Key,
            "Names the group for a program: an office or province code, the node id of a strategy or indicator, a status, the code of a "
                + "definition (\"UNLINKED\" for indicators that are linked to none)."
        );
        Value("label", "String!", row => row.Label, "Names the group for a person.");
        Value("indicatorCount", "Int!", row => row.Figures.Count, "How many indicators have a target for the year.");
        Value("reported", "Int!", row => row.Figures.Reported, "Of those, how many have a result.");
        Value("achieved", "Int!", row => row.Figures.Achieved, "How many are ACHIEVED.");
        Value("onTrack", "Int!", row => row.Figures.OnTrack, "How many are ON_TRACK.");
        Value("offTrack", "Int!", row => row.Figures.OffTrack, "How many are OFF_TRACK.");
        Value(
            "averageAchievement",
            "Decimal",
            row => row.Figures.AverageAchievement,
            "The mean of the achievements, each weighing the same; percent, two decimals; null where there is none."
        );
        Value("numerator", "Decimal", row => row.Figures.Numerator, "Summed, where the method is RATIO_OF_SUMS.");
        Value("denominator", "Decimal", row => row.Figures.Denominator, "Summed, where the method is RATIO_OF_SUMS.");
        Value(
            "result",
            "Decimal",
            row => row.Figures.Result,
            "The group's result, two decimals; null where none is reported, or where results of different things would be mixed."
        );
        Value("method", "RollUp", row => row.Figures.Method, "How the result was made; null where there is none.");
    }
}

internal sealed class IndicatorSeriesType : ObjectType<IndicatorSeries>
{
    public IndicatorSeriesType()
        : base("IndicatorSeries", "An indicator of the ministry's catalogue over the years, in a group of offices.")
    {
        Value("key", "String!", series => series.Key, "An office or province code; \"TH\" for the country.");
        Value("label", "String!", row => row.Label, "Names the group for a person.");
        Value("points", "[IndicatorPoint!]!", series => series.Points, "One for each year that was asked for.");
    }
}

internal sealed class IndicatorPointType : ObjectType<IndicatorPoint>
{
    public IndicatorPointType()
        : base("IndicatorPoint", "A group's figures of one fiscal year.")
    {
        Value("fiscalYear", "Int!", point => point.FiscalYear, "Buddhist era.");
        Value("target", "Decimal", point => point.Figures?.Target, "The mean of the targets, two decimals.");
        Value("result", "Decimal", point => point.Figures?.Result, "Two decimals; null where none is reported.");
        Value("numerator", "Decimal", point => point.Figures?.Numerator, "Summed, where the method is RATIO_OF_SUMS.");
        Value(
            "denominator",
            "Decimal",
            point => point.Figures?.Denominator,
            "Summed, where the method is RATIO_OF_SUMS."
        );
        Value("achievement", "Decimal", point => point.Achievement, "Of the group's result, in percent of its target.");
        Value("status", "AchievementStatus!", point => point.Status, "How far the group got.");
        Value("reported", "Int!", point => point.Figures?.Reported ?? 0, "How many indicators have a result.");
        Value("indicatorCount", "Int!", point => point.Figures?.Count ?? 0, "How many indicators have a target.");
        Value("method", "RollUp", point => point.Figures?.Method, "How the result was made; null where there is none.");
    }
}
