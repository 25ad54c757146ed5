using TeacherDevPlan.Application.Common.Models;
using TeacherDevPlan.Domain.Plans;

namespace TeacherDevPlan.Application.Plans;

public sealed class CalendarStepModel : Model<CalendarStep>
{
    public CalendarStepModel()
        : base("A step of a plan's calendar.")
    {
        SeenBy(Seen.WithParent);
        Field(step => step.Number, "As printed.");
        Field(step => step.Name, "As printed.");
        Field(step => step.Months, "The first day of each marked month, in order.");
        Source();
    }
}
