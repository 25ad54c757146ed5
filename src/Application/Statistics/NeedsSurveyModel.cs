using TeacherDevPlan.Application.Common.Models;
using TeacherDevPlan.Domain.Plans;
using TeacherDevPlan.Domain.Statistics;

namespace TeacherDevPlan.Application.Statistics;

public sealed class NeedsSurveyModel : Model<NeedsSurvey>
{
    public NeedsSurveyModel()
        : base("A survey of the development needs of teachers and staff (สรุปข้อมูลความต้องการ).")
    {
        SeenBy(WithId<DevelopmentPlan>(survey => survey.PlanId));
        Field(survey => survey.SurveyedOn, "The reference date of the data.");
        Field(survey => survey.Respondents, "Number of persons, as printed.");
        Many<SurveyTopic>("topics", t => t.NeedsSurveyId, t => t.Position, "The topics, in order.");
    }
}
