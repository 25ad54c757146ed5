using System.Linq.Expressions;
using TeacherDevPlan.Application.Common.Models;

namespace TeacherDevPlan.Application.Plans;

/// <summary>The source of rows that have it in columns of their own.</summary>
internal static class SourceGroup
{
    public static readonly GroupType Type = new("Source", "The place in the document that a plan was read from.");

    public static ModelField[] Fields<T>(
        Expression<Func<T, int>> line,
        Expression<Func<T, int?>> table,
        Expression<Func<T, int?>> row,
        Expression<Func<T, int?>> column,
        Expression<Func<T, string>> rawText
    ) =>
        [
            Field("line", line, "First line in the document, from 1.").NotNull(),
            Field("table", table, "Number of the table in the document, from 1; null for running text."),
            Field("row", row, "Row of the table, from 1, including headers."),
            Field("column", column, "Cell of the row, from 1."),
            Field("rawText", rawText, "The original text.").NotNull(),
        ];

    private static ValueField Field(string name, LambdaExpression member, string description) =>
        new(name, MemberPath.Of(member), description);
}
