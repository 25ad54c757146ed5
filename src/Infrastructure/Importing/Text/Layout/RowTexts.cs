using System.Collections;
using TeacherDevPlan.Domain.Plans.Document;

namespace TeacherDevPlan.Infrastructure.Importing.Text.Layout;

/// <summary>The rows of a document for other readers, made when they are asked for.</summary>
internal sealed class RowTexts(IReadOnlyList<Row> rows) : IReadOnlyList<DocumentRow>
{
    public int Count => rows.Count;

    public DocumentRow this[int index]
    {
        get
        {
            var row = rows[index];
            return new DocumentRow(row.Line, row.Table?.Number, [.. row.Cells.Select(cell => cell.Text)])
            {
                Page = row.First.Place.Page,
            };
        }
    }

    public IEnumerator<DocumentRow> GetEnumerator() => Enumerable.Range(0, Count).Select(i => this[i]).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
