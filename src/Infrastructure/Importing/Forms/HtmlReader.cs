using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Infrastructure.Importing.Text.Layout;

namespace TeacherDevPlan.Infrastructure.Importing.Forms;

/// <summary>Turns the elements of an HTML document into paragraphs and tables.</summary>
internal sealed class HtmlReader
{
    private readonly FormRows rows = new();
    private readonly Queue<IElement> nested = [];

    public static Result<IReadOnlyList<Row>> Read(IDocument document)
    {
        var reader = new HtmlReader();
        reader.Body((INode?)document.Body ?? document);
        return reader.rows.Result;
    }

    private void Body(INode node)
    {
        var text = new HtmlText();
        foreach (var piece in text.Of(node))
        {
            if (rows.IsRefused)
                return;
            if (piece.Table is { } table)
                Table(table);
            else if (piece.IsGap)
                rows.Gap();
            else
                rows.Paragraph(piece.Text);
        }

        Tell(text);
    }

    private void Table(IElement source)
    {
        var lines = RowsOf(source).ToList();
        if (lines.TrueForAll(row => CellsOf(row).Count() <= 1))
        {
            rows.Gap();
            foreach (var cell in lines.SelectMany(CellsOf))
                Body(cell);
            rows.Gap();
            return;
        }

        if (source.Children.FirstOrDefault(child => child.LocalName == "caption") is { } caption)
            Body(caption);
        var table = new FormTable();
        foreach (var line in lines)
        {
            table.NextRow();
            foreach (var cell in CellsOf(line).OfType<IHtmlTableCellElement>())
                table.Add(CellText(cell), default, cell.ColumnSpan, Height(cell));
        }

        table.WriteTo(rows);
        while (!rows.IsRefused && nested.TryDequeue(out var inner))
            Table(inner);
    }

    /// <summary>The number of rows; 0 means all that follow.</summary>
    private static int Height(IHtmlTableCellElement cell) =>
        cell.GetAttribute("rowspan")?.Trim() == "0" ? int.MaxValue : cell.RowSpan;

    /// <summary>The paragraphs of a cell; tables in it are read after the table.</summary>
    private string CellText(IElement cell)
    {
        var text = new HtmlText();
        var lines = new List<string>();
        foreach (var piece in text.Of(cell))
        {
            if (piece.Table is { } table)
                nested.Enqueue(table);
            else if (!piece.IsGap)
                lines.Add(piece.Text);
        }

        Tell(text);
        return string.Join('\n', lines);
    }

    private void Tell(HtmlText text)
    {
        foreach (var hidden in text.Hidden)
            rows.Hidden(hidden, default);
    }

    private static IEnumerable<IElement> RowsOf(IElement table) =>
        table.Children.SelectMany(child =>
            HtmlText.IsHidden(child) ? []
            : child.LocalName is "thead" or "tbody" or "tfoot"
                ? child.Children.Where(row => row.LocalName == "tr" && !HtmlText.IsHidden(row))
            : child.LocalName == "tr" ? [child]
            : (IEnumerable<IElement>)[]
        );

    private static IEnumerable<IElement> CellsOf(IElement row) =>
        row.Children.Where(cell => cell.LocalName is "td" or "th" && !HtmlText.IsHidden(cell));
}
