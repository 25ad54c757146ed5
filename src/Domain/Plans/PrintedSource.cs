using TeacherDevPlan.Domain.Plans.Document;

namespace TeacherDevPlan.Domain.Plans;

/// <summary>Where a part of a stored plan, or a member of it, is printed in the document it was read from.</summary>
public sealed class PrintedSource
{
    private PrintedSource() { }

    internal PrintedSource(Guid ownerId, string member, Source source) =>
        (OwnerId, Member, Line, Table, Row, Column, RawText) = (
            ownerId,
            member,
            source.Line,
            source.Table,
            source.Row,
            source.Column,
            source.RawText
        );

    /// <summary>The id of the part: a project, an activity, an indicator …</summary>
    public Guid OwnerId { get; private init; }

    /// <summary>The member's name in the plan file: "q1", "targetGroups/0"; empty for the part itself.</summary>
    public string Member { get; private init; } = "";

    /// <summary>The plan that the document belongs to.</summary>
    public Guid PlanId { get; private init; }

    public int Line { get; private init; }

    public int? Table { get; private init; }

    public int? Row { get; private init; }

    public int? Column { get; private init; }

    public string RawText { get; private init; } = "";

    public Source Source => new(Line, Table, Row, Column, RawText);
}

/// <summary>How much of a plan's document was read, as stored.</summary>
public sealed class StoredReading
{
    private StoredReading() { }

    public Guid PlanId { get; private init; }

    public int Lines { get; private init; }

    public IReadOnlyList<UnreadPassage> Unread { get; private init; } = [];

    public PlanReading Reading => new(Lines, Unread);
}
