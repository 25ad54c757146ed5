using TeacherDevPlan.Application.People.Importing;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.People.Importing;
using TeacherDevPlan.Infrastructure.Importing.Forms.Sheets;

namespace TeacherDevPlan.Infrastructure.Importing.Staff;

/// <summary>The headers of a table, and what each of its columns is.</summary>
internal sealed class ColumnMap
{
    /// <summary>How many rows with something in them can stand above the headers.</summary>
    private const int MaxRowsAbove = 50;

    /// <summary>A row of headers has at least this many that are known.</summary>
    private const int FewestKnown = 2;

    /// <summary>What every row has to say.</summary>
    private static readonly StaffField[] Needed = [StaffField.Category, StaffField.Position, StaffField.From];

    private static readonly StaffField[] NameParts = [StaffField.GivenName, StaffField.Surname];

    private readonly HeaderRows headers;
    private readonly List<Column> columns;

    private ColumnMap(Grid grid, HeaderRows headers, List<Column> columns, IReadOnlyList<StaffFault> faults) =>
        (Grid, this.headers, this.columns, Faults) = (grid, headers, columns, faults);

    public Grid Grid { get; }

    public IReadOnlyList<StaffFault> Faults { get; }

    /// <summary>The number of columns whose headers are known.</summary>
    public int Known => columns.Count(column => column.Field is not null);

    public IReadOnlyList<StaffColumn> Columns =>
        [.. columns.Select(column => new StaffColumn(NameOf(column), column.Header, column.Field))];

    /// <summary>The fields that every row has to say, as far as the table has them.</summary>
    public IEnumerable<StaffField> Required => Needed.Concat(StaffFields.Names).Where(one => Of(one) is not null);

    public IEnumerable<StaffField> Fields => columns.Select(column => column.Field).OfType<StaffField>();

    /// <summary>Whether the headers go one row further down than those of another map, and as many are known.</summary>
    private bool IsBelow(ColumnMap other) =>
        Known == other.Known && headers.Count > other.headers.Count && headers.First == other.headers.First;

    /// <summary>The rows above the headers.</summary>
    public IEnumerable<GridRow> Titles => Grid.Rows.Take(headers.First);

    /// <summary>The rows below the headers.</summary>
    public IEnumerable<GridRow> Rows => Grid.Rows.Skip(headers.Last + 1);

    /// <summary>Whether a column has names of people.</summary>
    public bool HasNames => StaffFields.Names.Any(one => Of(one) is not null);

    /// <summary>The headers of the columns that are used, and that the file does not show.</summary>
    public IEnumerable<string> HiddenHeaders =>
        columns
            .Where(column =>
                column.Field is not null
                && Enumerable.Range(column.First, column.Width).All(Grid.HiddenColumns.Contains)
            )
            .Select(column => column.Header);

    /// <summary>The maps of the tables that have a row of headers.</summary>
    public static IReadOnlyList<ColumnMap> Of(IEnumerable<Grid> grids, IReadOnlyList<ColumnChoice> choices) =>
        [.. grids.Select(grid => Of(grid, choices)).OfType<ColumnMap>()];

    public string? HeaderOf(StaffField field) => Of(field)?.Header;

    /// <summary>The cell of a field. Cells below a header that covers several columns are one.</summary>
    public GridCell? Cell(GridRow row, StaffField field)
    {
        if (Of(field) is not { } column)
            return null;
        if (column.Width == 1)
            return row.Cells.GetValueOrDefault(column.First);
        var parts = Enumerable
            .Range(column.First, column.Width)
            .Select(place => row.Cells.GetValueOrDefault(place))
            .OfType<GridCell>()
            .ToList();
        return parts.Count < 2
            ? parts.FirstOrDefault()
            : new GridCell(string.Join(' ', parts.Select(part => part.Text)))
            {
                IsInexact = parts.Exists(part => part.IsInexact),
                Strike = parts.TrueForAll(part => part.Strike == parts[0].Strike) ? parts[0].Strike : Strike.Part,
            };
    }

    /// <summary>Whether a row repeats headers, as they are printed at the top of each page.</summary>
    public bool IsHeaders(GridRow row) =>
        headers.AreRepeatedBy(
            row,
            [.. columns.Where(column => column.Field is not null).Select(column => column.First)]
        );

    private Column? Of(StaffField field) => columns.Find(column => column.Field == field);

    private static ColumnMap? Of(Grid grid, IReadOnlyList<ColumnChoice> choices)
    {
        ColumnMap? best = null;
        var filled = grid.Rows.SelectMany(row => row.Cells.Keys).ToHashSet();
        // A column that is not to be used is a header all the same.
        var meanings = choices.Where(choice => choice.Field is not null).ToList();
        for (var last = 0; last < Math.Min(grid.Rows.Count, MaxRowsAbove + HeaderRows.MaxRows); last++)
        {
            var map = HeaderRows
                .EndingAt(grid, last, filled.Max())
                .Select(headers => Map(grid, headers, filled, meanings))
                .FirstOrDefault(map => map.Known >= FewestKnown);
            if (map is not null && (best is null || map.Known > best.Known || map.IsBelow(best)))
                best = map;
        }

        return best is null ? null : Map(grid, best.headers, filled, choices);
    }

    /// <param name="filled">The columns that have something in them in any row.</param>
    private static ColumnMap Map(
        Grid grid,
        HeaderRows headers,
        HashSet<int> filled,
        IReadOnlyList<ColumnChoice> choices
    )
    {
        var columns = new List<Column>();
        for (var column = 1; column <= filled.Max(); column++)
        {
            var width = headers.Width(column);
            if (Enumerable.Range(column, width).Any(filled.Contains))
                columns.Add(new Column(column, width, headers.Header(column)));
            column += width - 1;
        }

        var faults = Choose(columns, choices);
        Tell(columns);
        faults.AddRange(Twice(columns));
        faults.AddRange(Missing(columns));
        return new ColumnMap(grid, headers, columns, faults);
    }

    /// <summary>Takes columns for what somebody says, and the others for what their headers mean.</summary>
    private static List<StaffFault> Choose(List<Column> columns, IReadOnlyList<ColumnChoice> choices)
    {
        var faults = new List<StaffFault>();
        var chosen = new HashSet<Column>();
        foreach (var choice in choices)
        {
            var meant = columns
                .Where(column =>
                    CellText.Letters(column.Header) is { Length: > 0 } key
                    && key == CellText.Letters(HeaderRows.Cut(choice.Header))
                )
                .ToList();
            // Of columns with the same header, one is chosen by its letter.
            if (
                meant.Count != 1
                && columns.Find(column =>
                    string.Equals(NameOf(column), choice.Header.Trim(), StringComparison.OrdinalIgnoreCase)
                )
                    is { } one
            )
                meant = [one];
            foreach (var column in meant)
            {
                column.Field = choice.Field;
                chosen.Add(column);
            }

            if (meant.Count == 0)
                faults.Add(
                    new StaffFault(
                        null,
                        HeaderRows.Cut(choice.Header),
                        new LocalText("is no header of the file.", "ไม่มีหัวคอลัมน์นี้ในไฟล์")
                    )
                );
        }

        var taken = choices.Select(choice => choice.Field).OfType<StaffField>().ToHashSet();
        foreach (var column in columns.Where(column => !chosen.Contains(column)))
            column.Field = StaffHeaders.Of(column.Header) is { } field && !taken.Contains(field) ? field : null;
        return faults;
    }

    /// <summary>"ชื่อ" is the given name beside a surname, otherwise the whole name; "ชื่อสกุล" can be either, too.</summary>
    private static void Tell(List<Column> columns)
    {
        var surname = columns.Find(column => column.Field == StaffField.Surname);
        var given = columns.Where(column => column.Field == StaffField.GivenName).ToList();
        var whole = columns.Where(column => column.Field == StaffField.FullName).ToList();
        if (surname is null && given.Count == 1 && whole is [var one] && StaffHeaders.IsSurnameOrFullName(one.Header))
            one.Field = StaffField.Surname;
        else if (surname is null && whole.Count == 0)
            given.ForEach(column => column.Field = StaffField.FullName);
    }

    private static IEnumerable<StaffFault> Twice(List<Column> columns)
    {
        var same = columns
            .Where(column => column.Field is not null)
            .GroupBy(column => column.Field!.Value)
            .Where(group => group.Skip(1).Any())
            .Select(group => group.ToList())
            .ToList();
        var whole = columns.Where(column => column.Field is StaffField.FullName).ToList();
        var parts = columns.Where(column => column.Field is { } field && NameParts.Contains(field)).ToList();
        if (whole.Count > 0 && parts.Count > 0)
            same.Add([.. whole, .. parts]);
        foreach (var group in same)
        {
            var named = string.Join(", ", group.Select(column => $"“{column.Header}” ({NameOf(column)})"));
            yield return new StaffFault(
                null,
                null,
                new LocalText(
                    $"has several columns for one thing: {named}. Say which of them to use (columns), or remove the others.",
                    $"มีหลายคอลัมน์สำหรับข้อมูลเดียวกัน คือ {named} โปรดระบุคอลัมน์ที่ใช้ (columns) หรือลบคอลัมน์อื่น"
                )
            );
        }
    }

    private static IEnumerable<StaffFault> Missing(List<Column> columns)
    {
        var fields = columns.Select(column => column.Field).OfType<StaffField>().ToHashSet();
        foreach (var field in Needed.Where(field => !fields.Contains(field)))
            yield return Lacks(StaffHeaders.UsualOf(field));
        if (fields.Contains(StaffField.FullName) || NameParts.All(fields.Contains))
            yield break;
        yield return Lacks(
            StaffHeaders.UsualOf(
                fields.Contains(StaffField.GivenName) ? StaffField.Surname
                : fields.Contains(StaffField.Surname) ? StaffField.GivenName
                : StaffField.FullName
            )
        );
    }

    private static StaffFault Lacks((string Thai, string English) header) =>
        new(
            null,
            null,
            new LocalText(
                $"has no column “{header.Thai}” (or “{header.English}”), which is needed.",
                $"ไม่มีคอลัมน์ “{header.Thai}” (หรือ “{header.English}”) ซึ่งจำเป็นต้องมี"
            )
        );

    private static string NameOf(Column column) => CellRange.ColumnName(column.First);

    private sealed class Column(int first, int width, string header)
    {
        public int First => first;

        public int Width => width;

        public string Header => header;

        public StaffField? Field { get; set; }
    }
}
