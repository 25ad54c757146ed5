using TeacherDevPlan.Api.GraphQL.Conventions;
using TeacherDevPlan.Application.Indicators;
using TeacherDevPlan.Domain.Indicators;

namespace TeacherDevPlan.Api.GraphQL.Indicators;

/// <summary>What indicators, their results and progress add to the schema.</summary>
internal static class IndicatorSchema
{
    public static SchemaPart Of() =>
        new()
        {
            Types =
            [
                EnumType.Of<AchievementStatus>(
                    "How far a result reaches its target.",
                    ("NOT_REPORTED", "No result yet."),
                    ("ACHIEVED", "100 percent of the target or more; where lower is better, the target or less."),
                    ("ON_TRACK", "An achievement of 80 percent or more."),
                    ("OFF_TRACK", "Less.")
                ),
                EnumType.Of<IndicatorDirection>(
                    "Which results of an indicator are better.",
                    ("HIGHER_IS_BETTER", "The target is to be reached."),
                    ("LOWER_IS_BETTER", "The target is a ceiling.")
                ),
                EnumType.Of<ResultEntryKind>(
                    "What was recorded about a result.",
                    ("REPORTED", "A result, which counts from then on."),
                    ("WITHDRAWN", "The result that counted was taken back.")
                ),
                EnumType.Of<IndicatorGroup>(
                    "What indicators are grouped by.",
                    ("INDICATOR", "Each indicator by itself."),
                    ("STATUS", "How far they got."),
                    ("DEFINITION", "The indicator of the ministry's catalogue that they are linked to.")
                ),
                EnumType.Of<IndicatorSeriesGroup>(
                    "What there is a series for.",
                    ("NONE", "One series for the whole country.")
                ),
                EnumType.Of<RollUp>(
                    "How a group's result was made of those of its indicators.",
                    (
                        "RATIO_OF_SUMS",
                        "The sum of the numerators divided by the sum of the denominators: large offices weigh more."
                    ),
                    (
                        "MEAN_OF_RESULTS",
                        "The mean of the results, each weighing the same, since not all of them tell what they are the ratio of."
                    )
                ),
                new IndicatorSummaryRowType(),
                new IndicatorSeriesType(),
                new IndicatorPointType(),
            ],
            Queries = IndicatorQueries.All(),
            Mutations = [.. ResultMutations.All(), .. CatalogueMutations.All()],
        };
}
