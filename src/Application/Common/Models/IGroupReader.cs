namespace TeacherDevPlan.Application.Common.Models;

/// <summary>
/// Reads sums over groups of rows that the caller may see, in the operation's snapshot. Summaries are built on it.
/// </summary>
public interface IGroupReader
{
    Task<IReadOnlyList<GroupRow>> ReadAsync(GroupQuery query, CancellationToken cancellationToken);
}

/// <summary>Which rows are summed, and how they are grouped.</summary>
/// <param name="Row">The type of the rows.</param>
public sealed record GroupQuery(Type Row)
{
    /// <summary>A value of the filter input of the row's model.</summary>
    public IReadOnlyDictionary<string, object?>? Where { get; init; }

    /// <summary>
    /// A value of the filter input of a related row's model and the path to that row; null if there is none.
    /// </summary>
    public (MemberPath Related, IReadOnlyDictionary<string, object?> Where)? RelatedWhere { get; init; }

    /// <summary>Members that must have one of several values.</summary>
    public IReadOnlyList<(MemberPath Member, IReadOnlyList<object> Values)> Among { get; init; } = [];

    /// <summary>The members to group by; empty for one group of all rows.</summary>
    public IReadOnlyList<MemberPath> Keys { get; init; } = [];

    /// <summary>Additional computed keys: their names, as "Model.field".</summary>
    public IReadOnlyList<string> ComputedKeys { get; init; } = [];

    /// <summary>Named sets of sums that the SQL side defines: "Project.budget", "IndicatorTarget.figures".</summary>
    public IReadOnlyList<string> Figures { get; init; } = [];

    /// <summary>A past moment; null for now.</summary>
    public DateTimeOffset? AsOf { get; init; }
}

/// <summary>A group.</summary>
/// <param name="Keys">Enums as text, other values with the members' own types; computed keys come last.</param>
/// <param name="Count">The number of rows.</param>
/// <param name="Figures">The sums, by the column names of the requested sets.</param>
public sealed record GroupRow(IReadOnlyList<object?> Keys, int Count, IReadOnlyDictionary<string, object?> Figures);
