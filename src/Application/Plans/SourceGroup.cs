using System.Linq.Expressions;
using TeacherDevPlan.Application.Common.Models;

namespace TeacherDevPlan.Application.Plans;

/// <summary>Places in a plan's document, of rows that keep them in columns of their own.</summary>
internal static class SourceGroup
{
    public static readonly GroupType Type = new(
        "Source",
        "Where in the document that a plan was read from something is printed."
    );

    public static ModelField[] Fields<T>(
        Expression<Func<T, int>> line,
        Expression<Func<T, int?>> table,
        Expression<Func<T, int?>> row,
        Expression<Func<T, int?>> column,
        Expression<Func<T, string>> rawText
    ) =>
        [
            Field("line", line, "The line of the document it begins at, from 1.").NotNull(),
            Field("table", table, "Which of the document's tables it is in, from 1; null for running text."),
            Field("row", row, "The row of that table, from 1, its headers included."),
            Field("column", column, "The cell of that row, from 1."),
            Field("rawText", rawText, "What stands there, as it stands there.").NotNull(),
        ];

    private static ValueField Field(string name, LambdaExpression member, string description) =>
        new(name, MemberPath.Of(member), description);
}
