using TeacherDevPlan.Application.Common.Querying;
using TeacherDevPlan.Domain.Statistics;

namespace TeacherDevPlan.Application.Statistics;

public sealed class ObservationModel : QueryModel<Observation>
{
    public ObservationModel()
        : base("Observation")
    {
        List("coordinates", observation => observation.Coordinates);
        Value("value", observation => observation.Value);
        Value("text", observation => observation.Text);
        Value("total", observation => observation.Total);
    }
}

public sealed class CoordinateModel : QueryModel<Coordinate>
{
    public CoordinateModel()
        : base("Coordinate")
    {
        Value("dimension", coordinate => coordinate.Dimension);
        Value("value", coordinate => coordinate.Value);
    }
}

public sealed class NeedsSurveyModel : QueryModel<NeedsSurvey>
{
    public NeedsSurveyModel()
        : base("NeedsSurvey")
    {
        Value("surveyedOn", survey => survey.SurveyedOn);
        Value("respondents", survey => survey.Respondents);
        List("topics", survey => survey.Topics);
    }
}

public sealed class SurveyTopicModel : QueryModel<SurveyTopic>
{
    public SurveyTopicModel()
        : base("SurveyTopic")
    {
        Value("number", topic => topic.Number);
        Value("name", topic => topic.Name);
        Value("demand", topic => topic.Demand);
        Value("percentage", topic => topic.Percentage);
    }
}
