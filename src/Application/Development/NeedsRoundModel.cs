using TeacherDevPlan.Application.Common.Models;
using TeacherDevPlan.Domain.Development;
using TeacherDevPlan.Domain.Offices;

namespace TeacherDevPlan.Application.Development;

/// <summary>
/// That an office asks, and for what, is as public as the office; what people answer is not. Those who are asked see it
/// before anything of the office is published.
/// </summary>
public sealed class NeedsRoundModel : Model<NeedsRound>
{
    public NeedsRoundModel()
        : base("A survey of the needs of an office's people for a fiscal year (รอบสำรวจความต้องการพัฒนา).")
    {
        SeenBy(Seen.Either(WithId<Office>(round => round.OfficeId), OwnWorkplace(round => round.OfficeId)));
        Lists("NeedsRounds");
        LongList();
        Order(round => round.FiscalYear);
        Root("needsRounds", "The surveys of needs of all offices, by fiscal year.");
        Key(round => round.Id);
        RootById("needsRound", "The survey of needs with this id, or null.");
        Maybe<Office>("office", round => round.OfficeId, "The office; null if nothing of it is published yet.");
        Field(round => round.FiscalYear, "The year that the needs are for (Buddhist era).").Indexed();
        Field(round => round.MostTopics, "How many topics one person may ask for.");
        Field(round => round.OpensOn, "The first day on which people answer; null if it was open at once.");
        Field(round => round.ClosesOn, "The last day on which people answer; null until it is closed.");
        Field(round => round.Status, "Whether it is open.");
        Field(round => round.OpenedAt, "When it was opened.");
        Field(round => round.ClosedAt, "When it was closed, if it was.");
        Many<NeedsRoundTopic>("topics", topic => topic.RoundId, topic => topic.Number, "The topics, in order.");
        Many<NeedsResult>(
                "result",
                result => result.RoundId,
                result => result.SurveyedOn,
                "What it came to, for the office's development officers; null until it is closed."
            )
            .First();
        Page<NeedsParticipant>(
            "participants",
            one => one.RoundId,
            "The people who answered or, once it is closed, were asked."
        );
        Page<NeedsChoice>("choices", choice => choice.RoundId, "What people ask for.");
        GroupByOffice(round => round.Office);
        GroupBy("FISCAL_YEAR", round => round.FiscalYear, "The fiscal year (Buddhist era).");
        GroupBy("STATUS", round => round.Status, "Whether it is open.");
    }
}

public sealed class NeedsRoundTopicModel : Model<NeedsRoundTopic>
{
    public NeedsRoundTopicModel()
        : base("A topic that people may ask for in a survey of needs.")
    {
        SeenBy(Seen.WithParent);
        Field(one => one.Number, "From 1.");
        One<DevelopmentTopic>("topic", one => one.TopicId, "The topic.");
    }
}

/// <summary>Exact numbers of few people are for those who may read the people.</summary>
public sealed class NeedsResultModel : Model<NeedsResult>
{
    public NeedsResultModel()
        : base("What a survey of needs came to, in the shape of a printed one (NeedsSurvey).")
    {
        SeenBy(OwnPeople(result => result.OfficeId));
        Field(result => result.SurveyedOn, "The day on which it was closed.").Personal();
        Field(result => result.Asked, "Number of persons who were asked.").Personal();
        Field(result => result.Respondents, "Number of them who answered.").Personal();
        Many<NeedsResultTopic>("topics", topic => topic.ResultId, topic => topic.Number, "The topics, in order.")
            .Personal();
    }
}

public sealed class NeedsResultTopicModel : Model<NeedsResultTopic>
{
    public NeedsResultTopicModel()
        : base("How many people asked for a topic.")
    {
        SeenBy(Seen.WithParent);
        Field(one => one.Number, "As in the survey.").Personal();
        Field(one => one.Topic.Name, "The name in Thai.").Personal();
        One<DevelopmentTopic>("topic", one => one.TopicId, "The topic.").Personal();
        Field(one => one.Demand, "Number of persons who asked for the topic.").Personal();
        Field(one => one.Percentage, "Percentage of those who answered; null if nobody did.").Personal();
    }
}
