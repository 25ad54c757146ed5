using System.Text.RegularExpressions;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Infrastructure.Importing.Text.Layout;
using TeacherDevPlan.Infrastructure.Importing.Text.Words;

namespace TeacherDevPlan.Infrastructure.Importing.Text.TableReaders;

/// <summary>A column of statistics with its values of the columns' dimensions.</summary>
internal sealed record ValueColumn(int Index, IReadOnlyList<string> At);

/// <summary>
/// The header of a table of statistics, over one to three rows with merged cells: which columns label the rows, and
/// which dimensions the others have.
/// </summary>
internal sealed partial class TableHeader
{
    private const string Items = "รายการ";
    private const int MostRows = 3;

    /// <summary>The number of header rows.</summary>
    public required int Rows { get; init; }

    /// <summary>The columns that label the rows, with their names.</summary>
    public required IReadOnlyList<(int Index, string Name)> Labels { get; init; }

    /// <summary>The column that only numbers the rows.</summary>
    public int? Counter { get; init; }

    /// <summary>The names of the columns' dimensions, one or two.</summary>
    public required IReadOnlyList<string> Dimensions { get; init; }

    public required IReadOnlyList<ValueColumn> Columns { get; init; }

    /// <summary>The header of a table; null if it cannot be recognised.</summary>
    public static TableHeader? Of(Table table, string title)
    {
        var count = 1;
        while (count < Math.Min(MostRows, table.Rows.Count) && IsHeader(table.Rows[count]))
            count++;
        if (table.Rows.Count <= count)
            return null;
        var width = table.Rows.Take(count).Max(row => row.Cells.Count);
        var rows = table.Rows.Take(count).Select(row => Padded(row, width)).ToList();
        var labels = new List<(int, string)>();
        int? counter = null;
        var first = 0;
        while (
            first < width - 1
            && (
                IsLabel(rows, first, labels.Count)
                || (labels.Count == 1 && IsSecondLabel([.. table.Rows.Skip(count)], labels[0].Item1, first))
            )
        )
        {
            if (Markup.Squeeze(rows[0][first]) is "ที่" or "ลำดับ" or "ลำดับที่" && counter is null)
                counter = first;
            else
                labels.Add((first, rows[0][first].Length > 0 ? Limits.Name(rows[0][first]) : Items));
            first++;
        }

        if (labels.Count == 0)
            return null;
        var (dimensions, columns) = Spanned(rows, first, width, title);
        return new TableHeader
        {
            Rows = count,
            Labels = labels,
            Counter = counter,
            Dimensions = Distinct([.. labels.Select(label => label.Item2)], dimensions),
            Columns = columns,
        };
    }

    /// <summary>
    /// Whether a row continues the header: its first cell is empty, and it has no numbers except years.
    /// </summary>
    private static bool IsHeader(Row row) =>
        row.First.IsEmpty && row.Filled.All(cell => ThaiNumber.Parse(cell.Flat) is null || Year(cell.Flat) is not null);

    private static string[] Padded(Row row, int width) =>
        [.. Enumerable.Range(0, width).Select(index => row[index]?.Flat ?? "")];

    /// <summary>
    /// The label columns: the first one besides the counter; with several header rows, all that have nothing below
    /// their name.
    /// </summary>
    private static bool IsLabel(List<string[]> rows, int column, int found)
    {
        var squeezed = Markup.Squeeze(rows[0][column]);
        if (squeezed is "ที่" or "ลำดับ" or "ลำดับที่" && found == 0)
            return true;
        if (rows.Count == 1)
            return found == 0;
        return squeezed.Length > 0
            && !squeezed.StartsWith("รวม", StringComparison.Ordinal)
            && rows.Skip(1).All(row => row[column].Length == 0);
    }

    /// <summary>
    /// Whether a column tells the rows apart that the first label does not: it has words in rows whose first label is
    /// empty, or the same as that of another row, and no numbers.
    /// </summary>
    private static bool IsSecondLabel(List<Row> body, int label, int column)
    {
        var named = body.FindAll(row => row[column] is { IsEmpty: false });
        return named.Count > 1
            && named.TrueForAll(row => row[column]!.HasLetters && Numbers.Measure(row[column]!.Flat) is null)
            && named.Select(row => Markup.Squeeze(row[label]?.Flat ?? "")).ToList() is var labels
            && (labels.Contains("") || labels.Distinct().Count() < labels.Count);
    }

    private static (IReadOnlyList<string> Dimensions, IReadOnlyList<ValueColumn> Columns) Spanned(
        List<string[]> rows,
        int first,
        int width,
        string title
    )
    {
        if (rows.Count == 1)
            return (
                [Items],
                Enumerable.Range(first, width - first).Select(i => new ValueColumn(i, [Name(rows[0][i])])).ToList()
            );

        var groups = Filled(rows[^2], rows[^1], first, width);
        var last = rows[^1];
        var subs = Enumerable
            .Range(first, width - first)
            .ToDictionary(i => i, i => last[i].Length > 0 ? last[i] : groups[i]);
        var top = rows[0][first];
        var unique = subs.Values.Distinct().Count() == subs.Count;
        if (unique && rows.Count == 2)
        {
            var name = Dimension(top, [.. subs.Values], title);
            return ([name], subs.Select(pair => new ValueColumn(pair.Key, [Name(pair.Value)])).ToList());
        }

        var above = Dimension(rows.Count > 2 ? top : "", [.. groups.Values], title);
        var below = Dimension(top, [.. subs.Values], title);
        if (below == above)
            below = Items;
        return (
            [above, below],
            subs.Select(pair => new ValueColumn(pair.Key, [Name(groups[pair.Key]), Name(pair.Value)])).ToList()
        );
    }

    /// <summary>The value of merged cells applies to all of them.</summary>
    private static Dictionary<int, string> Filled(string[] row, string[] below, int first, int width)
    {
        var filled = new Dictionary<int, string>();
        var last = "";
        for (var i = first; i < width; i++)
        {
            if (row[i].Length > 0)
                last = row[i];
            filled[i] = row[i].Length > 0 || below[i].Length > 0 ? last : "";
        }

        return filled;
    }

    /// <summary>The name of the dimension of a header's cells: years, sexes, or the cell above them.</summary>
    private static string Dimension(string above, IReadOnlyList<string> values, string title)
    {
        var parts = values
            .Select(Markup.Squeeze)
            .Where(value => !value.StartsWith("รวม", StringComparison.Ordinal))
            .Where(value => !value.StartsWith("เปรียบเทียบ", StringComparison.Ordinal))
            .ToList();
        if (parts.Count > 0 && parts.TrueForAll(value => Year(value) is not null))
            return Array.Find(["ปีการศึกษา", "ปีงบประมาณ"], word => above.Contains(word, StringComparison.Ordinal))
                ?? Array.Find(["ปีการศึกษา", "ปีงบประมาณ"], word => title.Contains(word, StringComparison.Ordinal))
                ?? "ปี";
        if (parts.Count > 0 && parts.TrueForAll(value => value is "ชาย" or "หญิง"))
            return "เพศ";
        if (By().Match(above) is { Success: true } by)
            return Limits.Name(by.Groups["what"].Value.Trim());
        if (Bracket().Match(above) is { Success: true } bracket)
            return bracket.Groups["what"].Value.Trim();
        var slash = above.LastIndexOf('/');
        var rest = slash < 0 ? above : above[(slash + 1)..];
        return rest.Trim().Length > 0 ? Limits.Name(rest.Trim()) : Items;
    }

    /// <summary>A year of the Buddhist era with Arabic digits, or null.</summary>
    public static string? Year(string text)
    {
        var digits = ThaiNumber.ToArabicDigits(Markup.Squeeze(text));
        return YearOnly().IsMatch(digits) ? digits : null;
    }

    /// <summary>A coordinate: years with Arabic digits, everything else as printed.</summary>
    public static string Name(string text) => Year(text) ?? (text.Length > 0 ? Limits.Name(text) : "-");

    private static List<string> Distinct(IReadOnlyList<string> labels, IReadOnlyList<string> spanned)
    {
        var names = new List<string>(labels);
        foreach (var name in spanned)
            names.Add(names.Contains(name) ? $"{name} ({names.Count + 1})" : name);
        return names.Distinct().Count() == names.Count
            ? names
            : [.. names.Select((name, index) => names.IndexOf(name) == index ? name : $"{name} ({index + 1})")];
    }

    [GeneratedRegex(@"จำแนก(ตาม|ราย)\s*(?<what>[^()]{1,80})", RegexOptions.ExplicitCapture)]
    private static partial Regex By();

    [GeneratedRegex(
        @"\((?!คน\)|แห่ง\)|โรง\)|บาท\)|ร้อยละ\))(?<what>[^()0-9๐-๙]{2,40})\)",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex Bracket();

    [GeneratedRegex(@"^2[45][0-9]{2}\z")]
    private static partial Regex YearOnly();
}
