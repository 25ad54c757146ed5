using System.Security.Cryptography;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.People;

namespace TeacherDevPlan.Domain.Events.After;

/// <summary>How often each score was given. Everything that is told of answers follows from sums of them.</summary>
/// <param name="Answers">Σn.</param>
/// <param name="Sum">Σs·n.</param>
/// <param name="Squares">Σs²·n.</param>
public readonly record struct ScoreTally(int Answers, long Sum, long Squares)
{
    /// <summary>To how many decimals a mean and a deviation are told.</summary>
    public const int Decimals = 6;

    /// <param name="counts">The number of answers with the score 1, 2, …</param>
    public static ScoreTally Of(IEnumerable<int> counts)
    {
        var tally = default(ScoreTally);
        foreach (var (index, count) in counts.Index())
        {
            long score = index + 1;
            tally = new(tally.Answers + count, tally.Sum + score * count, tally.Squares + score * score * count);
        }

        return tally;
    }

    public static ScoreTally operator +(ScoreTally one, ScoreTally other) =>
        new(one.Answers + other.Answers, one.Sum + other.Sum, one.Squares + other.Squares);

    /// <summary>Null without an answer.</summary>
    public decimal? Mean => Answers == 0 ? null : decimal.Round((decimal)Sum / Answers, Decimals);

    /// <summary>The standard deviation of a sample; null below two answers.</summary>
    public decimal? Deviation
    {
        get
        {
            if (Answers < 2)
                return null;
            // The squares about the mean, times the number of answers: exact, and never below 0.
            var squares = (decimal)Squares * Answers - (decimal)Sum * Sum;
            var variance = squares / ((decimal)Answers * (Answers - 1));
            return decimal.Round((decimal)Math.Sqrt((double)variance), Decimals);
        }
    }

    /// <summary>Whether the mean, before it is rounded, is this or higher.</summary>
    public bool Reaches(decimal mean) => Sum >= mean * Answers;
}

/// <summary>What the answers to a questionnaire came to. There is none of fewer than <see cref="SmallCells.Smallest"/> answers.</summary>
public sealed class QuestionnaireResult : Entity
{
    private readonly List<QuestionnaireItemResult> items = [];
    private readonly List<QuestionnaireComment> comments = [];

    private QuestionnaireResult() { }

    public Guid QuestionnaireId { get; private init; }

    /// <summary>The office of the offering.</summary>
    public Guid OfficeId { get; private init; }

    /// <summary>How many people answered.</summary>
    public int Answers { get; private init; }

    /// <summary>The sum of the scores of all items.</summary>
    public long Sum { get; private init; }

    /// <summary>The sum of their squares.</summary>
    public long Squares { get; private init; }

    /// <summary>The mean of the scores of all items.</summary>
    public decimal Mean { get; private init; }

    public decimal? Deviation { get; private init; }

    public Guid BandId { get; private init; }

    public SatisfactionBand Band { get; private init; } = null!;

    public IReadOnlyList<QuestionnaireItemResult> Items => items;

    /// <summary>In an order that is drawn by lot.</summary>
    public IReadOnlyList<QuestionnaireComment> Comments => comments;

    /// <summary>Null if too few people answered.</summary>
    /// <param name="questionnaire">It is closed.</param>
    /// <param name="counts">How often each item got each score: 1 to 5 of the first item, then of the next one.</param>
    /// <param name="texts">The comments.</param>
    /// <param name="scale">The scale of the day on which it was closed.</param>
    public static QuestionnaireResult? Of(
        Questionnaire questionnaire,
        IReadOnlyList<int> counts,
        IReadOnlyList<string> texts,
        SatisfactionScale scale
    )
    {
        var tallies = counts.Chunk(Questionnaire.HighestScore).Select(ScoreTally.Of).ToList();
        if (tallies.Count != questionnaire.Items.Count || tallies.Exists(one => one.Answers != tallies[0].Answers))
            throw new ArgumentException("are not those of the items.", nameof(counts));
        if (tallies[0].Answers < SmallCells.Smallest)
            return null;
        var all = tallies.Aggregate((one, other) => one + other);
        var result = new QuestionnaireResult
        {
            QuestionnaireId = questionnaire.Id,
            OfficeId = questionnaire.OfficeId,
            Answers = tallies[0].Answers,
            Sum = all.Sum,
            Squares = all.Squares,
            Mean = all.Mean!.Value,
            Deviation = all.Deviation,
            BandId = scale.BandOf(all).Id,
        };
        result.items.AddRange(
            questionnaire
                .Items.OrderBy(item => item.Number)
                .Zip(tallies)
                .Select(one => new QuestionnaireItemResult(result.Id, one.First, one.Second, scale))
        );
        var shuffled = texts.ToArray();
        RandomNumberGenerator.Shuffle(shuffled.AsSpan());
        result.comments.AddRange(
            shuffled.Select((text, index) => new QuestionnaireComment(result, questionnaire, index + 1, text))
        );
        return result;
    }
}

/// <summary>What the answers to one item came to.</summary>
public sealed class QuestionnaireItemResult : Entity
{
    private QuestionnaireItemResult() { }

    internal QuestionnaireItemResult(Guid resultId, QuestionnaireItem item, ScoreTally tally, SatisfactionScale scale)
    {
        (ResultId, Number, Text) = (resultId, item.Number, item.Text);
        (Answers, Sum, Squares) = (tally.Answers, tally.Sum, tally.Squares);
        (Mean, Deviation) = (tally.Mean!.Value, tally.Deviation);
        BandId = scale.BandOf(tally).Id;
    }

    public Guid ResultId { get; private init; }

    /// <summary>The number of the item.</summary>
    public int Number { get; private init; }

    /// <summary>The text of the item.</summary>
    public string Text { get; private init; } = "";

    public int Answers { get; private init; }

    /// <summary>The sum of the scores.</summary>
    public long Sum { get; private init; }

    /// <summary>The sum of their squares.</summary>
    public long Squares { get; private init; }

    public decimal Mean { get; private init; }

    public decimal? Deviation { get; private init; }

    public Guid BandId { get; private init; }

    public SatisfactionBand Band { get; private init; } = null!;
}

/// <summary>What somebody wrote, and nobody knows who. Its id is random, and its number was drawn by lot.</summary>
public sealed class QuestionnaireComment : Entity
{
    private QuestionnaireComment() { }

    internal QuestionnaireComment(QuestionnaireResult result, Questionnaire questionnaire, int number, string text)
        : base(Guid.NewGuid())
    {
        (ResultId, QuestionnaireId, OfficeId) = (result.Id, questionnaire.Id, questionnaire.OfficeId);
        (Number, Text) = (number, text);
    }

    public Guid ResultId { get; private init; }

    public Guid QuestionnaireId { get; private init; }

    /// <summary>The office of the offering.</summary>
    public Guid OfficeId { get; private init; }

    public int Number { get; private init; }

    public string Text { get; private init; } = "";
}
