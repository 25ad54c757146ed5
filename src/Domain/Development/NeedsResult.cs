using TeacherDevPlan.Domain.Common;

namespace TeacherDevPlan.Domain.Development;

/// <summary>What a round came to, in the shape of a printed survey: how many asked for each topic.</summary>
public sealed class NeedsResult : Entity
{
    private readonly List<NeedsResultTopic> topics = [];

    private NeedsResult() { }

    internal NeedsResult(NeedsRound round, DateOnly surveyedOn, IReadOnlyList<NeedsParticipant> answers, int silent)
    {
        (RoundId, OfficeId, SurveyedOn) = (round.Id, round.OfficeId, surveyedOn);
        (Asked, Respondents) = (answers.Count + silent, answers.Count);
        var demand = answers
            .SelectMany(one => one.Choices)
            .GroupBy(choice => choice.TopicId)
            .ToDictionary(topic => topic.Key, topic => topic.Count());
        topics.AddRange(
            round.Topics.Select(topic => new NeedsResultTopic(
                Id,
                topic,
                demand.GetValueOrDefault(topic.TopicId),
                Respondents
            ))
        );
    }

    public Guid RoundId { get; private init; }

    public Guid OfficeId { get; private init; }

    /// <summary>The day on which the round was closed.</summary>
    public DateOnly SurveyedOn { get; private init; }

    /// <summary>The number of people who were asked.</summary>
    public int Asked { get; private init; }

    /// <summary>The number of them who answered.</summary>
    public int Respondents { get; private init; }

    public IReadOnlyList<NeedsResultTopic> Topics => topics;
}

public sealed class NeedsResultTopic : Entity
{
    private NeedsResultTopic() { }

    internal NeedsResultTopic(Guid resultId, NeedsRoundTopic topic, int demand, int respondents)
    {
        (ResultId, TopicId, Number, Demand) = (resultId, topic.TopicId, topic.Number, demand);
        Percentage = Percent.Of(demand, respondents);
    }

    public Guid ResultId { get; private init; }

    public Guid TopicId { get; private init; }

    public DevelopmentTopic Topic { get; private init; } = null!;

    public int Number { get; private init; }

    /// <summary>The number of people who asked for the topic.</summary>
    public int Demand { get; private init; }

    /// <summary>The percentage of those who answered; null if nobody did.</summary>
    public decimal? Percentage { get; private init; }
}

/// <summary>A round that was closed.</summary>
/// <param name="Silent">Those who were asked and did not answer.</param>
public sealed record ClosedRound(NeedsResult Result, IReadOnlyList<NeedsParticipant> Silent);
