namespace TeacherDevPlan.Domain.Plans.Document;

/// <summary>The place in a published document where something is printed.</summary>
/// <param name="Line">The first line, from 1: of a text file its line, of any other form the running number of the
/// document's paragraphs and rows.</param>
/// <param name="Table">The number of the table, from 1, counting every block of lines with cells; a table that
/// continues after a page break counts once. Null for running text.</param>
/// <param name="Row">The row of the table, from 1, including headers.</param>
/// <param name="Column">The cell of the row, from 1.</param>
/// <param name="RawText">The original text.</param>
public sealed record Source(int Line, int? Table, int? Row, int? Column, string RawText)
{
    /// <summary>The printed page, from 1; null if the form of the document does not tell it.</summary>
    public int? Page { get; init; }

    /// <summary>The paragraph of the document, from 1, not counting tables; null in tables and in forms without them.</summary>
    public int? Paragraph { get; init; }

    /// <summary>The name of the sheet; spreadsheets only.</summary>
    public string? Sheet { get; init; }

    /// <summary>The address of the cell in its sheet ("B12"); spreadsheets only.</summary>
    public string? Cell { get; init; }
}

/// <summary>
/// The sources of the parts of a <see cref="PlanFile"/>, kept outside the file: by the part and the name of its member
/// in the plan file ("q1", "statedBudget", "targetGroups/0"); the empty name is the part itself. Empty for a file that
/// was not read from a document.
/// </summary>
public sealed class SourceMap
{
    private readonly Dictionary<object, SortedList<string, Source>> sources = new(ReferenceEqualityComparer.Instance);

    public bool IsEmpty => sources.Count == 0;

    /// <summary>Whether something is printed in a table.</summary>
    public bool HasTables => sources.Values.Any(members => members.Values.Any(source => source.Table is not null));

    public void Add(object part, string member, Source source)
    {
        if (!sources.TryGetValue(part, out var members))
            sources.Add(part, members = new SortedList<string, Source>(1, StringComparer.Ordinal));
        members[member] = source;
    }

    /// <summary>Changes the original texts.</summary>
    public void Rewrite(Func<string, string> text)
    {
        foreach (var members in sources.Values)
        {
            foreach (var (member, source) in members.ToList())
                members[member] = source with { RawText = text(source.RawText) };
        }
    }

    public Source? Of(object part, string member = "") => sources.GetValueOrDefault(part)?.GetValueOrDefault(member);

    /// <summary>All members of a part whose source is known.</summary>
    public IReadOnlyDictionary<string, Source> MembersOf(object part) =>
        sources.GetValueOrDefault(part) ?? (IReadOnlyDictionary<string, Source>)EmptyMembers;

    /// <summary>Copies the sources of a part to the one that replaces it.</summary>
    public T Follow<T>(object part, T successor)
        where T : class
    {
        foreach (var (member, source) in MembersOf(part))
            Add(successor, member, source);
        return successor;
    }

    private static readonly Dictionary<string, Source> EmptyMembers = [];
}
