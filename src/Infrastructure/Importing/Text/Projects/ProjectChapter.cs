using TeacherDevPlan.Domain.Common;
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

    /// <summary>The first section of a kind: what further ones have is not read.</summary>
    public Section? this[ProjectSection kind] => Sections.Find(section => section.Heading.Section == kind);

    /// <summary>The section with the period: a numbered one before a label of the head.</summary>
    public Section? Period =>
        Sections.Find(section => section.Heading is { Section: ProjectSection.Period, Number: not null })
        ?? this[ProjectSection.Period]
        ?? PeriodInHead;

    /// <summary>A label with a period in the head, above further labels; null if there is none.</summary>
    private Section? PeriodInHead =>
        (
            from row in Head
            let heading = ProjectHeadings.Known(row.First.Flat)
            where heading is { Section: ProjectSection.Period, Rest: "" } && !row.Filled.Last().Used
            where row.Filled.Count() == 2 && ThaiPeriod.Of(row.Filled.Last().Flat) is not null
            select new Section(heading, row)
        ).FirstOrDefault();

    public static ProjectChapter Of(IReadOnlyList<Row> rows)
    {
        var first = 1;
        while (first < rows.Count && HeadingOf(rows[first], null) is null && !IsUnknownFirst(rows, first))
            first++;
        var chapter = new ProjectChapter([.. rows.Take(first)]);
        for (var i = first; i < rows.Count; i++)
        {
            var row = rows[i];
            var last = chapter.Sections.LastOrDefault()?.Heading;
            if (
                HeadingOf(row, last) is { } heading
                && (
                    (heading.Number is { } number && last?.Number is { } above && number.Follows(above))
                    || !chapter.Sections.Exists(one => one.Heading.Section == heading.Section)
                )
            )
                chapter.Sections.Add(new Section(heading, row));
            else if (last is null ? IsUnknownFirst(rows, i) : IsUnknownHeading(rows, i, last, chapter.Sections[^1]))
                chapter.Sections.Add(new Section(Unknown(row.First), row));
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
        if (ProjectHeadings.Known(row.First.Flat) is not { } heading || !(row.IsAlone || IsBesideValue(row, heading)))
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

    /// <summary>
    /// Whether the text of a heading is in the next cells, in a form and not in a table with columns: a text behind a number
    /// and words of a heading, or a period. A period without a number above further labels of the form is one of them.
    /// </summary>
    private static bool IsBesideValue(Row row, ProjectHeading heading)
    {
        if (
            row.First.IsEmpty
            || row.Table is not { } table
            || (row != table.Rows[0] && table.Rows[0].Filled.Count() > 2)
        )
            return false;
        var values = row.Filled.Skip(1).ToList();
        return heading.Section == ProjectSection.Period
            ? (heading.Number is not null || row == table.Rows[^1])
                && ThaiPeriod.Of(string.Join(' ', values.Select(value => value.Flat))) is not null
            : heading.Number is not null && values is [{ Index: <= 2, HasLetters: true, Flat.Length: > 1 }];
    }

    private static ProjectHeading Unknown(Cell cell) =>
        new(ProjectSection.Other, cell.Marker, cell.Flat[cell.Marker!.Length..].Trim(), "");

    /// <summary>Whether a line is heading 1, in other words than usual, before a known heading 2.</summary>
    private static bool IsUnknownFirst(IReadOnlyList<Row> rows, int index) =>
        rows[index] is { Table: null, AfterBlank: true, First.Marker: { Depth: 1 } marker } row
        && marker.Parts[0] == 1
        && Headings.IsShort(row.First.Flat)
        && !ProjectOwners.Begin(row.First.Flat[marker.Length..].Trim())
        && index + 1 < rows.Count
        && rows[index + 1].AfterBlank
        && rows.Skip(index + 1).Select(one => HeadingOf(one, null)).FirstOrDefault(next => next is not null)
            is { Number: { } after }
        && after.Follows(marker);

    /// <summary>
    /// Whether a line without the words of a heading is one: it is alone, and its number is between that of the heading
    /// above and that of the next.
    /// </summary>
    private static bool IsUnknownHeading(IReadOnlyList<Row> rows, int index, ProjectHeading last, Section section)
    {
        var row = rows[index];
        return row is { Table: null, IsAlone: true, AfterBlank: true, First.Marker: { Depth: 1 } marker }
            && last.Number is not null
            && marker.Follows(last.Number)
            && Headings.IsShort(row.First.Flat)
            && index + 1 < rows.Count
            && rows[index + 1].AfterBlank
            && !section.Rows.Exists(one => one is { Table: null, First.Marker.Depth: 1 })
            && rows.Skip(index + 1).Select(one => HeadingOf(one, null)).FirstOrDefault(next => next is not null)
                is { Number: { } after }
            && after.Follows(marker);
    }

    /// <summary>A section: its heading and the rows below it.</summary>
    internal sealed record Section(ProjectHeading Heading, Row HeadingRow)
    {
        /// <summary>The cells with text in the row of the heading, in a form.</summary>
        public IReadOnlyList<Cell> Beside { get; } = [.. HeadingRow.Filled.Skip(1)];

        /// <summary>Whether a row has text: outside of tables, alone in one, or in the form that the heading is in.</summary>
        private bool IsOfText(Row row) =>
            row.Table is null
            || (row.IsAlone && row.Table.Rows.Count == 1)
            || (row.Table == HeadingRow.Table && row.Filled.Count() == 1);

        public List<Row> Rows { get; } = [];

        public IEnumerable<Table> Tables => Rows.Select(row => row.Table).OfType<Table>().Distinct();

        /// <summary>
        /// The items of lists whose numbers have a column of their own, from 1, below a heading or none. Uses the headings
        /// and the numbers.
        /// </summary>
        public List<(string Text, Cell Cell)> TakeNumbered()
        {
            var found = new List<(string, Cell)>();
            foreach (var table in Tables)
            {
                var items = table.Rows.SkipWhile(row => Terms.Are(Concept.Counter, row.First.Flat)).ToList();
                if (!items.Index().All(item => IsItem(item.Item, item.Index + 1)))
                    continue;
                foreach (var head in table.Rows.Except(items))
                    head.Use();
                foreach (var row in items)
                {
                    row.First.Use(row.First.Flat);
                    var item = row.Filled.Last();
                    found.Add(($"{Numbers.OfItem(row.First.Flat)}. {item.Text}", item));
                }
            }

            return found;
        }

        private static bool IsItem(Row row, int number) =>
            row.Filled.Count() == 2
            && !row.First.IsEmpty
            && Numbers.OfItem(row.First.Flat) == number
            && row.Filled.Last() is { HasLetters: true, Used: false };

        /// <summary>The running text: the text after the heading, in its row, and the lines below it.</summary>
        public IEnumerable<(string Text, Cell Cell)> Texts
        {
            get
            {
                if (Heading.Rest.Length > 0)
                    yield return (Heading.Rest, HeadingRow.First);
                if (Beside.Count > 0)
                    yield return (string.Join(' ', Beside.Select(cell => cell.Text)), Beside[0]);
                foreach (var row in Rows.Where(IsOfText))
                    yield return (row.Filled.First().Text, row.Filled.First());
            }
        }
    }
}
