namespace TeacherDevPlan.Domain.Plans.Document;

/// <summary>Where in a published document something is printed.</summary>
/// <param name="Line">The line of the text file it begins at, from 1.</param>
/// <param name="Table">
/// Which of the document's tables, from 1, counting every block of tab-separated lines; a table that goes on after a page
/// break is one. Null for running text.
/// </param>
/// <param name="Row">The row of that table, from 1, its headers included.</param>
/// <param name="Column">The cell of that row, from 1.</param>
/// <param name="RawText">What stands there, as it stands there.</param>
public sealed record Source(int Line, int? Table, int? Row, int? Column, string RawText);

/// <summary>
/// Where the parts of a <see cref="PlanFile"/> are printed, beside the file itself: by the part and the name of its member in
/// the plan file ("q1", "statedBudget", "targetGroups/0"); the empty name is the part itself. A file that was not read from a
/// document has none.
/// </summary>
public sealed class SourceMap
{
    private readonly Dictionary<object, SortedDictionary<string, Source>> sources = new(
        ReferenceEqualityComparer.Instance
    );

    public bool IsEmpty => sources.Count == 0;

    public void Add(object part, string member, Source source)
    {
        if (!sources.TryGetValue(part, out var members))
            sources.Add(part, members = new SortedDictionary<string, Source>(StringComparer.Ordinal));
        members[member] = source;
    }

    public Source? Of(object part, string member = "") => sources.GetValueOrDefault(part)?.GetValueOrDefault(member);

    /// <summary>All members of a part that are known to be printed somewhere.</summary>
    public IReadOnlyDictionary<string, Source> MembersOf(object part) =>
        sources.GetValueOrDefault(part) ?? (IReadOnlyDictionary<string, Source>)EmptyMembers;

    /// <summary>What is known of a part holds of the one that takes its place, too.</summary>
    public T Follow<T>(object part, T successor)
        where T : class
    {
        foreach (var (member, source) in MembersOf(part))
            Add(successor, member, source);
        return successor;
    }

    private static readonly Dictionary<string, Source> EmptyMembers = [];
}
