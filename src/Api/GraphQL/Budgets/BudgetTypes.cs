using GraphQL.Types;
using TeacherDevPlan.Api.GraphQL.Conventions;
using TeacherDevPlan.Application.Budgets;
using TeacherDevPlan.Domain.Budgets;
using TeacherDevPlan.Domain.Common;

namespace TeacherDevPlan.Api.GraphQL.Budgets;

internal sealed class BudgetPositionType : ObjectType<BudgetPosition>
{
    public BudgetPositionType()
        : base("BudgetPosition", "Money planned, moved, committed, spent and left, in baht.")
    {
        Value(
            "planned",
            "Decimal!",
            b => b.Balance.Planned.Total,
            "The approved spending plan, summed from the activities' quarters."
        );
        Value("transferredIn", "Decimal!", b => b.Balance.TransferredIn.Total, "Moved here from other activities.");
        Value("transferredOut", "Decimal!", b => b.Balance.TransferredOut.Total, "Moved away to other activities.");
        Value("revised", "Decimal!", b => b.Balance.Revised, "Planned + transferred in − transferred out.");
        Value("committed", "Decimal!", b => b.Balance.Committed, "Reserved, not yet disbursed.");
        Value("disbursed", "Decimal!", b => b.Balance.Disbursed.Total, "Paid, net of reversals.");
        Value(
            "available",
            "Decimal!",
            b => b.Balance.Available,
            "Revised − committed − disbursed; never negative, but for a quarter by itself in a summary."
        );
        Value(
            "disbursementRate",
            "Decimal",
            b => b.Balance.DisbursementRate,
            "Disbursed / revised × 100, two decimals; null where revised is 0."
        );
        Value(
            "quarters",
            "[QuarterBudget!]!",
            b => Enum.GetValues<FiscalQuarter>().Select(quarter => new QuarterBudget(b, quarter)),
            "Always four."
        );
    }
}

/// <summary>One quarter of a position.</summary>
internal sealed record QuarterBudget(BudgetPosition Position, FiscalQuarter Quarter);

internal sealed class QuarterBudgetType : ObjectType<QuarterBudget>
{
    public QuarterBudgetType()
        : base("QuarterBudget", "The plan and the payments of a fiscal quarter, in baht.")
    {
        Value("quarter", "FiscalQuarter!", q => q.Quarter, "Which quarter.");
        Value(
            "startsOn",
            "LocalDate!",
            q => q.Position.FirstYear.StartOf(q.Quarter),
            "Its first day; over several fiscal years, in the first of them."
        );
        Value(
            "endsOn",
            "LocalDate!",
            q => q.Position.LastYear.EndOf(q.Quarter),
            "Its last day; over several fiscal years, in the last of them."
        );
        Value("planned", "Decimal!", q => q.Position.Balance.Planned[q.Quarter], "Planned for the quarter.");
        Value(
            "disbursed",
            "Decimal!",
            q => q.Position.Balance.Disbursed[q.Quarter],
            "Paid in the quarter, net of reversals."
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
            "Names the group for a program: an office or province code, the node id of a project, strategy or unit, \"Q1\", "
                + "\"OFFICE\" (\"UNSTATED\" for projects without a funding source)."
        );
        Value("label", "String!", row => row.Label, "Names the group for a person.");
        Value("projectCount", "Int!", row => row.ProjectCount, "How many projects are in it.");
        Value("budget", "BudgetPosition!", row => row.Budget, "Their money together.");
        Value(
            "disbursementTarget",
            "DisbursementTarget",
            (row, call) => row.Goal(call.Argument<ExpenseClass>(Class))?.Id,
            "What the government wants paid by the end of the quarter that runs at the moment that is asked for (of a row of a quarter, by the "
                + "end of that; of a year that is over, of its last); null before the year begins, and where none is known.",
            Classes()
        );
        Value(
            "targetDistance",
            "Decimal",
            (row, call) => row.Distance(call.Argument<ExpenseClass>(Class)),
            "What was paid of the revised budget in percent, less the target: percentage points, below zero where less was paid than is "
                + "wanted. A row of a quarter counts what was paid from the year's first day to the quarter's end.",
            Classes()
        );
    }

    /// <summary>Which of the government's targets the row is compared with.</summary>
    private static QueryArgument Classes() =>
        new(TypeNames.Parse("ExpenseClass!"))
        {
            Name = Class,
            Description = "Of which expenditure the target is.",
            DefaultValue = ExpenseClass.Overall,
        };
}
