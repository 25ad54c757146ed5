using TeacherDevPlan.Application.Common.Models;
using TeacherDevPlan.Domain.Plans;
using TeacherDevPlan.Domain.Statistics;

namespace TeacherDevPlan.Application.Statistics;

public sealed class NeedsSurveyModel : Model<NeedsSurvey>
{
    public NeedsSurveyModel()
        : base("A survey of what teachers and staff want to be developed in (สรุปข้อมูลความต้องการ).")
    {
        SeenBy(WithId<DevelopmentPlan>(survey => survey.PlanId));
        Field(survey => survey.SurveyedOn, "The day the data speak of.");
        Field(survey => survey.Respondents, "Persons, as printed.");
        Many<SurveyTopic>("topics", t => t.NeedsSurveyId, t => t.Position, "What was asked for, in order.");
    }
}
