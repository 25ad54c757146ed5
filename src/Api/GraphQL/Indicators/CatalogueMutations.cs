using TeacherDevPlan.Api.GraphQL.Conventions;
using TeacherDevPlan.Application.Budgets;
using TeacherDevPlan.Application.Common.Commands;
using TeacherDevPlan.Application.Indicators;
using TeacherDevPlan.Domain.Budgets;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Indicators;

namespace TeacherDevPlan.Api.GraphQL.Indicators;

/// <summary>The mutations that say what indicators are, and what the government aims at.</summary>
internal static class CatalogueMutations
{
    private static readonly Member IndicatorId = new("indicatorId", "ID!", "Which indicator.");

    private static readonly (Member, Func<Written, object?>) Changed = (
        new Member("indicator", "Indicator", "The indicator; null where it was refused."),
        it => it.Id
    );

    public static IReadOnlyList<IMutation> All() =>
        [
            new Mutation<DefineIndicator, Written>(
                "Puts an indicator into the ministry's catalogue, or changes the one with this code. Once results are reported on it, "
                    + "its unit and direction stay.",
                [
                    new Member("code", "String!", "1 to 64 Latin letters, digits, dots, hyphens or underscores."),
                    new Member("name", "String!", "1 to 1000 characters."),
                    new Member("unit", "String!", "1 to 100 characters; \"ร้อยละ\" is percent."),
                    new Member(
                        "direction",
                        "IndicatorDirection!",
                        "Which results are better.",
                        IndicatorDirection.HigherIsBetter
                    ),
                    new Member("description", "String", "What is measured, and how; at most 10000 characters."),
                ],
                [
                    (
                        new Member("definition", "IndicatorDefinition", "The definition; null where it was refused."),
                        it => it.Id
                    ),
                ],
                input => new DefineIndicator(
                    input.Text("code"),
                    input.Text("name"),
                    input.Text("unit"),
                    input.Value<IndicatorDirection>("direction"),
                    input.TextOrNull("description")
                )
            ),
            new Mutation<LinkIndicator, Written>(
                "Says which indicator of the ministry's catalogue an office's indicator is, or that it is none of them.",
                [IndicatorId, new Member("definitionCode", "String", "Of the same unit; null unlinks it.")],
                [Changed],
                input => new LinkIndicator(
                    input.Id(IndicatorId.Name, nameof(Indicator)),
                    input.TextOrNull("definitionCode")
                )
            ),
            new Mutation<DescribeIndicator, Written>(
                "Says which results of an indicator are better, and where it stood before. What is left out stays as it is.",
                [
                    IndicatorId,
                    new Member("direction", "IndicatorDirection", "Of an indicator that is linked to no definition."),
                    new Member("baselineValue", "Decimal", "In the indicator's unit, at most four decimals."),
                    new Member("baselineFiscalYear", "Int", "Of which year the baseline is (Buddhist era)."),
                    new Member("removeBaseline", "Boolean", "Whether no baseline is to be known.", false),
                ],
                [Changed],
                input => new DescribeIndicator(
                    input.Id(IndicatorId.Name, nameof(Indicator)),
                    input.ValueOrNull<IndicatorDirection>("direction"),
                    input.ValueOrNull<decimal>("baselineValue"),
                    input.ValueOrNull<int>("baselineFiscalYear"),
                    input.ValueOrNull<bool>("removeBaseline") is true
                )
            ),
            new Mutation<SetDisbursementTarget, Written>(
                "Records how much of a fiscal year's budget the government wants paid by the end of a quarter.",
                [
                    new Member("fiscalYear", "Int!", "Buddhist era."),
                    new Member("quarter", "FiscalQuarter!", "By the end of which quarter."),
                    new Member("expenseClass", "ExpenseClass!", "Of which expenditure.", ExpenseClass.Overall),
                    new Member(
                        "cumulativePercent",
                        "Decimal!",
                        "0 to 100, at most two decimals; not below an earlier quarter's, not above a later one's."
                    ),
                    new Member("source", "String!", "The resolution or circular that sets it; 1 to 2000 characters."),
                ],
                [
                    (
                        new Member(
                            "disbursementTarget",
                            "DisbursementTarget",
                            "The target; null where it was refused."
                        ),
                        it => it.Id
                    ),
                ],
                input => new SetDisbursementTarget(
                    input.Value<int>("fiscalYear"),
                    input.Value<FiscalQuarter>("quarter"),
                    input.Value<ExpenseClass>("expenseClass"),
                    input.Value<decimal>("cumulativePercent"),
                    input.Text("source")
                )
            ),
        ];
}
