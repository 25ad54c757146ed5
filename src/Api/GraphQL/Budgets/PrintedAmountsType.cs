using TeacherDevPlan.Api.GraphQL.Conventions;
using TeacherDevPlan.Api.GraphQL.Plans;
using TeacherDevPlan.Domain.Budgets;

namespace TeacherDevPlan.Api.GraphQL.Budgets;

/// <summary>A printed row, with what it belongs to.</summary>
/// <param name="Owner">The id of the activity or project.</param>
/// <param name="Prefix">Goes before the names of the amounts in that one's members.</param>
internal sealed record PrintedRow(PrintedAmounts Amounts, Guid Owner, string Prefix);

internal sealed class PrintedAmountsType : ObjectType<PrintedRow>
{
    public PrintedAmountsType()
        : base(
            "PrintedAmounts",
            "A row of a spending table as printed, in baht: 0 where \"-\" is printed, null where nothing is. The total is the "
                + "printed one, which need not be the sum."
        )
    {
        Amount("q1", row => row.Q1, "October to December.");
        Amount("q2", row => row.Q2, "January to March.");
        Amount("q3", row => row.Q3, "April to June.");
        Amount("q4", row => row.Q4, "July to September.");
        Amount("total", row => row.Total, "The total as printed.");
    }

    private void Amount(string name, Func<PrintedAmounts, decimal?> get, string description)
    {
        Value(name, "Decimal", row => get(row.Amounts), description);
        Resolved(
            $"{name}Source",
            "Source",
            "Where it is printed." + SourceType.NullWhere,
            context =>
            {
                var row = (PrintedRow)context.Source!;
                return SourceType.Load(context, row.Owner, row.Prefix + name);
            }
        );
    }
}
