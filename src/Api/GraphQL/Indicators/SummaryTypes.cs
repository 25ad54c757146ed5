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
            "Identifies the group for programs: an office or province code, the node id of a strategy or indicator, a status, or the code of a "
                + "definition (\"UNLINKED\" for indicators without one)."
        );
        Value("label", "String!", row => row.Label, "Readable name of the group.");
        Value("indicatorCount", "Int!", row => row.Figures.Count, "Number of indicators with a target for the year.");
        Value("reported", "Int!", row => row.Figures.Reported, "Number of indicators with a result.");
        Value("achieved", "Int!", row => row.Figures.Achieved, "Number of indicators that are ACHIEVED.");
        Value("onTrack", "Int!", row => row.Figures.OnTrack, "Number of indicators that are ON_TRACK.");
        Value("offTrack", "Int!", row => row.Figures.OffTrack, "Number of indicators that are OFF_TRACK.");
        Value(
            "averageAchievement",
            "Decimal",
            row => row.Figures.AverageAchievement,
            "Unweighted mean of the achievements, in percent with two decimals; null if there are none."
        );
        Value(
            "numerator",
            "Decimal",
            row => row.Figures.Numerator,
            "Sum, if the method is RATIO_OF_SUMS; otherwise null."
        );
        Value(
            "denominator",
            "Decimal",
            row => row.Figures.Denominator,
            "Sum, if the method is RATIO_OF_SUMS; otherwise null."
        );
        Value(
            "result",
            "Decimal",
            row => row.Figures.Result,
            "The group's result, two decimals; null if none is reported, or if the indicators measure different things."
        );
        Value(
            "method",
            "RollUp",
            row => row.Figures.Method,
            "How the result was computed; null if there is no result."
        );
    }
}

internal sealed class IndicatorSeriesType : ObjectType<IndicatorSeries>
{
    public IndicatorSeriesType()
        : base("IndicatorSeries", "An indicator of the ministry's catalogue over the years, in a group of offices.")
    {
        Value("key", "String!", series => series.Key, "An office or province code; \"TH\" for the country.");
        Value("label", "String!", row => row.Label, "Readable name of the group.");
        Value("points", "[IndicatorPoint!]!", series => series.Points, "One point per requested year.");
    }
}

internal sealed class IndicatorPointType : ObjectType<IndicatorPoint>
{
    public IndicatorPointType()
        : base("IndicatorPoint", "A group's figures of one fiscal year.")
    {
        Value("fiscalYear", "Int!", point => point.FiscalYear, "Buddhist era.");
        Value("target", "Decimal", point => point.Figures?.Target, "Mean of the targets, two decimals.");
        Value(
            "result",
            "Decimal",
            point => point.Figures?.Result,
            "The group's result, two decimals; null if none is reported."
        );
        Value(
            "numerator",
            "Decimal",
            point => point.Figures?.Numerator,
            "Sum, if the method is RATIO_OF_SUMS; otherwise null."
        );
        Value(
            "denominator",
            "Decimal",
            point => point.Figures?.Denominator,
            "Sum, if the method is RATIO_OF_SUMS; otherwise null."
        );
        Value("achievement", "Decimal", point => point.Achievement, "The group's result in percent of its target.");
        Value("status", "AchievementStatus!", point => point.Status, "Whether the group reaches its target.");
        Value("reported", "Int!", point => point.Figures?.Reported ?? 0, "Number of indicators with a result.");
        Value("indicatorCount", "Int!", point => point.Figures?.Count ?? 0, "Number of indicators with a target.");
        Value(
            "method",
            "RollUp",
            point => point.Figures?.Method,
            "How the result was computed; null if there is no result."
        );
    }
}
