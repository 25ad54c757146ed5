using TeacherDevPlan.Domain.Common;

namespace TeacherDevPlan.Domain.People;

/// <summary>That somebody else read what is about a person, on a day.</summary>
public sealed class RecordReading : Entity
{
    private RecordReading() { }

    public Guid PersonId { get; private init; }

    /// <summary>The name of the caller.</summary>
    public string Reader { get; private init; } = "";

    /// <summary>The day in Thailand.</summary>
    public DateOnly Day { get; private init; }

    /// <summary>The number of requests.</summary>
    public int Times { get; private init; }

    public DateTimeOffset LastReadAt { get; private init; }
}
