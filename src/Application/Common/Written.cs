namespace TeacherDevPlan.Application.Common;

/// <summary>
/// The ids of the rows that a command created or changed, in an order that the command defines. The payload reads them
/// again.
/// </summary>
public record Written(params IReadOnlyList<Guid> Ids)
{
    /// <summary>The first id; most commands have only one.</summary>
    public Guid Id => Ids[0];

    /// <summary>Numbers that are stored with the ids, for commands that return some.</summary>
    public virtual IReadOnlyList<int>? Counts => null;
}
