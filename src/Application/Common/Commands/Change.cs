using TeacherDevPlan.Application.Common.Querying;
using TeacherDevPlan.Domain.Common;

namespace TeacherDevPlan.Application.Common.Commands;

/// <summary>What a command decided to do: what it answers with, and what the audit trail is told of it.</summary>
/// <param name="Value">What the command gives.</param>
/// <param name="Subjects">Global ids of what is changed.</param>
public sealed record Change<T>(T Value, params IReadOnlyList<string> Subjects)
{
    public Change(T value, Entity subject)
        : this(value, new NodeId(subject.GetType().Name, subject.Id).ToString()) { }

    /// <summary>Becomes JSON, as the next.</summary>
    public object? Before { get; init; }

    public object? After { get; init; }

    public string? Reason { get; init; }

    /// <summary>
    /// How many rows are written otherwise than by saving entities that were opened. Where there are none and no entity was
    /// changed, nothing is put on record.
    /// </summary>
    public int Rows { get; init; }
}
