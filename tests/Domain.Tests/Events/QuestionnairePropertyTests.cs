using CsCheck;
using TeacherDevPlan.Domain.Events;
using TeacherDevPlan.Domain.Events.After;

namespace TeacherDevPlan.Domain.Tests.Events;

/// <summary>Results from counts are those that follow from the answers one by one, which nobody keeps.</summary>
public sealed class QuestionnairePropertyTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 30, 3, 0, 0, TimeSpan.Zero);

    private static readonly (string Name, decimal Lowest)[] Bands =
    [
        ("น้อยที่สุด", 1),
        ("น้อย", 1.51m),
        ("ปานกลาง", 2.51m),
        ("มาก", 3.51m),
        ("มากที่สุด", 4.51m),
    ];

    private static readonly SatisfactionScale Scale = new(new DateOnly(2002, 1, 1), "บุญชม 2545", Bands);

    private static readonly Gen<int[][]> Answers = Gen.Int[1, 6]
        .SelectMany(items => Gen.Int[1, 5].Array[items].Array[0, 40]);

    [Fact]
    public void Mean_deviation_and_band_are_those_of_the_answers_one_by_one() =>
        Answers.Sample(answers =>
        {
            var items = answers.Length == 0 ? 1 : answers[0].Length;
            var questionnaire = Closed(items);
            var result = QuestionnaireResult.Of(questionnaire, Counts(answers, items), [], Scale);
            if (answers.Length < 5)
            {
                result.ShouldBeNull();
                return;
            }

            result!.Answers.ShouldBe(answers.Length);
            Check([.. answers.SelectMany(scores => scores)], result.Mean, result.Deviation, result.BandId);
            result.Items.Count.ShouldBe(items);
            foreach (var item in result.Items)
            {
                item.Answers.ShouldBe(answers.Length);
                item.Text.ShouldBe($"ข้อ {item.Number}");
                Check([.. answers.Select(scores => scores[item.Number - 1])], item.Mean, item.Deviation, item.BandId);
            }
        });

    [Fact]
    public void The_band_comes_from_the_mean_before_it_is_rounded() =>
        // 4.505 is told as 4.51, and is below it.
        Gen.Int[1, 50]
            .Sample(times =>
            {
                var tally = ScoreTally.Of([0, 0, 0, 99 * times, 101 * times]);
                decimal.Round(tally.Mean!.Value, 2, MidpointRounding.AwayFromZero).ShouldBe(4.51m);
                Scale.BandOf(tally).Name.ShouldBe("มาก");
                Scale.BandOf(ScoreTally.Of([0, 0, 0, 49 * times, 51 * times])).Name.ShouldBe("มากที่สุด");
            });

    [Fact]
    public void A_deviation_needs_two_answers()
    {
        ScoreTally.Of([0, 0, 0, 0, 0]).Mean.ShouldBeNull();
        ScoreTally.Of([0, 0, 1, 0, 0]).Deviation.ShouldBeNull();
        ScoreTally.Of([0, 0, 2, 0, 0]).Deviation.ShouldBe(0);
    }

    [Fact]
    public void All_comments_are_there_with_numbers_drawn_by_lot_and_random_ids() =>
        Gen.String[0, 5]
            .Array[0, 30]
            .Sample(texts =>
            {
                var result = QuestionnaireResult.Of(Closed(1), [0, 0, 0, 0, 30], texts, Scale)!;
                result.Comments.Select(one => one.Text).ShouldBe(texts, ignoreOrder: true);
                result.Comments.Select(one => one.Number).ShouldBe(Enumerable.Range(1, texts.Length));
                result.Comments.ShouldAllBe(one => one.Id.Version == 4);
            });

    [Fact]
    public void The_order_of_comments_is_not_that_in_which_they_are_taken()
    {
        string[] texts = [.. Enumerable.Range(0, 100).Select(number => $"{number:00}")];
        var result = QuestionnaireResult.Of(Closed(1), [0, 0, 0, 0, 100], texts, Scale)!;
        result.Comments.Select(one => one.Text).ShouldNotBe(texts);
    }

    [Fact]
    public void Any_sequence_of_steps_opens_and_closes_once_and_keeps_the_items_from_then_on() =>
        Gen.Int[0, 3]
            .Array[0, 12]
            .Sample(steps =>
            {
                var questionnaire = new Questionnaire(new Offering(Guid.CreateVersion7(), 2566));
                questionnaire.Save("ก", ["ก"]).ShouldBeNull();
                foreach (var step in steps)
                {
                    var (status, version, text) = (
                        questionnaire.Status,
                        questionnaire.Version,
                        questionnaire.Items.Single().Text
                    );
                    var refusal = step switch
                    {
                        0 => questionnaire.Save("ข", [$"{version}"]),
                        1 => questionnaire.Open(true, Now),
                        2 => questionnaire.Open(false, Now),
                        _ => questionnaire.Close(Now),
                    };
                    var accepted =
                        step <= 1
                            ? status == QuestionnaireStatus.Draft
                            : step == 3 && status == QuestionnaireStatus.Open;
                    (refusal is null).ShouldBe(accepted);
                    questionnaire.Version.ShouldBe(accepted ? version + 1 : version);
                    if (status != QuestionnaireStatus.Draft)
                        questionnaire.Items.Single().Text.ShouldBe(text);
                    (questionnaire.Refusal([3]) is null).ShouldBe(questionnaire.Status == QuestionnaireStatus.Open);
                }
            });

    [Fact]
    public void An_answer_has_a_score_of_1_to_5_for_each_item() =>
        Gen.Int[-1, 7]
            .Array[0, 4]
            .Sample(scores =>
            {
                var questionnaire = new Questionnaire(new Offering(Guid.CreateVersion7(), 2566));
                questionnaire.Save("ก", ["ก", "ข"]);
                questionnaire.Open(true, Now);
                (questionnaire.Refusal(scores) is null).ShouldBe(
                    scores.Length == 2 && scores.All(score => score is > 0 and < 6)
                );
            });

    private static Questionnaire Closed(int items)
    {
        var questionnaire = new Questionnaire(new Offering(Guid.CreateVersion7(), 2566));
        questionnaire.Save("ก", [.. Enumerable.Range(1, items).Select(number => $"ข้อ {number}")]);
        questionnaire.Open(true, Now);
        questionnaire.Close(Now);
        return questionnaire;
    }

    private static int[] Counts(int[][] answers, int items) =>
        [
            .. Enumerable
                .Range(0, items)
                .SelectMany(item =>
                    Enumerable.Range(1, 5).Select(score => answers.Count(scores => scores[item] == score))
                ),
        ];

    private static void Check(int[] scores, decimal mean, decimal? deviation, Guid band)
    {
        var average = scores.Average();
        ((double)mean).ShouldBe(average, 1e-6);
        var squares = scores.Sum(score => (score - average) * (score - average));
        ((double)deviation!).ShouldBe(Math.Sqrt(squares / (scores.Length - 1)), 1e-6);
        var exact = scores.Sum() / (decimal)scores.Length;
        Scale.Bands.Single(one => one.Id == band).Name.ShouldBe(Bands.Last(one => one.Lowest <= exact).Name);
    }
}
