using TeacherDevPlan.Infrastructure.Importing.Text.Layout;
using TeacherDevPlan.Infrastructure.Importing.Text.Words;

namespace TeacherDevPlan.Infrastructure.Importing.Forms.Pdf;

/// <summary>Turns the letters of pages into paragraphs and rows of tables.</summary>
internal sealed class PdfText
{
    private readonly FormRows rows = new();
    private readonly List<PageLayout> pages;
    private readonly Wrapping wrapping;
    private readonly double right;

    /// <summary>The lines of the paragraph that is not finished yet.</summary>
    private readonly List<(TextLine Line, int Page)> open = [];

    private GridRow? lastRow;
    private bool atPageStart;

    private PdfText(IReadOnlyList<PdfPage> pages, CancellationToken cancellationToken)
    {
        this.pages = [];
        foreach (var page in pages)
        {
            cancellationToken.ThrowIfCancellationRequested();
            this.pages.Add(new PageLayout(page));
        }

        var running = RunningLines.Of([.. this.pages.Select(page => (page.Page, page.Lines))]);
        foreach (var page in this.pages)
        {
            foreach (var line in page.Lines.Where(running.Contains))
                rows.PageLine(line.Text, new FormPlace(page.Page.Number));
            page.Lines.RemoveAll(running.Contains);
        }

        wrapping = Wrapping.Of(
            this.pages.Select(page => page.Lines)
                .Concat(
                    this.pages.SelectMany(page => page.Grids).SelectMany(grid => grid.Cells.Select(cell => cell.Lines))
                )
        );
        var lines = this.pages.SelectMany(page => page.Lines).ToList();
        var ends = lines.Select(line => line.Right).OrderDescending().ToList();
        right =
            ends.Count == 0
                ? 0
                : Math.Max(ends[Math.Min(2, ends.Count - 1)], pages[0].Width - lines.Min(line => line.Left));
    }

    public static FormRows Of(IReadOnlyList<PdfPage> pages, CancellationToken cancellationToken)
    {
        var text = new PdfText(pages, cancellationToken);
        foreach (var page in text.pages)
        {
            cancellationToken.ThrowIfCancellationRequested();
            text.Read(page);
        }

        text.EndParagraph();
        text.EndTable();
        return text.rows;
    }

    private void Read(PageLayout page)
    {
        atPageStart = true;
        var next = 0;
        foreach (var grid in page.Grids)
        {
            var above = page.Lines.FindIndex(next, line => line.Baseline < grid.Grid.Box.Top);
            next = ReadLines(page, next, above < 0 ? page.Lines.Count : above);
            EndParagraph();
            ReadGrid(page, grid);
        }

        ReadLines(page, next, page.Lines.Count);
    }

    private int ReadLines(PageLayout page, int start, int end)
    {
        var lines = page.Lines.GetRange(start, end - start);
        for (var i = 0; i < lines.Count; i++)
        {
            EndTable();
            if (ColumnTable.At(lines, i, wrapping) is { } found)
            {
                EndParagraph();
                rows.Gap();
                foreach (var row in found.Table.Rows)
                    rows.TableRow([
                        .. row.Select((cell, column) => Cell(cell, found.Table.WidthOf(column), page.Page.Number)),
                    ]);
                rows.Gap();
                i += found.Lines - 1;
            }
            else
            {
                ReadLine(lines[i], page.Page.Number);
            }

            atPageStart = false;
        }

        return end;
    }

    private void ReadLine(TextLine line, int page)
    {
        if (open.Count > 0)
        {
            var above = open[^1].Line;
            var isNext = atPageStart || wrapping.IsNext(above, line);
            if (!isNext || !wrapping.GoesOn(above, line, right - above.End))
            {
                var isList = Marker.At(line.Text) is not null && Marker.At(open[0].Line.Text) is not null;
                EndParagraph();
                if (atPageStart ? !isList : !isNext)
                    rows.Gap();
            }
        }

        open.Add((line, page));
    }

    private void EndParagraph()
    {
        if (open.Count == 0)
            return;
        var text = "";
        for (var i = 0; i < open.Count; i++)
        {
            if (i > 0)
                text += wrapping.Between(open[i - 1].Line, open[i].Line, right - open[i - 1].Line.End);
            text += string.Join("  ", open[i].Line.Parts(ColumnTable.CellGap).Select(part => part.Text));
        }

        rows.Paragraph(text, open[0].Page, Layer(text, open.Select(one => one.Line)));
        open.Clear();
    }

    private void ReadGrid(PageLayout page, GridText grid)
    {
        var goesOn = atPageStart && lastRow is not null && lastRow.Grid.HasColumnsOf(grid);
        if (!goesOn)
            EndTable();
        for (var row = 0; row < grid.Grid.Rows; row++)
        {
            var next = new GridRow(grid, row, page.Page.Number, wrapping);
            if (row == 0 && goesOn && lastRow!.GoesOnIn(next))
            {
                lastRow.Append(next);
                continue;
            }

            Emit();
            lastRow = next;
        }

        atPageStart = false;
    }

    private void EndTable()
    {
        if (lastRow is null)
            return;
        Emit();
        lastRow = null;
        rows.Gap();
    }

    private void Emit()
    {
        if (lastRow is not null)
            rows.TableRow([.. lastRow.Cells.Select(cell => Cell(cell.Lines, cell.Width, lastRow.Page))]);
        else
            rows.Gap();
    }

    private (string, FormPlace) Cell(List<TextLine> lines, double width, int page)
    {
        var text = wrapping.Cell(lines, width);
        return (text, new FormPlace(page) { Layer = Layer(text, lines) });
    }

    /// <summary>The text as the file has it; null if nothing was put right.</summary>
    private static string? Layer(string text, IEnumerable<TextLine> lines)
    {
        var layer = string.Join('\n', lines.Select(line => line.Layer));
        return Markup.Squeeze(layer) == Markup.Squeeze(text) ? null : layer;
    }
}
