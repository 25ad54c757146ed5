using GraphQL.Types;
using TeacherDevPlan.Api.GraphQL.Conventions;
using TeacherDevPlan.Application.Budgets;

namespace TeacherDevPlan.Api.GraphQL.Budgets;

/// <summary>The fields of Query that sum budgets, and tell what the government aims at.</summary>
internal static class BudgetQueries
{
    public static IReadOnlyList<FieldType> All() =>
        [
            Calls.Query(
                "budgetSummary",
                "[BudgetSummaryRow!]!",
                "The money of a fiscal year by groups of projects.",
                call => new SummariseBudgets(
                    call.Argument<int>("fiscalYear"),
                    call.Argument<BudgetGroup>("groupBy"),
                    call.Argument<IReadOnlyDictionary<string, object?>>("where"),
                    call.Argument<DateTimeOffset?>("asOf"),
                    call.IsSelected(["budget", "quarters"]),
                    call.IsSelected(["disbursementTarget"]) || call.IsSelected(["targetDistance"])
                ),
                FieldArguments.FiscalYear(),
                FieldArguments.Of("groupBy", "BudgetGroup!", "What to sum by."),
                FieldArguments.Of("where", "ProjectFilterInput", "Which projects; all where it is left out."),
                FieldArguments.AsOf()
            ),
            Calls.Query(
                "disbursementTargets",
                "[DisbursementTarget!]!",
                "What the government wants paid of a fiscal year's budget, by class and quarter.",
                call => new ListDisbursementTargets(call.Argument<int>("fiscalYear")),
                FieldArguments.FiscalYear()
            ),
        ];
}
