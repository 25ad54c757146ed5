using System.Globalization;
using System.Text.RegularExpressions;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Infrastructure.Importing.Text.Layout;
using TeacherDevPlan.Infrastructure.Importing.Text.Words;

namespace TeacherDevPlan.Infrastructure.Importing.Text.Projects;

/// <summary>An entry of the plan's list of projects.</summary>
internal sealed record ListedProject(int Number, string Name, Cell Cell, Cell? NumberCell);

/// <summary>Finds the list of projects: a table under "ชื่อโครงการ", or a numbered list of names before the first chapter.</summary>
internal static partial class ProjectList
{
    private const int FewestItems = 2;

    /// <param name="chapters">The names in the chapters; a list that contains none of them is not the list of
    /// projects.</param>
    public static IReadOnlyList<ListedProject> Read(IReadOnlyList<Chunk> chunks, IReadOnlyList<string> chapters)
    {
        foreach (var table in chunks.SelectMany(chunk => chunk.Tables))
        {
            if (InTable(table) is { Count: > 0 } listed && AreOf(listed, chapters))
            {
                table.Rows[0].Use();
                // The names of strategies between the projects are in the plan already.
                foreach (var row in table.Rows.Where(row => row.IsAlone && !row.First.Used))
                    row.First.Use(row.First.Flat);
                return listed;
            }
        }

        foreach (var chunk in chunks)
        {
            var cells = chunk
                .TextCells.Where(cell =>
                    cell.Marker is { Depth: 1 } marker && Name().IsMatch(cell.Flat[marker.Length..])
                )
                .ToList();
            if (cells.Count < FewestItems || cells[0].Marker!.Parts[0] != 1)
                continue;
            var listed = Of(
                cells.Select(cell => (cell.Marker!.Parts[0], cell.Flat[cell.Marker.Length..].Trim(), cell, (Cell?)cell))
            );
            if (AreOf(listed, chapters))
                return listed;
        }

        return [];
    }

    /// <summary>The similarity of a listed name and a name in a chapter, without the word "โครงการ".</summary>
    public static double Likeness(string listed, string printed) => Text.Words.Likeness.Of(Bare(listed), Bare(printed));

    /// <summary>The heading of the column with the names of projects; null if there is none.</summary>
    public static Cell? NameColumn(Row row) =>
        row.Filled.FirstOrDefault(cell =>
            Terms.Begin(Concept.ListedProject, cell.Text) || Terms.Are(Concept.ProjectColumn, cell.Text)
        );

    private static bool AreOf(IReadOnlyList<ListedProject> listed, IReadOnlyList<string> chapters) =>
        chapters.Any(chapter => listed.Any(one => Likeness(one.Name, chapter) >= Text.Words.Likeness.Same));

    /// <summary>A name without spaces, without the word "โครงการ" and without a year at its end.</summary>
    public static string Bare(string name)
    {
        var squeezed = OfYear().Replace(Markup.Squeeze(name), "");
        return Name().IsMatch(squeezed) ? squeezed["โครงการ".Length..] : squeezed;
    }

    private static List<ListedProject> InTable(Table table)
    {
        if (NameColumn(table.Rows[0]) is not { Index: > 0 } header)
            return [];
        var found = new List<(int, string, Cell, Cell?)>();
        foreach (var row in table.Rows.Skip(1))
        {
            if (row[header.Index] is not { IsEmpty: false } name)
                continue;
            var digits = ThaiNumber.ToArabicDigits(row.First.Flat).Trim(' ', '.', ')');
            if (
                int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                && number is > 0 and < 9999
            )
                found.Add((number, name.Flat, name, row.First));
            else if (row.First.IsEmpty && found.Count > 0 && !TotalLabel.Is(name.Flat))
                found[^1] = found[^1] with { Item2 = $"{found[^1].Item2} {name.Use(name.Flat).Flat}" };
        }

        return Of(found);
    }

    private static List<ListedProject> Of(IEnumerable<(int Number, string Name, Cell Cell, Cell? NumberCell)> found)
    {
        var numbers = new FreeNumbers();
        return
        [
            .. found.Select(one => new ListedProject(
                numbers.Take(one.Number),
                Limits.Name(one.Name),
                one.Cell,
                one.NumberCell
            )),
        ];
    }

    [GeneratedRegex(@"(?<=.)\(?(ประจำ)?ปี(งบประมาณ|การศึกษา|งบฯ)?(พ\.ศ\.)?[0-9๐-๙]{4}\)?\z")]
    private static partial Regex OfYear();

    [GeneratedRegex("^โครงการ")]
    private static partial Regex Name();
}
