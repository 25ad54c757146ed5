using GraphQL.Types;
using TeacherDevPlan.Api.GraphQL.Conventions;
using TeacherDevPlan.Api.GraphQL.Sources;
using TeacherDevPlan.Application.Indicators;

namespace TeacherDevPlan.Api.GraphQL.Indicators;

/// <summary>The fields of Query for summaries of indicators.</summary>
internal static class IndicatorQueries
{
    public static IReadOnlyList<FieldType> All() =>
        [
            TypeNames.Field(
                "indicatorSummary",
                "[IndicatorSummaryRow!]!",
                "The indicators that have a target for a fiscal year, by groups.",
                CallSource.Of(call => new SummariseIndicators(
                    call.Argument<int>("fiscalYear"),
                    call.Argument<IndicatorGroup>("groupBy"),
                    call.Argument<IReadOnlyDictionary<string, object?>>("where")
                )),
                FieldArguments.FiscalYear(),
                FieldArguments.Of("groupBy", "IndicatorGroup!", "The grouping."),
                FieldArguments.Of(
                    "where",
                    "IndicatorFilterInput",
                    "Conditions on indicators; by default all indicators."
                )
            ),
            TypeNames.Field(
                "indicatorSeries",
                "[IndicatorSeries!]!",
                "An indicator of the ministry's catalogue over several fiscal years, by groups of offices.",
                CallSource.Of(call => new ReadIndicatorSeries(
                    call.Argument<string>("definitionCode")!,
                    [.. call.Argument<IEnumerable<object?>>("fiscalYears")!.Cast<int>()],
                    call.Argument<IndicatorSeriesGroup>("groupBy")
                )),
                FieldArguments.Of("definitionCode", "String!", "A code from `indicatorDefinitions`."),
                FieldArguments.Of("fiscalYears", "[Int!]!", "1 to 20 years of the Buddhist era."),
                FieldArguments.Of("groupBy", "IndicatorSeriesGroup!", "The groups; there is one series per group.")
            ),
        ];
}
