using GraphQL.Types;
using TeacherDevPlan.Api.GraphQL.Conventions;
using TeacherDevPlan.Api.GraphQL.Sources;
using TeacherDevPlan.Application.Budgets;

namespace TeacherDevPlan.Api.GraphQL.Budgets;

/// <summary>The fields of Query for budget summaries and the government's disbursement targets.</summary>
internal static class BudgetQueries
{
    public static IReadOnlyList<FieldType> All() =>
        [
            TypeNames.Field(
                "budgetSummary",
                "[BudgetSummaryRow!]!",
                "The money of a fiscal year by groups of projects.",
                CallSource.Of(call => new SummariseBudgets(
                    call.Argument<int>("fiscalYear"),
                    call.Argument<BudgetGroup>("groupBy"),
                    call.Argument<IReadOnlyDictionary<string, object?>>("where"),
                    call.Argument<DateTimeOffset?>("asOf"),
                    call.Selected.Contains("quarters"),
                    call.Selected.Overlaps(["disbursementTarget", "targetDistance"])
                )),
                FieldArguments.FiscalYear(),
                FieldArguments.Of("groupBy", "BudgetGroup!", "The grouping."),
                FieldArguments.Of("where", "ProjectFilterInput", "Conditions on projects; by default all projects."),
                FieldArguments.AsOf()
            ),
            TypeNames.Field(
                "disbursementTargets",
                "[DisbursementTarget!]!",
                "The government's disbursement targets for a fiscal year, by class of expenditure and quarter.",
                CallSource.Of(call => new ListDisbursementTargets(call.Argument<int>("fiscalYear"))),
                FieldArguments.FiscalYear()
            ),
        ];
}
