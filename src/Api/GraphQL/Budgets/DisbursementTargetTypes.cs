using GraphQL;
using GraphQL.Types;
using TeacherDevPlan.Api.GraphQL.Conventions;
using TeacherDevPlan.Application.Budgets;
using TeacherDevPlan.Domain.Budgets;

namespace TeacherDevPlan.Api.GraphQL.Budgets;

internal sealed class DisbursementTargetType : NodeType<DisbursementTarget>
{
    public DisbursementTargetType()
        : base("How much of a fiscal year's budget the government wants paid by the end of a quarter.")
    {
        Value("fiscalYear", "Int!", target => target.FiscalYear, "Buddhist era.");
        Value("quarter", "FiscalQuarter!", target => target.Quarter, "By the end of which quarter.");
        Value("expenseClass", "ExpenseClass!", target => target.ExpenseClass, "Of which expenditure.");
        Value(
            "cumulativePercent",
            "Decimal!",
            target => target.CumulativePercent,
            "Of the year's budget, from its first day on, in percent."
        );
        Value("source", "String!", target => target.Source, "The resolution or circular that sets it.");
        Value("recordedAt", "DateTime!", target => target.RecordedAt, "When it was recorded.");
        Value("recordedBy", "String!", target => target.RecordedBy, "Who recorded it.");
    }
}

/// <summary>Which target a summary's row is compared with: all rows of an operation ask for them in one statement.</summary>
internal static class DisbursementTargetFields
{
    private const string Class = "expenseClass";

    public static QueryArguments Arguments() =>
        new(
            new QueryArgument(TypeNames.Parse("ExpenseClass!"))
            {
                Name = Class,
                Description = "Of which expenditure the target is.",
                DefaultValue = ExpenseClass.Overall,
            }
        );

    public static object Target(IResolveFieldContext context) => Load(context, (_, target) => target);

    /// <summary>In percentage points; below zero where less was paid than the government wants.</summary>
    public static object Distance(IResolveFieldContext context) =>
        Load(context, (row, target) => target is null ? null : (object?)(row.RateToDate - target.CumulativePercent));

    private static object Load(
        IResolveFieldContext context,
        Func<BudgetSummaryRow, DisbursementTarget?, object?> select
    )
    {
        var row = (BudgetSummaryRow)context.Source!;
        var expenseClass = context.GetArgument<ExpenseClass>(Class);
        return OperationReads
            .Of(context)
            .DisbursementTargets.Load(
                row.FiscalYear,
                targets =>
                    select(
                        row,
                        targets.FirstOrDefault(target =>
                            target.Quarter == row.TargetQuarter && target.ExpenseClass == expenseClass
                        )
                    )
            );
    }
}
