using TeacherDevPlan.Application.Common.Models;
using TeacherDevPlan.Domain.Offices;
using TeacherDevPlan.Domain.Plans;

namespace TeacherDevPlan.Application.Statistics;

public sealed class NeedsSurveyModel : Model<NeedsSurvey>
{
    public NeedsSurveyModel()
        : base("A survey of the development needs of teachers and staff (สรุปข้อมูลความต้องการ).")
    {
        SeenBy(
            Seen.Both(
                WithId<DevelopmentPlan>(survey => survey.PlanId),
                Seen.Either(
                    WhenNot(survey => survey.Withheld),
                    OwnOffice(survey => RowOf.Id<Office>(survey.OfficeId).Code)
                )
            )
        );
        Field(survey => survey.SurveyedOn, "The reference date of the data.");
        Field(survey => survey.Respondents, "Number of persons, as printed.");
        Field(
            survey => survey.WithheldTopics,
            "Number of topics withheld from callers who may not read the office's personal data: those that one to four persons chose."
        );
        Many<SurveyTopic>("topics", t => t.NeedsSurveyId, t => t.Position, "The topics, in order.");
    }
}
