using TeacherDevPlan.Api.GraphQL.Conventions;
using TeacherDevPlan.Application.Budgets;
using TeacherDevPlan.Application.Common;
using TeacherDevPlan.Application.Indicators;
using TeacherDevPlan.Domain.Budgets;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Indicators;
using TeacherDevPlan.Domain.Plans;

namespace TeacherDevPlan.Api.GraphQL.Indicators;

/// <summary>The mutations for definitions of indicators and for disbursement targets.</summary>
internal static class CatalogueMutations
{
    private static readonly Member IndicatorId = new("indicatorId", "ID!", "The indicator.");

    private static readonly (Member, Func<Written, object?>) Changed = (
        new Member("indicator", "Indicator", "The indicator; null if the mutation was refused."),
        it => it.Id
    );

    public static IReadOnlyList<IMutation> All() =>
        [
            new Mutation<DefineIndicator, Written>(
                "Adds an indicator to the ministry's catalogue, or changes the one with this code. Once results have been reported on it, "
                    + "its unit and direction cannot change.",
                [
                    new Member("code", "String!", "1 to 64 Latin letters, digits, dots, hyphens or underscores."),
                    new Member("name", "String!", "Readable name; 1 to 1000 characters."),
                    new Member("unit", "String!", "Unit; 1 to 100 characters. \"ร้อยละ\" is percent."),
                    new Member(
                        "direction",
                        "IndicatorDirection!",
                        "Whether higher or lower results are better.",
                        IndicatorDirection.HigherIsBetter
                    ),
                    new Member("description", "String", "What is measured and how; at most 10000 characters."),
                ],
                [
                    (
                        new Member(
                            "definition",
                            "IndicatorDefinition",
                            "The definition; null if the mutation was refused."
                        ),
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
                "Links an office's indicator to a definition of the ministry's catalogue, or removes the link.",
                [
                    IndicatorId,
                    new Member(
                        "definitionCode",
                        "String",
                        "Code of a definition with the same unit; null removes the link."
                    ),
                ],
                [Changed],
                input => new LinkIndicator(
                    input.Id(IndicatorId.Name, nameof(Indicator)),
                    input.TextOrNull("definitionCode")
                )
            ),
            new Mutation<DescribeIndicator, Written>(
                "Sets an indicator's direction and baseline. Values that are not given stay.",
                [
                    IndicatorId,
                    new Member(
                        "direction",
                        "IndicatorDirection",
                        "Whether higher or lower results are better; only for indicators without a definition."
                    ),
                    new Member("baselineValue", "Decimal", "Baseline in the indicator's unit, at most four decimals."),
                    new Member("baselineFiscalYear", "Int", "Fiscal year of the baseline (Buddhist era)."),
                    new Member("removeBaseline", "Boolean", "Whether to remove the baseline.", false),
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
                "Records the percentage of a fiscal year's budget that is to be paid by the end of a quarter.",
                [
                    new Member("fiscalYear", "Int!", "Buddhist era."),
                    new Member("quarter", "FiscalQuarter!", "The quarter by whose end the target is to be reached."),
                    new Member("expenseClass", "ExpenseClass!", "The class of expenditure.", ExpenseClass.Overall),
                    new Member(
                        "cumulativePercent",
                        "Decimal!",
                        "0 to 100, at most two decimals; not below the target of an earlier quarter and not above that of a later one."
                    ),
                    new Member("source", "String!", "The resolution or circular that sets it; 1 to 2000 characters."),
                ],
                [
                    (
                        new Member(
                            "disbursementTarget",
                            "DisbursementTarget",
                            "The target; null if the mutation was refused."
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
