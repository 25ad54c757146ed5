using System.Globalization;
using System.Text.RegularExpressions;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Infrastructure.Importing.Text.Layout;
using TeacherDevPlan.Infrastructure.Importing.Text.Words;

namespace TeacherDevPlan.Infrastructure.Importing.Text;

/// <summary>The plan's title and the fiscal year it names.</summary>
internal sealed partial record PlanTitle(int FiscalYear, Passage Text)
{
    private const int TitleRows = 60;

    private const int MostLines = 3;

    /// <summary>The years that two digits stand for: 2550 to 2599.</summary>
    private const int Century = 2500;

    /// <summary>The number of projects whose periods are stronger than the year in the title.</summary>
    private const int FewestPeriods = 2;

    /// <summary>
    /// The title with its fiscal year; if the periods of its projects are all in one other year, with that year. Null if
    /// the document names no fiscal year at all.
    /// </summary>
    public static PlanTitle? Of(IReadOnlyList<Row> rows) =>
        Printed(rows) is not { } title ? null
        : YearOfPeriods(rows, title.FiscalYear) is { } year ? title with { FiscalYear = year }
        : title;

    /// <summary>The one fiscal year that all periods of projects are in that can be read; null if there is none.</summary>
    private static int? YearOfPeriods(IReadOnlyList<Row> rows, int titleYear)
    {
        var periods = new List<string>();
        for (var i = 0; i < rows.Count; i++)
        {
            if (ProjectHeadings.Known(rows[i].First.Flat) is { Section: ProjectSection.Period } heading)
                periods.Add(heading.Rest.Length > 0 || i + 1 == rows.Count ? heading.Rest : rows[i + 1].First.Flat);
        }

        var years = periods.Select(period => YearOfPeriod(period, titleYear)).OfType<int>().ToList();
        return years.Count >= FewestPeriods && years.TrueForAll(year => year == years[0]) ? years[0] : null;
    }

    private static int? YearOfPeriod(string period, int titleYear) =>
        ThaiPeriod.Of(period, titleYear) is var (start, end)
        && Domain.Common.FiscalYear.Of(start) is var year
        && year == Domain.Common.FiscalYear.Of(end)
            ? year.Number
            : null;

    /// <summary>
    /// The first line that begins with "แผน" and names a fiscal year, possibly in the next line; otherwise the year that
    /// the document names most often.
    /// </summary>
    private static PlanTitle? Printed(IReadOnlyList<Row> rows)
    {
        for (var i = 0; i < Math.Min(TitleRows, rows.Count); i++)
        {
            var cell = rows[i].First;
            if (rows[i].Table is not null || !cell.Flat.StartsWith("แผน", StringComparison.Ordinal))
                continue;
            if ((YearIn(cell.Flat) ?? BareYearIn(cell.Flat)) is { } year)
                return new PlanTitle(year, new Passage(cell.Flat, cell));
            if (Continued([.. rows.Skip(i).Take(MostLines).TakeWhile(row => row.Table is null)]) is { } title)
                return title;
        }

        return Mentioned(rows);
    }

    /// <summary>
    /// A title with its year in the next line; or with the word for it in one line, and the year in the next.
    /// </summary>
    private static PlanTitle? Continued(List<Row> lines)
    {
        for (var i = 1; i < lines.Count; i++)
        {
            var (before, line) = (lines[i - 1].First.Flat, lines[i].First.Flat);
            if (((i == 1 ? YearIn(line) ?? BareYearIn(line) : null) ?? YearAcross(before, line)) is not { } year)
                continue;
            var title = new Passage(lines[0].First.Flat, lines[0].First);
            foreach (var more in lines.Skip(1).Take(i))
                title.Append(more.First.Flat, more.First);
            return new PlanTitle(year, title);
        }

        return null;
    }

    private static int? YearAcross(string line, string next) =>
        YearIn(next) is null && YearIn(line) is null ? YearIn($"{line} {next}") : null;

    /// <summary>If there is no title: the fiscal year that occurs most often.</summary>
    private static PlanTitle? Mentioned(IReadOnlyList<Row> rows)
    {
        var most = rows.SelectMany(row => row.Cells)
            .Select(cell => (Cell: cell, Year: YearIn(cell.Flat)))
            .Where(one => one.Year is not null)
            .GroupBy(one => one.Year!.Value)
            .OrderByDescending(group => group.Count())
            .FirstOrDefault();
        return most is null
            ? null
            : new PlanTitle(
                most.Key,
                new Passage($"แผนพัฒนาครูและบุคลากรทางการศึกษา ปีงบประมาณ พ.ศ. {most.Key}", most.First().Cell)
            );
    }

    /// <summary>The fiscal year in the Buddhist era.</summary>
    private static int? YearIn(string text)
    {
        var match = Year().Match(ThaiNumber.ToArabicDigits(text));
        if (!match.Success)
            return null;
        var year = int.Parse(
            match.Groups["year"].Value.Replace(" ", "", StringComparison.Ordinal),
            CultureInfo.InvariantCulture
        );
        return year switch
        {
            < 100 => Century + year,
            < Century => year + Domain.Common.FiscalYear.BuddhistEraOffset,
            _ => year,
        };
    }

    /// <summary>The year at the end of a title without the word for a fiscal year: "แผนพัฒนาครู ประจำปี ๒๕๖๗".</summary>
    private static int? BareYearIn(string title) =>
        BareYear().Match(ThaiNumber.ToArabicDigits(title)) is { Success: true } match
            ? int.Parse(match.Groups["year"].Value, CultureInfo.InvariantCulture)
            : null;

    [GeneratedRegex(
        @"(?<=^|\s|ประจำ)ปี\s*(พ\s*\.?\s*ศ\s*\.?)?\s*(?<year>2[56][0-9]{2})(?!\s*(-|–|—|ถึง|[0-9]))",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex BareYear();

    [GeneratedRegex(
        @"ปี\s*งบ(\s*ประมาณ|\s*ฯ)?\s*((พ\s*\.?\s*ศ\s*\.?|พุทธศักราช)?\s*(?<year>2\s?[56]\s?[0-9]\s?[0-9])|(ค\s*\.?\s*ศ\s*\.?)?\s*(?<year>20[0-9]{2})|(พ\s*\.?\s*ศ\s*\.?)?\s*(?<year>[5-9][0-9])(?!\s*(,|\.[0-9]|%|บาท|ล้าน|พัน|แสน|คน)))(?![0-9]|\s*([-–—]|ถึง)\s*(พ\s*\.?\s*ศ\s*\.?)?\s*[0-9]{2})",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex Year();
}
