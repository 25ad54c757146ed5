namespace TeacherDevPlan.Application.Common.Models;

/// <summary>Reads sums over groups of rows as the caller may see them, in the operation's snapshot: what summaries are made of.</summary>
public interface IGroupReader
{
    Task<IReadOnlyList<GroupRow>> ReadAsync(GroupQuery query, CancellationToken cancellationToken);
}

/// <summary>Which rows are summed, and by what.</summary>
/// <param name="Row">The type of the rows.</param>
public sealed record GroupQuery(Type Row)
{
    /// <summary>The value of a filter input of the row's model.</summary>
    public IReadOnlyDictionary<string, object?>? Where { get; init; }

    /// <summary>
    /// The value of a filter input of a related row's model, and the way to that row; null where there is none.
    /// </summary>
    public (MemberPath Related, IReadOnlyDictionary<string, object?> Where)? RelatedWhere { get; init; }

    /// <summary>Members that must have one of some values.</summary>
    public IReadOnlyList<(MemberPath Member, IReadOnlyList<object> Values)> Among { get; init; } = [];

    /// <summary>What the rows of a group have in common; none for one group of all rows.</summary>
    public IReadOnlyList<MemberPath> Keys { get; init; } = [];

    /// <summary>Further keys, which are computed: their names, as "Model.field".</summary>
    public IReadOnlyList<string> ComputedKeys { get; init; } = [];

    /// <summary>Sets of sums that the SQL side knows by name: "Project.budget", "IndicatorTarget.figures".</summary>
    public IReadOnlyList<string> Figures { get; init; } = [];

    /// <summary>A past moment; null for now.</summary>
    public DateTimeOffset? AsOf { get; init; }
}

/// <summary>A group.</summary>
/// <param name="Keys">Enums by their spelling, else of the members' own types; the computed ones come last.</param>
/// <param name="Count">How many rows it has.</param>
/// <param name="Figures">By the names of the columns of the sets of sums that were asked for.</param>
public sealed record GroupRow(IReadOnlyList<object?> Keys, int Count, IReadOnlyDictionary<string, object?> Figures);
