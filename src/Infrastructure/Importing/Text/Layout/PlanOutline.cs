using System.Globalization;
using System.Text.RegularExpressions;
using TeacherDevPlan.Infrastructure.Importing.Text.Words;

namespace TeacherDevPlan.Infrastructure.Importing.Text.Layout;

/// <summary>A heading and the rows below it, up to the next heading.</summary>
/// <param name="Level">The depth, from 1.</param>
/// <param name="Strategy">The strategy that the section belongs to; null outside of strategies.</param>
internal sealed record Chunk(Heading Heading, Row? HeadingRow, int Level, int? Strategy)
{
    public List<Row> Rows { get; } = [];

    public HeadingKind Kind => Heading.Kind;

    /// <summary>Whether the section is running text that belongs to no other field.</summary>
    public bool IsGeneral => Kind is HeadingKind.Other or HeadingKind.Part;

    /// <summary>Whether numbered lines below it are items of one list.</summary>
    public bool IsList =>
        Kind
            is HeadingKind.Missions
                or HeadingKind.Goals
                or HeadingKind.SuccessFactors
                or HeadingKind.StrategicObjectives
                or HeadingKind.Needs
                or HeadingKind.FocusPoints
        || (Kind == HeadingKind.Guidelines && Rows.Count > 0 && Rows[0].Table is null);

    public IEnumerable<Cell> TextCells => Rows.Where(row => row.Table is null).Select(row => row.First);

    public IEnumerable<Table> Tables => Rows.Select(row => row.Table).OfType<Table>().Distinct();
}

/// <summary>A document by its headings: the projects' chapters, and everything else in order.</summary>
internal sealed partial class PlanOutline
{
    /// <summary>The maximum distance of a project's first labels below its name.</summary>
    private const int HeadRows = 10;

    /// <summary>The minimum similarity of two names of one strategy.</summary>
    private const double SameStrategy = 0.6;

    /// <summary>Labels below a project's name.</summary>
    private static readonly Concept[] ProjectLabels = [Concept.ResponsibleUnit, Concept.Nature, Concept.Owners];

    private readonly IReadOnlyList<Row> rows;
    private readonly HeadingLevels levels = new();
    private readonly List<Chunk> chunks = [];
    private readonly List<List<Row>> projects = [];
    private readonly List<Row> contents = [];
    private readonly SortedDictionary<int, string> strategies = [];
    private int? strategy;

    private readonly bool hasStrategies;

    private PlanOutline(IReadOnlyList<Row> rows)
    {
        this.rows = rows;
        hasStrategies = rows.Any(row => row.IsAlone && Headings.Known(row.First.Flat)?.Kind == HeadingKind.Strategy);
    }

    public IReadOnlyList<Chunk> Chunks => chunks;

    /// <summary>The rows of each project's chapter, starting with its name.</summary>
    public IReadOnlyList<IReadOnlyList<Row>> Projects => projects;

    /// <summary>The table of contents.</summary>
    public IReadOnlyList<Row> Contents => contents;

    public static PlanOutline Of(IReadOnlyList<Row> rows)
    {
        var outline = new PlanOutline(rows);
        outline.Walk();
        return outline;
    }

    private void Walk()
    {
        chunks.Add(new Chunk(new Heading(HeadingKind.Other, null, ""), null, 1, null));
        for (var i = 0; i < rows.Count; i++)
        {
            var row = rows[i];
            if (IsContents(row) || (contents.Count > 0 && contents[^1] == rows[Math.Max(0, i - 1)] && IsEntry(row)))
            {
                contents.Add(row);
            }
            else if (IsProject(i))
            {
                i = TakeProject(i);
            }
            else if (HeadingAt(i) is { } heading)
            {
                Open(heading, row);
            }
            else
            {
                chunks[^1].Rows.Add(row);
            }
        }
    }

    private void Open(Heading heading, Row row)
    {
        if (heading.Kind == HeadingKind.Strategy)
            strategy = StrategyOf(heading);
        else if (
            heading.Kind is not (HeadingKind.StrategicObjectives or HeadingKind.Indicators or HeadingKind.Guidelines)
        )
            strategy = null;
        chunks.Add(new Chunk(heading, row, levels.Of(heading, row), strategy));
    }

    /// <summary>The strategy's number; the next free one if another strategy already has it.</summary>
    private int StrategyOf(Heading heading)
    {
        var number = int.Parse(heading.Number!, CultureInfo.InvariantCulture);
        var title = Markup.Squeeze(heading.Title);
        if (
            strategies.TryGetValue(number, out var known)
            && title.Length > 0
            && Likeness.Of(known, title) < SameStrategy
        )
        {
            var again = strategies.FirstOrDefault(one => Likeness.Of(one.Value, title) >= SameStrategy);
            number = again.Value is null ? strategies.Keys.Max() + 1 : again.Key;
        }

        strategies.TryAdd(number, title);
        return number;
    }

    private Heading? Known(string text) =>
        Headings.Known(text) ?? (hasStrategies ? null : Headings.OtherStrategy(text));

    private Heading? HeadingAt(int index)
    {
        var row = rows[index];
        var chunk = chunks[^1];
        if (row.RepeatsHeader)
            return null;
        if (Known(row.First.Flat) is { } known && Fits(known, index, chunk))
            return IsNamedBeside(known, row) ? known with { Title = row.Filled.Last().Flat } : known;
        if (!row.IsAlone || row.Table is not null)
            return null;
        var text = row.First.Flat;
        if (
            strategy is null
            && index + 1 < rows.Count
            && rows[index + 1].Table is not null
            && Headings.Caption(text) is { } caption
        )
            return caption;
        var marker = row.First.Marker;
        if (marker is null)
            return IsPlain(index, chunk, text) ? new Heading(HeadingKind.Other, null, text) : null;
        if (marker.IsBullet || !Headings.IsShort(text))
            return null;
        var below = index + 1 < rows.Count ? rows[index + 1] : null;
        return ListOrHeading.IsHeading(row, marker, below, chunk, levels)
            ? new Heading(HeadingKind.Other, marker.Number, text[marker.Length..].Trim())
            : null;
    }

    private bool Fits(Heading known, int index, Chunk chunk)
    {
        var row = rows[index];
        return known.Kind switch
            {
                HeadingKind.Indicators or HeadingKind.Guidelines or HeadingKind.StrategicObjectives => row.IsAlone
                    && strategy is not null,
                HeadingKind.Vision or HeadingKind.Values => row.IsAlone || row.Filled.Count() == 2,
                HeadingKind.Strategy => IsNamedBeside(known, row)
                    || (row.IsAlone && (known.Title.Length > 0 || IsNamedBelow(index))),
                HeadingKind.Goals => row.IsAlone && strategy is null,
                HeadingKind.Needs => row.IsAlone && known.Rest.Length == 0,
                _ => row.IsAlone && (known.Kind != HeadingKind.DataTable || row.Table is null),
            } && !(known.Number is not null && ListOrHeading.IsListed(known, row, chunk));
    }

    /// <summary>Whether the name of a strategy is in the cell beside its number, in a row that is no table.</summary>
    private static bool IsNamedBeside(Heading known, Row row) =>
        known is { Kind: HeadingKind.Strategy, Title: "" }
        && row is { First.IsEmpty: false, Table.Rows.Count: 1 }
        && row.Filled.Count() == 2;

    /// <summary>Whether the next line can be the name that is missing in a heading.</summary>
    private bool IsNamedBelow(int index) =>
        index + 1 < rows.Count
        && rows[index + 1] is { Table: null, First.Marker: null } next
        && Headings.Known(next.First.Flat) is null;

    /// <summary>A heading without a number, recognised by its words and by being alone in its line.</summary>
    private bool IsPlain(int index, Chunk chunk, string text)
    {
        var row = rows[index];
        if (!Headings.IsOpening(text) || !row.AfterBlank || index + 1 == rows.Count || !rows[index + 1].AfterBlank)
            return false;
        return !chunk.IsList || (text.Length <= 60 && Terms.Begin(Concept.AfterList, text));
    }

    private bool IsProject(int index)
    {
        var row = rows[index];
        if (!IsProjectName(row.First.Flat) || row.RepeatsHeader)
            return false;
        var first = index + (IsProjectNumber(index) ? 2 : 1);
        for (var i = first; i < Math.Min(rows.Count, first + HeadRows); i++)
        {
            var text = rows[i].First.Flat;
            if (IsProjectLabel(text))
                return true;
            if (IsProjectName(text) || text.Length > 400)
                return false;
        }

        return false;
    }

    /// <summary>Whether a line is a project's number and nothing else, above the line with its name.</summary>
    private bool IsProjectNumber(int index) =>
        rows[index].IsAlone
        && index + 1 < rows.Count
        && Unnumbered(rows[index].First.Flat) is var text
        && Terms.Numbered(Concept.ProjectNumber, text) is var (_, length)
        && text[length..].Trim(' ', ':', '.').Length == 0;

    private int TakeProject(int index)
    {
        var end = index + (IsProjectNumber(index) ? 2 : 1);
        var chapter = rows.Skip(index).Take(end - index).ToList();
        while (end < rows.Count && !IsProject(end) && !EndsProject(end))
            chapter.Add(rows[end++]);
        projects.Add(chapter);
        return end - 1;
    }

    private bool EndsProject(int index)
    {
        var row = rows[index];
        return row.IsAlone
            && (
                Headings.Known(row.First.Flat)
                    is { Kind: HeadingKind.Part or HeadingKind.Calendar or HeadingKind.Survey or HeadingKind.DataTable }
                || Terms.Begin(Concept.AfterProjects, row.First.Flat)
            );
    }

    private static bool IsContents(Row row) => row.IsAlone && Terms.Are(Concept.Contents, row.First.Text);

    /// <summary>A line of the table of contents: a title and a page number.</summary>
    private static bool IsEntry(Row row) =>
        row.Cells.Count > 1 ? row.Cells.Count <= 3 : Leader().IsMatch(row.First.Flat);

    /// <summary>Whether a line is the label of a project's name, and not one of the words for its nature.</summary>
    private static bool IsProjectName(string text)
    {
        var body = Unnumbered(text);
        return Terms.At(Concept.ProjectName, body) is { } length
            && !Terms.Are(Concept.NewProject, body[length..])
            && !Terms.Are(Concept.ContinuingProject, body[length..]);
    }

    private static bool IsProjectLabel(string text) =>
        Array.Exists(ProjectLabels, label => Terms.At(label, Unnumbered(text)) is not null);

    private static string Unnumbered(string text) => text[Number().Match(text).Length..];

    [GeneratedRegex(@"^\(?([0-9๐-๙]{1,2}[.)](?![0-9๐-๙])|[0-9๐-๙]{1,2}(\.[0-9๐-๙]{1,2}){1,3}[.)]?(?=\s))\s*")]
    private static partial Regex Number();

    [GeneratedRegex(@"(\.{3}|…|\.\s\.\s\.)[.…\s]*[0-9๐-๙ก-ฮ]{1,3}\s*\z")]
    private static partial Regex Leader();
}
