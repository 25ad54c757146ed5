using TeacherDevPlan.Application.Common.Models;
using TeacherDevPlan.Domain.Statistics;

namespace TeacherDevPlan.Application.Statistics;

public sealed class SurveyTopicModel : Model<SurveyTopic>
{
    public SurveyTopicModel()
        : base("A topic of a needs survey.")
    {
        SeenBy(Seen.WithParent);
        Field(topic => topic.Number, "As printed.");
        Field(topic => topic.Name, "As printed.");
        Field(topic => topic.Demand, "Number of persons who chose the topic.");
        Field(topic => topic.Percentage, "Percentage of the respondents, as printed.");
        Source();
        Source("demandSource", "demand", "Where the demand is printed.");
        Source("percentageSource", "percentage", "Where the percentage is printed.");
    }
}
