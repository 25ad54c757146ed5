using TeacherDevPlan.Application.Common.Models;
using TeacherDevPlan.Domain.Plans;

namespace TeacherDevPlan.Application.Plans;

public sealed class PlanReadingModel : Model<StoredReading>
{
    public PlanReadingModel()
        : base("How much of a document's text is in the plan. Blank lines do not count.", "PlanReading")
    {
        SeenBy(Seen.WithParent);
        Field(reading => reading.Lines, "Number of lines of the document.");
        Computed<int>("linesUsed", "Number of lines that are in the plan.");
        Many<UnreadRow>("unread", row => row.PlanId, row => row.Position, "Lines that were not used, and why.");
    }
}
