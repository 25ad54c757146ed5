using TeacherDevPlan.Application.Common.Querying;
using TeacherDevPlan.Domain.Common;

namespace TeacherDevPlan.Application.Common.Commands;

/// <summary>The decision of a command: its result, and the content of its audit record.</summary>
/// <param name="Value">The result of the command.</param>
/// <param name="Subjects">The global ids of the changed objects.</param>
public sealed record Change<T>(T Value, params IReadOnlyList<string> Subjects)
{
    public Change(T value, Entity subject)
        : this(value, new NodeId(subject.GetType().Name, subject.Id).ToString()) { }

    /// <summary>Serialised to JSON, like <see cref="After"/>.</summary>
    public object? Before { get; init; }

    public object? After { get; init; }

    public string? Reason { get; init; }

    /// <summary>
    /// The number of rows that are written in another way than by saving the opened entities. If it is 0 and no entity
    /// changed, there is no audit record.
    /// </summary>
    public int Rows { get; init; }
}
