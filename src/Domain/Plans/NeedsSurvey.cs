using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Plans.Document;

namespace TeacherDevPlan.Domain.Plans;

/// <summary>A survey of the development needs of teachers and staff (สรุปข้อมูลความต้องการพัฒนา).</summary>
public sealed class NeedsSurvey : Entity
{
    private readonly List<SurveyTopic> topics = [];

    private NeedsSurvey() { }

    private NeedsSurvey(DevelopmentPlan plan, DateOnly surveyedOn) =>
        (OfficeId, PlanId, SurveyedOn) = (plan.OfficeId, plan.Id, surveyedOn);

    public Guid OfficeId { get; private set; }

    /// <summary>The plan that contains the survey.</summary>
    public Guid PlanId { get; private set; }

    public DateOnly SurveyedOn { get; private init; }

    /// <summary>The number of respondents.</summary>
    public int Respondents { get; private set; }

    /// <summary>
    /// Whether so few persons were asked that the survey is shown only to callers who see everything of the office.
    /// </summary>
    public bool Withheld { get; private set; }

    /// <summary>The number of topics that are shown only to those callers.</summary>
    public int WithheldTopics { get; private set; }

    public IReadOnlyList<SurveyTopic> Topics => topics;

    internal static void Merge(
        DevelopmentPlan plan,
        List<NeedsSurvey> surveys,
        IReadOnlyList<NeedsSurveyDocument> documents
    ) =>
        Common.Merge.Into(
            surveys,
            documents,
            survey => survey.SurveyedOn,
            document => document.SurveyedOn,
            document => new NeedsSurvey(plan, document.SurveyedOn),
            (survey, document, _) => survey.Apply(document)
        );

    private void Apply(NeedsSurveyDocument document)
    {
        Respondents = document.Respondents;
        Common.Merge.Into(
            topics,
            document.Topics,
            topic => topic.Number,
            topic => topic.Number,
            topic => new SurveyTopic { Number = topic.Number },
            (topic, stated, position) => topic.Apply(stated, position)
        );
        (Withheld, WithheldTopics) = (Dataset.IsSmall(Respondents), topics.Count(topic => topic.Withheld));
    }
}

public sealed class SurveyTopic : Entity, IInOrder
{
    public Guid NeedsSurveyId { get; private set; }

    public int Position { get; private set; }

    public int Number { get; internal init; }

    public string Name { get; private set; } = "";

    /// <summary>The number of persons who chose the topic.</summary>
    public int Demand { get; private set; }

    /// <summary>The percentage of the respondents, as printed.</summary>
    public decimal Percentage { get; private set; }

    /// <summary>
    /// Whether the topic was chosen by so few persons that it is shown only to callers who see everything of the office.
    /// </summary>
    public bool Withheld { get; private set; }

    internal void Apply(SurveyTopicDocument document, int position)
    {
        (Name, Demand, Percentage, Position) = (document.Name, document.Demand, document.Percentage, position);
        Withheld = Dataset.IsSmall(Demand);
    }
}
