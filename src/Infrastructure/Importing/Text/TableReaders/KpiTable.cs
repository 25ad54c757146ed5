using System.Globalization;
using TeacherDevPlan.Domain.Plans.Document;
using TeacherDevPlan.Domain.Vocabulary;
using TeacherDevPlan.Infrastructure.Importing.Text.Layout;
using TeacherDevPlan.Infrastructure.Importing.Text.Words;

namespace TeacherDevPlan.Infrastructure.Importing.Text.TableReaders;

/// <summary>
/// Reads a table of success indicators with target, method and tool. A cell may contain several indicators, the kind
/// may be in front of them or in a row of its own, and cells may continue after a page break.
/// </summary>
internal sealed class KpiTable
{
    private readonly Passage? group;
    private readonly SourceMap sources;
    private readonly List<Draft> drafts = [];
    private readonly KpiColumns columns;
    private KpiKind kind = KpiKind.Quantitative;

    private KpiTable(KpiColumns columns, Passage? group, SourceMap sources) =>
        (this.columns, this.group, this.sources) = (columns, group, sources);

    public static bool Is(Table table) => KpiColumns.Of(table.Rows[0]) is not null;

    /// <param name="group">The heading above the table, if the project has several.</param>
    public static IReadOnlyList<ProjectKpiDocument> Read(Table table, Passage? group, SourceMap sources)
    {
        var reader = new KpiTable(KpiColumns.Of(table.Rows[0])!.Use(), group, sources);
        foreach (var row in table.Rows.Skip(1))
            reader.Take(row);
        return reader.Documents();
    }

    private void Take(Row row)
    {
        if (columns.In(row, KpiColumns.Name) is not { } name)
            return;
        var text = columns.NameIn(row, name);
        var printed = KindAt(text) ?? (row.Filled.All(cell => cell == name) ? KindOf(text) : null);
        if (printed is var (of, length))
        {
            kind = of;
            text = text[length..].TrimStart(' ', ':', '\n').Trim();
            name.Use();
        }

        var last = drafts.LastOrDefault();
        var items = text.Length == 0 ? [] : InlineItems.Of(text, last?.Kind == kind ? last.Marker : null);
        if (items.Count > 0 && items[0].Marker is null && last?.Kind == kind && printed is null && GoesOn(row, items))
        {
            last.Name.Append(items[0].Text, name);
            items.RemoveAt(0);
        }

        var added = new List<Draft>();
        foreach (var (marker, item) in items.Where(item => item.Text.Length > 0))
            added.Add(new Draft(kind, marker, new Passage(item, name)));
        drafts.AddRange(added);
        for (var column = KpiColumns.Target; column <= KpiColumns.Unit; column++)
        {
            if (columns.In(row, column) is { IsEmpty: false } cell)
                Spread(cell, column, last, added);
        }
    }

    /// <summary>
    /// Whether a first item without a marker continues the row above: unless the row is complete in itself.
    /// </summary>
    private bool GoesOn(Row row, List<(Marker? Marker, string Text)> items) =>
        items.Count > 1 || row.Filled.All(cell => cell == columns.In(row, KpiColumns.Name)) || row.AfterPageBreak;

    /// <summary>Assigns a cell's items to the indicators of its row, and continued text to the one above.</summary>
    private static void Spread(Cell cell, int column, Draft? above, List<Draft> added)
    {
        if (above is null && added.Count == 0)
            return;
        var groups = DecimalIn(cell, column, added) is { } text
            ? (
                [],
                [
                    [(null, text)],
                ]
            )
            : Groups(cell, column, above, betweenNumbers: false);
        if (groups.Own.Count != added.Count && Groups(cell, column, above, betweenNumbers: true) is var other)
            groups = other.Own.Count == added.Count ? other : groups;
        cell.Use();
        foreach (var item in groups.Above)
            above!.Add(column, item, cell);
        if (added.Count == 0)
        {
            foreach (var item in groups.Own.SelectMany(own => own))
                above?.Add(column, item, cell);
            return;
        }

        for (var i = 0; i < added.Count; i++)
        {
            foreach (var item in ItemsOf(i, added.Count, groups.Own))
                added[i].Add(column, item, cell);
        }
    }

    /// <summary>A target that begins with a decimal number, "3.51 ขึ้นไป", and not with the number of its indicator; or null.</summary>
    private static string? DecimalIn(Cell cell, int column, List<Draft> added) =>
        column == KpiColumns.Target
        && InlineItems.Of(cell.Text) is [{ Marker: { Depth: 2 } marker, Text: var text }]
        && !added.Exists(one => one.Marker?.Number == marker.Number)
            ? $"{marker.Printed} {text}"
            : null;

    /// <summary>
    /// Assigns one group to each indicator, one list of as many items one by one, or everything to all.
    /// </summary>
    private static IEnumerable<(Marker? Marker, string Text)> ItemsOf(
        int index,
        int count,
        List<List<(Marker? Marker, string Text)>> groups
    ) =>
        groups.Count == count ? groups[index]
        : groups.Count == 1 && count > 1 && groups[0].Count == count ? [groups[0][index]]
        : groups.SelectMany(group => group);

    /// <summary>
    /// Groups of items that belong together: a dash is its own group; a numbered list is one group, up to where it
    /// starts anew.
    /// </summary>
    private static (List<(Marker? Marker, string Text)> Above, List<List<(Marker? Marker, string Text)>> Own) Groups(
        Cell cell,
        int column,
        Draft? above,
        bool betweenNumbers
    )
    {
        var before = above?.MarkerOf(column);
        var items = InlineItems.Of(cell.Text, before, betweenNumbers);
        var goingOn = new List<(Marker?, string)>();
        var groups = new List<List<(Marker? Marker, string Text)>>();
        var continues = before is not null && cell.Row.AfterPageBreak;
        foreach (var item in items)
        {
            var isNext = item.Marker is { Number: not null } && item.Marker.Depth == 1 && item.Marker.Parts[0] > 1;
            if (continues && groups.Count == 0 && (item.Marker is null || isNext))
                goingOn.Add(item);
            else if (isNext && groups.Count > 0 && groups[^1][^1].Marker is { Number: not null })
                groups[^1].Add(item);
            else
                groups.Add([item]);
        }

        return (goingOn, groups);
    }

    private List<ProjectKpiDocument> Documents()
    {
        var documents = new List<ProjectKpiDocument>();
        foreach (var draft in drafts)
        {
            var place = documents.Count(one => one.Kind == draft.Kind) + 1;
            var target = draft.TargetText;
            var printed = draft.PassageOf(KpiColumns.Unit);
            var (value, unit) = KpiTarget.Of(target, printed.IsEmpty ? columns.TargetUnit : printed.Text);
            var document = new ProjectKpiDocument(
                draft.Marker?.Number ?? place.ToString(CultureInfo.InvariantCulture),
                group is null ? null : Limits.Name(group.Text),
                draft.Kind,
                Limits.Text(draft.Name.Text),
                target.Length == 0 ? null : Limits.Name(target),
                value,
                unit
            )
            {
                Methods = draft.Texts(KpiColumns.Method),
                Tools = draft.Texts(KpiColumns.Tool),
            };
            document.At(sources, draft.Name).At(sources, draft.PassageOf(KpiColumns.Target), "targetText");
            document
                .At(sources, draft.PassageOf(KpiColumns.Method), "methods")
                .At(sources, draft.PassageOf(KpiColumns.Tool), "tools")
                .At(sources, draft.PassageOf(KpiColumns.Unit), "targetUnit");
            group?.Use(document, "group");
            if (value is null && draft.HasNumberInTarget)
                draft.PassageOf(KpiColumns.Target).LeaveInText();
            foreach (var column in value is null ? (int[])[KpiColumns.Method, KpiColumns.Tool] : [])
            {
                if (draft.Texts(column).Any(text => KpiTarget.Of(text, "").Value is not null))
                    draft.PassageOf(column).LeaveInText();
            }

            documents.Add(document);
        }

        return documents;
    }

    private sealed record Draft(KpiKind Kind, Marker? Marker, Passage Name)
    {
        private readonly List<(Marker? Marker, Passage Text)>[] columns =
        [
            [],
            [],
            [],
            [],
            [],
        ];

        public void Add(int column, (Marker? Marker, string Text) item, Cell cell)
        {
            if (item.Text.Length == 0)
                return;
            if (item.Marker is null && columns[column].Count > 0)
                columns[column][^1].Text.Append(item.Text, cell);
            else
                columns[column].Add((item.Marker, new Passage(item.Text, cell)));
        }

        public Marker? MarkerOf(int column) => columns[column].LastOrDefault().Marker;

        public IReadOnlyList<string> Texts(int column) =>
            [.. columns[column].Select(item => Limits.Name(item.Text.Text)).Distinct()];

        public Passage PassageOf(int column)
        {
            var all = new Passage();
            foreach (var (_, text) in columns[column])
                all.Append(text);
            return all;
        }

        /// <summary>Whether a number is in the target, not counting those of its items.</summary>
        public bool HasNumberInTarget =>
            columns[KpiColumns.Target].Exists(item => NumberWords.OrDigitsIn(item.Text.Text));

        /// <summary>Several items keep their printed numbers.</summary>
        public string TargetText =>
            columns[KpiColumns.Target].Count == 1
                ? columns[KpiColumns.Target][0].Text.Text
                : string.Join(
                    ' ',
                    columns[KpiColumns.Target].Select(item => $"{item.Marker?.Printed} {item.Text.Text}".TrimStart())
                );
    }

    /// <summary>The kind that a row names which has nothing else: "ผลผลิต (Output)".</summary>
    private static (KpiKind Kind, int Length)? KindOf(string text) =>
        Terms.Are(Concept.Output, text) ? (KpiKind.Quantitative, text.Length)
        : Terms.Are(Concept.Outcome, text) ? (KpiKind.Qualitative, text.Length)
        : null;

    private static (KpiKind Kind, int Length)? KindAt(string text) =>
        Terms.At(Concept.Quantitative, text) is { } quantity ? (KpiKind.Quantitative, quantity)
        : Terms.At(Concept.Qualitative, text) is { } quality ? (KpiKind.Qualitative, quality)
        : null;
}
