using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Plans.Document;
using TeacherDevPlan.Infrastructure.Importing.Text.Layout;
using TeacherDevPlan.Infrastructure.Importing.Text.Words;

namespace TeacherDevPlan.Infrastructure.Importing.Text.TableReaders;

/// <summary>Reads a table of statistics: every printed cell with the labels of its row and its column.</summary>
internal sealed class DatasetTable
{
    private readonly SourceMap sources;
    private readonly TableHeader header;
    private readonly List<ObservationDocument> observations = [];
    private readonly Dictionary<string, Row> places = [];
    private readonly Table table;
    private readonly List<(Row Row, string[] Labels)> waiting = [];
    private string group = "";
    private bool groupClosed;

    /// <summary>Whether the table says that a number in brackets behind a count is a percentage.</summary>
    private readonly bool hasPercentages;

    private DatasetTable(Table table, TableHeader header, bool hasPercentages, SourceMap sources) =>
        (this.table, this.header, this.hasPercentages, this.sources) = (table, header, hasPercentages, sources);

    /// <summary>Null if the table's header cannot be recognised.</summary>
    public static DatasetDocument? Read(Table table, string code, string title, DateOnly? asOf, SourceMap sources)
    {
        if (TableHeader.Of(table, title) is not { } header)
            return null;
        var names = header.Columns.SelectMany(column => column.At).Append(title);
        var hasPercentages =
            names.Any(name => Terms.Occur(Concept.Percent, name))
            || CountWithPercentage.AreIn([
                .. from row in table.Rows.Skip(header.Rows)
                from column in header.Columns
                let cell = row[column.Index]
                where cell is { IsEmpty: false }
                select (
                    cell.Flat,
                    header.Labels.Any(label => IsTotal(row[label.Index]?.Flat ?? "")) || column.At.Any(IsTotal)
                ),
            ]);
        var reader = new DatasetTable(table, header, hasPercentages, sources);
        reader.UseHeader(table.Rows.Take(header.Rows));
        foreach (var row in table.Rows.Skip(header.Rows))
            reader.Take(row);
        reader.Release(reader.group);
        reader.ReportFigures();
        return reader.observations.Count == 0
            ? null
            : new DatasetDocument(
                code,
                Limits.Name(title),
                asOf,
                header.Dimensions,
                reader.observations,
                CountedPersons.In(title, header.Dimensions, reader.observations)
            );
    }

    /// <summary>Uses the cells that are names of columns or dimensions; other captions are running text.</summary>
    private void UseHeader(IEnumerable<Row> rows)
    {
        var names = header
            .Columns.SelectMany(column => column.At)
            .Concat(header.Dimensions)
            .ToLookup(name => Markup.Squeeze(ThaiNumber.ToArabicDigits(name)));
        foreach (var cell in rows.SelectMany(row => row.Cells))
        {
            if (cell.IsEmpty || cell.Index == header.Counter)
                cell.Use();
            else if (names[Markup.Squeeze(ThaiNumber.ToArabicDigits(cell.Flat))].FirstOrDefault() is { } name)
                cell.Use(name);
            else
                cell.UseAsCaption();
        }
    }

    private void Take(Row row)
    {
        var labels = header.Labels.Select(label => row[label.Index]?.Flat ?? "").ToArray();
        if (labels[0].Length == 0 && header.Counter is { } counter && row[counter] is { IsEmpty: false } spanning)
            labels[0] = spanning.Flat;
        if (labels.Length > 1 && labels[0].Trim('-', ' ').Length == 0)
        {
            if (groupClosed)
            {
                waiting.Add((row, labels));
                return;
            }

            labels[0] = group;
        }
        else
        {
            Release(labels[0]);
            group = labels[0];
            groupClosed = false;
        }

        Place(row, labels);
        groupClosed |= labels.Skip(1).Any(IsTotal);
    }

    /// <summary>Rows without a name that follow a group's sum belong to the group named after them.</summary>
    private void Release(string named)
    {
        foreach (var (row, labels) in waiting)
            Place(row, [named, .. labels.Skip(1)]);
        waiting.Clear();
    }

    private void Place(Row row, string[] labels)
    {
        var isTotal = IsTotal(labels[0]);
        for (var i = 0; i < labels.Length; i++)
        {
            if (labels[i].Length == 0)
                labels[i] = isTotal ? labels[0] : "-";
        }

        ObservationDocument? first = null;
        foreach (var column in header.Columns)
        {
            if (row[column.Index] is not { IsEmpty: false } cell)
                continue;
            string[] at = [.. labels.Select(TableHeader.Name), .. column.At];
            var count = CountWithPercentage.Of(cell.Flat, hasPercentages);
            var observation = Add(at, count?.Count ?? cell.Flat, cell);
            if (count is not null)
                Add([.. at[..^1], CountWithPercentage.Label(at[^1])], count.Percentage, cell);
            first ??= observation;
        }

        if (first is null)
            return;
        foreach (var label in header.Labels)
            row[label.Index]?.Use(first);
        if (header.Counter is { } counter && row[counter] is { } number)
            _ = Marker.IsNumber(number.Flat) ? number.Use(number.Flat) : number.Use(first);
    }

    private ObservationDocument Add(string[] at, string text, Cell cell)
    {
        var observation = new ObservationDocument(
            Free(at, cell),
            Numbers.Measure(text) ?? Numbers.Figure(text),
            Limits.Text(text),
            at.Any(IsTotal)
        ).At(sources, cell);
        observations.Add(observation);
        return observation;
    }

    /// <summary>Reports the cells that are not one number, in columns where most cells are one.</summary>
    private void ReportFigures()
    {
        foreach (var column in header.Columns)
        {
            var cells = table.Rows.Skip(header.Rows).Select(row => row[column.Index]).OfType<Cell>();
            var filled = cells.Where(cell => !cell.IsEmpty).ToLookup(IsFigure);
            if (filled[false].Count() >= filled[true].Count())
                continue;
            foreach (var cell in filled[false].Where(cell => NumberWords.OrDigitsIn(cell.Flat)))
                cell.Question(ExpectedValue.Figure);
        }
    }

    private bool IsFigure(Cell cell) =>
        Numbers.Measure(cell.Flat) is not null
        || Numbers.Figure(cell.Flat) is not null
        || CountWithPercentage.Of(cell.Flat, hasPercentages) is not null;

    /// <summary>
    /// Two cells must not have the same coordinates; the first label of the second one is made unique, and the label
    /// that is repeated is reported.
    /// </summary>
    private string[] Free(string[] at, Cell cell)
    {
        if (places.TryGetValue(string.Join('\n', at), out var first))
            LabelOf(cell, first == cell.Row).Question(ExpectedValue.Label);
        var name = at[0];
        for (var n = 2; !places.TryAdd(string.Join('\n', at), cell.Row); n++)
            at = [$"{name} ({n})", .. at.Skip(1)];
        return at;
    }

    /// <summary>The heading of a cell's column, or the label of its row; the cell itself if that is empty.</summary>
    private Cell LabelOf(Cell cell, bool ofColumn) =>
        (
            ofColumn
                ? table.Rows.Take(header.Rows).Reverse().Select(row => row[cell.Index])
                : header.Labels.Select(label => cell.Row[label.Index])
        ).FirstOrDefault(label => label is { IsEmpty: false }) ?? cell;

    private static bool IsTotal(string label) => label.StartsWith("รวม", StringComparison.Ordinal);
}
