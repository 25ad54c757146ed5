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
        Expression<Func<T, string>> rawText,
        Expression<Func<T, int?>> page,
        Expression<Func<T, int?>> paragraph,
        Expression<Func<T, string?>> sheet,
        Expression<Func<T, string?>> cell
    ) =>
        [
            Field(
                    "line",
                    line,
                    "First line in the document, from 1; in other forms than text, the running number of its paragraphs and rows."
                )
                .NotNull(),
            Field("table", table, "Number of the table in the document, from 1; null for running text."),
            Field("row", row, "Row of the table, from 1, including headers."),
            Field("column", column, "Cell of the row, from 1."),
            Field("rawText", rawText, "The original text.").NotNull(),
            Field("page", page, "Printed page, from 1; null if the form of the document does not tell it."),
            Field("paragraph", paragraph, "Paragraph of the document, from 1, not counting tables; null in tables."),
            Field("sheet", sheet, "Name of the sheet; spreadsheets only."),
            Field("cell", cell, "Address of the cell in its sheet: \"B12\"; spreadsheets only."),
        ];

    private static ValueField Field(string name, LambdaExpression member, string description) =>
        new(name, MemberPath.Of(member), description);
}
