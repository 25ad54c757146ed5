using System.Linq.Expressions;
using TeacherDevPlan.Application.Common.Models;
using TeacherDevPlan.Domain.Budgets;

namespace TeacherDevPlan.Application.Projects;

/// <summary>The printed rows of spending tables of projects and activities.</summary>
internal static class PrintedAmountsGroup
{
    public static readonly GroupType Type = new(
        "PrintedAmounts",
        "A row of a spending table as printed, in baht: 0 for a printed \"-\", null if nothing is printed. The total is the "
            + "printed one, which may differ from the sum."
    );

    /// <param name="prefix">The prefix of the amounts' names in the members of the source.</param>
    /// <param name="isIndexed">Whether each amount has an index.</param>
    public static ModelField[] Fields<T>(
        Expression<Func<T, PrintedAmounts>> amounts,
        string prefix,
        bool isIndexed = false
    )
    {
        var path = MemberPath.Of(amounts);
        ModelField[] fields =
        [
            .. Amount(path, prefix, "q1", nameof(PrintedAmounts.Q1), "October to December."),
            .. Amount(path, prefix, "q2", nameof(PrintedAmounts.Q2), "January to March."),
            .. Amount(path, prefix, "q3", nameof(PrintedAmounts.Q3), "April to June."),
            .. Amount(path, prefix, "q4", nameof(PrintedAmounts.Q4), "July to September."),
            .. Amount(path, prefix, "total", nameof(PrintedAmounts.Total), "The printed total."),
        ];
        foreach (var amount in isIndexed ? fields.OfType<ValueField>() : [])
            amount.Indexed();
        return fields;
    }

    private static ModelField[] Amount(MemberPath row, string prefix, string name, string member, string description) =>
        [new ValueField(name, row.Then(member), description), SourceField.Of($"{name}Source", prefix + name)];
}
