using TeacherDevPlan.Api.GraphQL.Conventions;
using TeacherDevPlan.Application.Indicators;
using TeacherDevPlan.Domain.Indicators;

namespace TeacherDevPlan.Api.GraphQL.Indicators;

/// <summary>The part of the schema for indicators, their results and progress.</summary>
internal static class IndicatorSchema
{
    public static SchemaPart Of() =>
        new()
        {
            Types =
            [
                EnumType.Of<AchievementStatus>(
                    "Whether a result reaches its target.",
                    ("NOT_REPORTED", "No result yet."),
                    ("ACHIEVED", "At least the target or, if lower is better, at most the target."),
                    ("ON_TRACK", "An achievement of 80 percent or more."),
                    ("OFF_TRACK", "Less.")
                ),
                EnumType.Of<IndicatorDirection>(
                    "Whether higher or lower results are better.",
                    ("HIGHER_IS_BETTER", "The target is to be reached."),
                    ("LOWER_IS_BETTER", "The target is a ceiling.")
                ),
                EnumType.Of<ResultEntryKind>(
                    "The kind of an entry about a result.",
                    ("REPORTED", "A result was reported; it counts from then on."),
                    ("WITHDRAWN", "The counting result was withdrawn.")
                ),
                EnumType.Of<IndicatorGroup>(
                    "How indicators are grouped.",
                    ("INDICATOR", "One group per indicator."),
                    ("STATUS", "By achievement status."),
                    ("DEFINITION", "By the definition in the ministry's catalogue that they are linked to.")
                ),
                EnumType.Of<IndicatorSeriesGroup>(
                    "The groups that have a series.",
                    ("NONE", "One series for the whole country.")
                ),
                EnumType.Of<RollUp>(
                    "How the result of a group was computed.",
                    (
                        "RATIO_OF_SUMS",
                        "The sum of the numerators divided by the sum of the denominators, so large offices have more weight."
                    ),
                    (
                        "MEAN_OF_RESULTS",
                        "The unweighted mean of the results, because not all of them have numerator and denominator."
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
