using GraphQL.Types;
using TeacherDevPlan.Api.GraphQL.Conventions;
using TeacherDevPlan.Application.Budgets;
using TeacherDevPlan.Domain.Budgets;
using TeacherDevPlan.Domain.Common;

namespace TeacherDevPlan.Api.GraphQL.Budgets;

internal sealed class BudgetPositionType : ObjectType<BudgetPosition>
{
    public BudgetPositionType()
        : base("BudgetPosition", "Planned, transferred, committed, paid and available amounts, in baht.")
    {
        Value(
            "planned",
            "Decimal!",
            b => b.Balance.Planned.Total,
            "The approved spending plan: the sum over the quarters of all activities."
        );
        Value(
            "transferredIn",
            "Decimal!",
            b => b.Balance.TransferredIn.Total,
            "Amount moved here from other activities."
        );
        Value("transferredOut", "Decimal!", b => b.Balance.TransferredOut.Total, "Amount moved to other activities.");
        Value("revised", "Decimal!", b => b.Balance.Revised, "Planned + transferred in − transferred out.");
        Value("committed", "Decimal!", b => b.Balance.Committed, "Amount reserved, not yet disbursed.");
        Value("disbursed", "Decimal!", b => b.Balance.Disbursed.Total, "Amount paid, net of reversals.");
        Value(
            "available",
            "Decimal!",
            b => b.Balance.Available,
            "Revised − committed − disbursed. Negative only possible for a single quarter in a summary."
        );
        Value(
            "disbursementRate",
            "Decimal",
            b => b.Balance.DisbursementRate,
            "Disbursed / revised × 100, two decimals; null if revised is 0."
        );
        Value(
            "quarters",
            "[QuarterBudget!]!",
            b => Enum.GetValues<FiscalQuarter>().Select(quarter => new QuarterBudget(b, quarter)),
            "The four quarters."
        );
    }
}

/// <summary>One quarter of a position.</summary>
internal sealed record QuarterBudget(BudgetPosition Position, FiscalQuarter Quarter);

internal sealed class QuarterBudgetType : ObjectType<QuarterBudget>
{
    public QuarterBudgetType()
        : base("QuarterBudget", "Planned and paid amounts of a fiscal quarter, in baht.")
    {
        Value("quarter", "FiscalQuarter!", q => q.Quarter, "The quarter.");
        Value(
            "startsOn",
            "LocalDate!",
            q => q.Position.FirstYear.StartOf(q.Quarter),
            "First day of the quarter; for several fiscal years, in the first of them."
        );
        Value(
            "endsOn",
            "LocalDate!",
            q => q.Position.LastYear.EndOf(q.Quarter),
            "Last day of the quarter; for several fiscal years, in the last of them."
        );
        Value("planned", "Decimal!", q => q.Position.Balance.Planned[q.Quarter], "Amount planned for the quarter.");
        Value(
            "disbursed",
            "Decimal!",
            q => q.Position.Balance.Disbursed[q.Quarter],
            "Amount paid in the quarter, net of reversals."
        );
    }
}

internal sealed class BudgetSummaryRowType : ObjectType<BudgetSummaryRow>
{
    private const string Class = "expenseClass";

    public BudgetSummaryRowType()
        : base("BudgetSummaryRow", "The money of a group of projects.")
    {
        Value(
            "key",
            "String!",
            row => row.Key,
            "Identifies the group for programs: an office or province code, the node id of a project, strategy or unit, \"Q1\", "
                + "\"OFFICE\" (\"UNSTATED\" for projects without a funding source)."
        );
        Value("label", "String!", row => row.Label, "Readable name of the group.");
        Value("projectCount", "Int!", row => row.ProjectCount, "Number of projects in the group.");
        Value("budget", "BudgetPosition!", row => row.Budget, "Total amounts of these projects.");
        Value(
            "disbursementTarget",
            "DisbursementTarget",
            (row, call) => row.Goal(call.Argument<ExpenseClass>(Class))?.Id,
            "The government's target for the quarter that `asOf` is in, or for the last quarter if the year is over. The row of a quarter has the target "
                + "of that quarter. Null before the year begins, and if no target is recorded.",
            Classes()
        );
        Value(
            "targetDistance",
            "Decimal",
            (row, call) => row.Distance(call.Argument<ExpenseClass>(Class)),
            "Paid percentage of the revised budget minus the target, in percentage points; negative if less was paid than the target. "
                + "The row of a quarter counts payments from the first day of the year to the end of the quarter.",
            Classes()
        );
    }

    /// <summary>The disbursement target that the row is compared with.</summary>
    private static QueryArgument Classes() =>
        new(TypeNames.Parse("ExpenseClass!"))
        {
            Name = Class,
            Description = "The class of expenditure of the target.",
            DefaultValue = ExpenseClass.Overall,
        };
}
