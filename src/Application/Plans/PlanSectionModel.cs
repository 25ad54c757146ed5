using TeacherDevPlan.Application.Common.Models;
using TeacherDevPlan.Domain.Plans;

namespace TeacherDevPlan.Application.Plans;

public sealed class PlanSectionModel : Model<PlanSection>
{
    public PlanSectionModel()
        : base("A heading of a plan's document and the text below it, up to the next heading.")
    {
        SeenBy(Seen.WithParent);
        Field(section => section.Number, "Number as printed, with Arabic digits; null if none is printed.");
        Field(section => section.Heading, "As printed.");
        Field(section => section.Level, "The depth, from 1: a part (ส่วนที่) has depth 1.");
        Many<PlanSectionText>(
            "items",
            text => text.PlanSectionId,
            text => text.Position,
            "Paragraphs and list items, in order."
        );
        Source();
    }
}
