using System.Text;
using System.Text.RegularExpressions;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Offices;
using TeacherDevPlan.Domain.Vocabulary;
using TeacherDevPlan.Infrastructure.Importing.Text.Words;

namespace TeacherDevPlan.Infrastructure.Importing.Text.Layout;

/// <summary>
/// An office's full name and what follows from it: "สำนักงานเขตพื้นที่การศึกษาประถมศึกษาหนองคาย เขต ๒".
/// </summary>
/// <param name="Area">The number of the area; 1 if none is printed.</param>
/// <param name="Name">The name as printed.</param>
internal sealed partial record OfficeName(OfficeKind Kind, string Province, int Area, string Name)
{
    /// <summary>"TH-43-P2".</summary>
    public string Code => $"{Provinces.Named(Province)!.Code}-{(Kind == OfficeKind.Primary ? 'P' : 'S')}{Area}";

    /// <summary>Whether the number of the area is printed.</summary>
    public bool HasArea { get; private init; }

    /// <summary>All full names of offices in a text, with their positions, in any spacing.</summary>
    public static IEnumerable<(OfficeName Name, int Start, int End)> In(string text)
    {
        foreach (Match match in Beginning().Matches(text))
        {
            var kind = match.Groups["kind"].Value.StartsWith("ประถม", StringComparison.Ordinal)
                ? OfficeKind.Primary
                : OfficeKind.Secondary;
            var rest = text[(match.Index + match.Length)..Math.Min(text.Length, match.Index + match.Length + 120)];
            if (Provinces.AtStartOf(rest) is not { Name: var province })
                continue;
            var name = new StringBuilder(Markup.Squeeze(match.Value)).Append(province);
            var end = match.Index + match.Length + province.Length;
            rest = rest[province.Length..];
            while (
                kind == OfficeKind.Secondary
                && rest.StartsWith(' ')
                && Provinces.AtStartOf(rest[1..]) is { Name: var another }
            )
            {
                name.Append(' ').Append(another);
                rest = rest[(another.Length + 1)..];
                end += another.Length + 1;
            }

            var area = Area_().Match(ThaiNumber.ToArabicDigits(rest));
            if (area.Success)
                name.Append(rest[..area.Length]);
            yield return (
                new OfficeName(
                    kind,
                    province,
                    area.Success ? int.Parse(area.Groups["area"].Value, null) : 1,
                    name.ToString()
                )
                {
                    HasArea = area.Success,
                },
                match.Index,
                end + area.Length
            );
        }
    }

    /// <summary>
    /// The office of a document: the one that it names most often. A name without an area is that of the area printed
    /// most often with the same province. A name may continue in the next line.
    /// </summary>
    public static (OfficeName Name, Cell Cell)? Of(IReadOnlyList<Row> rows)
    {
        var found = new List<(OfficeName Name, Cell Cell, Cell? Below)>();
        for (var i = 0; i < rows.Count; i++)
        {
            foreach (var cell in rows[i].Cells.Where(cell => Beginning().IsMatch(cell.Flat) || EndsInName(cell)))
                found.AddRange(In(cell, i + 1 < rows.Count ? rows[i + 1] : null));
        }

        if (found.Count == 0)
            found.AddRange(InShort(rows));
        if (found.Count == 0)
            return null;
        var (name, printed, _) = found
            .GroupBy(one => (one.Name.Kind, one.Name.Province))
            .MaxBy(group => group.Count())!
            .GroupBy(one => one.Name.HasArea ? one.Name.Area : 0)
            .OrderByDescending(group => group.Key > 0)
            .ThenByDescending(group => group.Count())
            .First()
            .GroupBy(one => one.Name.Name)
            .MaxBy(group => group.Count())!
            .First();
        foreach (var (other, first, second) in found.Where(one => one.Below is not null && one.Name.Code == name.Code))
        {
            first.Use(other.Name);
            second!.Use(other.Name);
        }

        return (name, printed);
    }

    /// <summary>The names that begin in a cell, with the next line if a name is all that the two lines have.</summary>
    private static IEnumerable<(OfficeName Name, Cell Cell, Cell? Below)> In(Cell cell, Row? next)
    {
        var length = cell.Flat.Length;
        var below = next is { Table: null, First: { } first } && cell.Row.Table is null ? first : null;
        var text = below is null ? cell.Flat : $"{cell.Flat} {below.Flat}";
        foreach (var (name, start, end) in In(text).Where(one => one.Start < length))
            yield return (name, cell, start == 0 && end == text.Length ? below : null);
    }

    /// <summary>Names in short with their area: "สพป.น่าน เขต ๑".</summary>
    private static IEnumerable<(OfficeName Name, Cell Cell, Cell? Below)> InShort(IReadOnlyList<Row> rows)
    {
        foreach (var cell in rows.SelectMany(row => row.Cells))
        foreach (Match match in Short().Matches(cell.Flat))
        {
            var kind = match.Groups["kind"].Value == "ป" ? "ประถมศึกษา" : "มัธยมศึกษา";
            var full = $"สำนักงานเขตพื้นที่การศึกษา{kind}{cell.Flat[(match.Index + match.Length)..]}";
            foreach (var (name, start, _) in In(full))
            {
                if (start == 0 && (name.HasArea || name.Kind == OfficeKind.Secondary))
                    yield return (name, cell, null);
            }
        }
    }

    private static bool EndsInName(Cell cell) => Unfinished().IsMatch(cell.Flat);

    [GeneratedRegex(
        @"สำนักงาน\s?เขต\s?พื้นที่\s?การ\s?ศึกษา\s?(?<kind>(ประถม|มัธยม)\s?ศึกษา)\s?",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex Beginning();

    [GeneratedRegex(@"สำนักงาน\s?เขต\s?(พื้นที่\s?)?(การ\s?ศึกษา\s?)?(ประถม|มัธยม)?\z")]
    private static partial Regex Unfinished();

    [GeneratedRegex(@"สพ(?<kind>[ปม])\s?\.?\s?", RegexOptions.ExplicitCapture)]
    private static partial Regex Short();

    [GeneratedRegex(@"^\s*เขต\s*(?<area>[0-9]{1,2})(?![0-9])", RegexOptions.ExplicitCapture)]
    private static partial Regex Area_();
}
