using TeacherDevPlan.Domain.Plans.Document;

namespace TeacherDevPlan.Domain.Plans;

/// <summary>Where a part of a stored plan, or a member of it, is printed in the document it was read from.</summary>
public sealed class PrintedSource
{
    private PrintedSource() { }

    internal PrintedSource(Guid ownerId, string member, Source source)
    {
        (OwnerId, Member) = (ownerId, member);
        (Line, Table, Row, Column, RawText) = source;
        (Page, Paragraph, Sheet, Cell) = (source.Page, source.Paragraph, source.Sheet, source.Cell);
    }

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

    public int? Page { get; private init; }

    public int? Paragraph { get; private init; }

    public string? Sheet { get; private init; }

    public string? Cell { get; private init; }

    public Source Source =>
        new(Line, Table, Row, Column, RawText)
        {
            Page = Page,
            Paragraph = Paragraph,
            Sheet = Sheet,
            Cell = Cell,
        };
}

/// <summary>How much of a plan's document was read, as stored.</summary>
public sealed class StoredReading
{
    private StoredReading() { }

    public Guid PlanId { get; private init; }

    public int Lines { get; private init; }

    public IReadOnlyList<UnreadPassage> Unread { get; private init; } = [];

    public IReadOnlyList<FormulaDifference> Formulas { get; private init; } = [];

    public IReadOnlyList<ListedBudget> Listed { get; private init; } = [];

    public PlanReading Reading => new(Lines, Unread) { Formulas = Formulas, Listed = Listed };
}
