using TeacherDevPlan.Infrastructure.Importing.Text.Layout;
using TeacherDevPlan.Infrastructure.Importing.Text.Words;

namespace TeacherDevPlan.Infrastructure.Importing.Text.Projects;

/// <summary>A project's chapter, divided at its headings.</summary>
internal sealed class ProjectChapter
{
    private ProjectChapter(IReadOnlyList<Row> head) => Head = head;

    /// <summary>Name, unit, strategy, owners: everything above the first section.</summary>
    public IReadOnlyList<Row> Head { get; }

    public List<Section> Sections { get; } = [];

    public Section? this[ProjectSection kind] => Sections.Find(section => section.Heading.Section == kind);

    public static ProjectChapter Of(IReadOnlyList<Row> rows)
    {
        var first = 1;
        while (first < rows.Count && HeadingOf(rows[first], null) is null)
            first++;
        var chapter = new ProjectChapter([.. rows.Take(first)]);
        foreach (var row in rows.Skip(first))
        {
            var last = chapter.Sections.LastOrDefault()?.Heading;
            if (
                HeadingOf(row, last) is { } heading
                && !chapter.Sections.Exists(one => one.Heading.Section == heading.Section)
            )
                chapter.Sections.Add(new Section(heading, row));
            else
                chapter.Sections[^1].Rows.Add(row);
        }

        return chapter;
    }

    /// <summary>
    /// A heading continues the numbers of the previous ones. "1. กลุ่มเป้าหมาย…" within a list is an item, because its
    /// number goes back.
    /// </summary>
    private static ProjectHeading? HeadingOf(Row row, ProjectHeading? last)
    {
        if (!row.IsAlone || ProjectHeadings.Known(row.First.Flat) is not { } heading)
            return null;
        if (last?.Number is not { Depth: 1 } before)
            return heading;
        return heading.Number is { Depth: 1 } number
            ? number.Parts[0] >= before.Parts[0] || heading.Rest.Length == 0
                ? heading
                : null
            : heading.Rest.Length == 0
                ? heading
                : null;
    }

    /// <summary>A section: its heading and the rows below it.</summary>
    internal sealed record Section(ProjectHeading Heading, Row HeadingRow)
    {
        public List<Row> Rows { get; } = [];

        public IEnumerable<Table> Tables => Rows.Select(row => row.Table).OfType<Table>().Distinct();

        /// <summary>The running text: the text after the heading and the lines below it.</summary>
        public IEnumerable<(string Text, Cell Cell)> Texts
        {
            get
            {
                if (Heading.Rest.Length > 0)
                    yield return (Heading.Rest, HeadingRow.First);
                foreach (var row in Rows.Where(row => row.Table is null || (row.IsAlone && row.Table.Rows.Count == 1)))
                    yield return (row.First.Text, row.First);
            }
        }
    }
}
