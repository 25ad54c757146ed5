using TeacherDevPlan.Application.Common.Models;
using TeacherDevPlan.Domain.Plans;

namespace TeacherDevPlan.Application.Plans;

public sealed class GuidelineModel : Model<Guideline>
{
    public GuidelineModel()
        : base("A guideline (แนวทางการพัฒนา) of a strategy.")
    {
        SeenBy(Seen.WithParent);
        Field(guideline => guideline.Number, "As printed.");
        Field(guideline => guideline.Heading, "The heading above the guideline, if any.");
        Field(guideline => guideline.Text, "As printed.");
        Field(guideline => guideline.Level, "Who is to follow the guideline.");
        Source();
    }
}
