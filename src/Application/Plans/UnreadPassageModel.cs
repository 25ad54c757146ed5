using TeacherDevPlan.Application.Common.Models;
using TeacherDevPlan.Domain.Plans.Document;

namespace TeacherDevPlan.Application.Plans;

/// <summary>Lines of a plan's document that went nowhere, as a row of its own.</summary>
public sealed class UnreadRow
{
    private UnreadRow() { }

    public Guid PlanId { get; private set; }

    /// <summary>Its place among those of the document.</summary>
    public int Position { get; private set; }

    public int FirstLine { get; private set; }

    public int LastLine { get; private set; }

    public int Lines { get; private set; }

    public UnreadReason Reason { get; private set; }

    public string Text { get; private set; } = "";
}

public sealed class UnreadPassageModel : Model<UnreadRow>
{
    public UnreadPassageModel()
        : base("Lines of a document that went nowhere.", nameof(UnreadPassage))
    {
        SeenBy(Seen.WithParent);
        Field(passage => passage.FirstLine, "From 1.");
        Field(passage => passage.LastLine, "From 1.");
        Field(passage => passage.Lines, "How many lines of it are not blank.");
        Field(passage => passage.Reason, "Why.");
        // What nobody has understood may tell of persons in small numbers.
        Field(passage => passage.Text, "As it stands there; of a long passage, its beginning.").SignedIn().Personal();
    }
}
