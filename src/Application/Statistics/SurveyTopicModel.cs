using TeacherDevPlan.Application.Common.Models;
using TeacherDevPlan.Domain.Development;
using TeacherDevPlan.Domain.Offices;
using TeacherDevPlan.Domain.Plans;

namespace TeacherDevPlan.Application.Statistics;

/// <summary>
/// Topics that a few persons chose are withheld from everybody except the office, as cells of datasets are.
/// </summary>
public sealed class SurveyTopicModel : Model<SurveyTopic>
{
    public SurveyTopicModel()
        : base("A topic of a needs survey.")
    {
        SeenBy(
            Seen.Either(
                WhenNot(topic => topic.Withheld),
                OwnOffice(topic => RowOf.Id<Office>(RowOf.Id<NeedsSurvey>(topic.NeedsSurveyId).OfficeId).Code)
            )
        );
        Field(topic => topic.Number, "As printed.");
        Field(topic => topic.Name, "As printed.");
        Maybe<DevelopmentTopic>(
            "developmentTopic",
            "The topic of the ministry's catalogue with this name, if there is one. It makes surveys comparable."
        );
        Field(topic => topic.Demand, "Number of persons who chose the topic.")
            .PersonalWhere((SurveyTopic topic) => topic.Withheld);
        Field(topic => topic.Percentage, "Percentage of the respondents, as printed.")
            .PersonalWhere((SurveyTopic topic) => topic.Withheld);
        Source().PersonalWhere((SurveyTopic topic) => topic.Withheld);
        Source("demandSource", "demand", "Where the demand is printed.")
            .PersonalWhere((SurveyTopic topic) => topic.Withheld);
        Source("percentageSource", "percentage", "Where the percentage is printed.")
            .PersonalWhere((SurveyTopic topic) => topic.Withheld);
    }
}
