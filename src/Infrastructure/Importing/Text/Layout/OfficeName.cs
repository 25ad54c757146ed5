using System.Text;
using System.Text.RegularExpressions;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Offices;

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

    /// <summary>All full names of offices in a text, with their positions.</summary>
    public static IEnumerable<(OfficeName Name, int Start)> In(string text)
    {
        foreach (Match match in Beginning().Matches(text))
        {
            var kind = match.Groups["kind"].Value == "ประถมศึกษา" ? OfficeKind.Primary : OfficeKind.Secondary;
            var rest = text[(match.Index + match.Length)..Math.Min(text.Length, match.Index + match.Length + 120)];
            if (Provinces.AtStartOf(rest) is not { Name: var province })
                continue;
            var name = new StringBuilder(match.Value).Append(province);
            rest = rest[province.Length..];
            while (
                kind == OfficeKind.Secondary
                && rest.StartsWith(' ')
                && Provinces.AtStartOf(rest[1..]) is { Name: var another }
            )
            {
                name.Append(' ').Append(another);
                rest = rest[(another.Length + 1)..];
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
                ),
                match.Index
            );
        }
    }

    /// <summary>The office of a document: the one that it names most often.</summary>
    public static (OfficeName Name, Cell Cell)? Of(IEnumerable<Row> rows)
    {
        var found = new Dictionary<(string Code, string Name), (OfficeName Name, Cell Cell, int Count)>();
        foreach (var cell in rows.SelectMany(row => row.Cells))
        {
            if (!cell.Flat.Contains("สำนักงานเขตพื้นที่การศึกษา", StringComparison.Ordinal))
                continue;
            foreach (var (name, _) in In(cell.Flat))
            {
                var key = (name.Code, name.Name);
                found[key] = found.TryGetValue(key, out var one) ? one with { Count = one.Count + 1 } : (name, cell, 1);
            }
        }

        var code = found
            .GroupBy(one => one.Key.Code)
            .OrderByDescending(group => group.Sum(one => one.Value.Count))
            .FirstOrDefault();
        return code
            ?.OrderByDescending(one => one.Value.Count)
            .Select(one => ((OfficeName, Cell)?)(one.Value.Name, one.Value.Cell))
            .First();
    }

    [GeneratedRegex("สำนักงานเขตพื้นที่การศึกษา(?<kind>ประถมศึกษา|มัธยมศึกษา)", RegexOptions.ExplicitCapture)]
    private static partial Regex Beginning();

    [GeneratedRegex(@"^\s*เขต\s*(?<area>[0-9]{1,2})(?![0-9])", RegexOptions.ExplicitCapture)]
    private static partial Regex Area_();
}
