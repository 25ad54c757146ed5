using TeacherDevPlan.Application.Common.Models;
using TeacherDevPlan.Domain.Plans;

namespace TeacherDevPlan.Application.Plans;

public sealed class PlanReadingModel : Model<StoredReading>
{
    public PlanReadingModel()
        : base("How much of a document's text went into its plan. Blank lines do not count.", "PlanReading")
    {
        SeenBy(Seen.WithParent);
        Field(reading => reading.Lines, "Lines of the document.");
        Computed<int>("linesUsed", "Those that went into the plan.");
        Many<UnreadRow>("unread", row => row.PlanId, row => row.Position, "Those that went nowhere, and why.");
    }
}
