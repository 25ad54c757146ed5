using TeacherDevPlan.Application.Common.Models;
using TeacherDevPlan.Domain.Plans;
using TeacherDevPlan.Domain.Plans.Document;

namespace TeacherDevPlan.Application.Plans;

/// <summary>Lines of a plan's document that were not used, as a row of their own.</summary>
public sealed class UnreadRow
{
    private UnreadRow() { }

    public Guid PlanId { get; private set; }

    /// <summary>Position among the unused passages of the document.</summary>
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
        : base("Lines of a document that were not used.", nameof(UnreadPassage))
    {
        SeenBy(Seen.WithParent);
        Field(passage => passage.FirstLine, "First line, from 1.");
        Field(passage => passage.LastLine, "Last line, from 1.");
        Field(passage => passage.Lines, "Number of lines that are not blank.");
        Field(passage => passage.Reason, "Why the lines were not used.");
        // A passage that was not understood may contain counts of a few persons, so it is treated as personal data.
        Field(
                passage => passage.Text,
                "The text; for a long passage, its beginning. Null for callers who do not see everything of the office."
            )
            .SignedIn()
            .Personal()
            .ForOffice((UnreadRow passage) => RowOf.Id<DevelopmentPlan>(passage.PlanId).Office.Code);
    }
}
