namespace TeacherDevPlan.Application.Common.Commands;

/// <summary>What a command made or changed, by ids in an order of the command's own. It is read anew to be shown.</summary>
public record Written(params IReadOnlyList<Guid> Ids)
{
    /// <summary>The first id, which is the only one of most commands.</summary>
    public Guid Id => Ids[0];
}
