using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Figures;

namespace TeacherDevPlan.Domain.Tests.Figures;

/// <summary>Results that are computed from records: refused where there is none, and accepted only if they tell of nobody.</summary>
public sealed class IndicatorProposalTests
{
    private static readonly DateTimeOffset Now = new(2023, 9, 30, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Nobody_in_the_denominator_is_refused_and_so_is_another_unit()
    {
        Propose(0, 0).Error.ShouldNotBeNull().Code.ShouldBe("INVALID_STATE");
        Propose(5, 10, unit: "คน").Error.ShouldNotBeNull().Code.ShouldBe("INVALID_STATE");
        Propose(5, 10, measure: IndicatorMeasure.HoursReached)
            .Error.ShouldNotBeNull()
            .Code.ShouldBe("VALIDATION_FAILED");
        Propose(5, 15).Value.Value.ShouldBe(33.33m);
    }

    [Theory]
    [InlineData(3, 20, false)]
    [InlineData(17, 20, false)]
    [InlineData(2, 4, false)]
    [InlineData(0, 20, true)]
    [InlineData(20, 20, true)]
    [InlineData(5, 20, true)]
    [InlineData(15, 20, true)]
    public void Few_people_are_not_published(int numerator, int denominator, bool accepted) =>
        (Propose(numerator, denominator).Value.Accept([], Now, "officer") is null).ShouldBe(accepted);

    [Theory]
    [InlineData(30, 60, 30, 60, true)]
    [InlineData(30, 60, 35, 65, true)]
    [InlineData(30, 60, 33, 60, false)]
    [InlineData(30, 60, 30, 62, false)]
    [InlineData(30, 60, 36, 60, true)]
    public void Nor_is_a_change_by_few(int before, int of, int now, int among, bool accepted)
    {
        var first = Propose(before, of).Value;
        first.Accept([], Now, "officer").ShouldBeNull();
        var second = Propose(now, among, earlier: first).Value;
        second.Drift.ShouldBe(second.Value - first.Value);
        second.EarlierId.ShouldBe(first.Id);
        (second.Accept([first], Now, "officer") is null).ShouldBe(accepted);
    }

    [Theory]
    [InlineData(16, 72, 14, 72, false)]
    [InlineData(16, 72, 14, 73, false)]
    [InlineData(16, 72, 17, 75, false)]
    [InlineData(16, 72, 16, 72, true)]
    [InlineData(16, 72, 11, 72, true)]
    public void Nor_is_a_difference_by_few_from_another_indicator_and_measure(
        int covered,
        int of,
        int learnt,
        int among,
        bool accepted
    )
    {
        var first = Propose(covered, of).Value;
        first.Accept([], Now, "officer").ShouldBeNull();
        var second = Propose(learnt, among, measure: IndicatorMeasure.TopicsLearnt, topics: ["A"]).Value;
        second.IndicatorId.ShouldNotBe(first.IndicatorId);
        (second.Accept([first], Now, "officer") is null).ShouldBe(accepted);
    }

    [Fact]
    public void Sets_of_topics_that_overlap_are_not_both_published()
    {
        List<IndicatorProposal> accepted = [];
        Accept(20, "A").ShouldBeNull();
        Accept(30, "B", "C").ShouldBeNull();
        Accept(20, "A").ShouldBeNull();
        Accept(36, "C", "B").ShouldBeNull();
        Accept(45, "A", "B", "C").ShouldNotBeNull().Text.English.ShouldContain("topics or forms");
        Accept(10, "B").ShouldNotBeNull();
        Accept(52, "D").ShouldBeNull();

        DomainError? Accept(int numerator, params string[] topics)
        {
            var one = Propose(numerator, 60, measure: IndicatorMeasure.TopicsLearnt, topics: topics).Value;
            var refusal = one.Accept(accepted, Now, "officer");
            if (refusal is null)
                accepted.Add(one);
            return refusal;
        }
    }

    [Theory]
    [InlineData(5, 5, true)]
    [InlineData(5, 0, true)]
    [InlineData(0, 5, true)]
    [InlineData(4, 5, false)]
    [InlineData(5, 1, false)]
    public void Participations_of_few_people_are_no_result(int completing, int others, bool proposed)
    {
        List<TookPart> took =
        [
            .. Enumerable
                .Range(0, completing + others)
                .SelectMany(person =>
                {
                    var id = Guid.NewGuid();
                    return Enumerable.Range(0, 6).Select(_ => Took(id, [], completed: person < completing));
                }),
        ];
        var definition = new MeasureDefinition(IndicatorMeasure.Completion, 2566, null, [], [], null, null);
        IndicatorProposal
            .Of(
                Guid.NewGuid(),
                Guid.NewGuid(),
                null,
                "ร้อยละ",
                definition,
                new DevelopmentFacts([], took, [], []),
                null,
                Now,
                "officer"
            )
            .Succeeded.ShouldBe(proposed);
    }

    [Fact]
    public void Participations_are_looked_up_again_when_they_are_accepted()
    {
        var people = Enumerable.Range(0, 30).Select(_ => Guid.NewGuid()).ToList();
        List<TookPart> first = [.. people.Take(20).SelectMany(one => Enumerable.Repeat(Took(one, []), 3))];
        var proposal = Of(first);
        // Records changed since, or were merged until few people are left.
        proposal.Accept([], Now, "officer", Facts(first[1..])).ShouldNotBeNull().Text.English.ShouldContain("again");
        var few = first.Select((one, at) => one with { PersonId = people[at % 4] }).ToList();
        proposal.Accept([], Now, "officer", Facts(few)).ShouldNotBeNull().Text.English.ShouldContain("fewer than 5");
        proposal.Accept([], Now, "officer", Facts(first)).ShouldBeNull();
        // Nobody has more than three, so 12 more may be those of four people.
        foreach (var (more, isAccepted) in new[] { (12, false), (13, true), (0, true) })
        {
            List<TookPart> later =
            [
                .. first,
                .. people.Skip(20).Take(5).SelectMany(one => Enumerable.Repeat(Took(one, []), 3)).Take(more),
            ];
            (Of(later).Accept([proposal], Now, "officer", Facts(later)) is null).ShouldBe(isAccepted, $"{more}");
        }

        static DevelopmentFacts Facts(IReadOnlyList<TookPart> took) => new([], took, [], []);

        static IndicatorProposal Of(IReadOnlyList<TookPart> took) =>
            IndicatorProposal
                .Of(
                    Guid.Empty,
                    Guid.NewGuid(),
                    null,
                    "ร้อยละ",
                    new MeasureDefinition(IndicatorMeasure.Completion, 2566, null, [], [], null, null),
                    Facts(took),
                    null,
                    Now,
                    "officer"
                )
                .Value;
    }

    [Fact]
    public void The_definition_says_that_events_of_any_office_count()
    {
        var text = new MeasureDefinition(IndicatorMeasure.Coverage, 2566, null, [], [], null, null).Text;
        text.English.ShouldContain("Events: those of any office, by the enrolments of people of the office, of the");
        text.Thai.ShouldContain("ของทุกสำนักงาน ตามการลงทะเบียนของบุคลากรในสังกัดสำนักงาน");
    }

    [Fact]
    public void A_proposal_is_accepted_once_and_tells_how_it_was_computed()
    {
        var one = Propose(30, 60).Value;
        one.Accept([], Now, "officer").ShouldBeNull();
        one.Accept([], Now, "officer").ShouldNotBeNull();
        one.Evidence.ShouldContain("30/60");
        one.Evidence.ShouldContain("2023-09-30");
        one.Evidence.Length.ShouldBeLessThan(2000);
    }

    private static Result<IndicatorProposal> Propose(
        int numerator,
        int denominator,
        string unit = "ร้อยละ",
        IndicatorMeasure measure = IndicatorMeasure.Coverage,
        IndicatorProposal? earlier = null,
        params string[] topics
    )
    {
        var named = topics.Select(topic => new NamedId(Topic(topic), topic, topic)).ToList();
        var people = Enumerable.Range(0, denominator).Select(_ => Guid.NewGuid()).ToList();
        var facts = new DevelopmentFacts(
            [.. people.Select(person => new Post(person, Guid.Empty, null))],
            [.. people.Take(numerator).Select(person => Took(person, [.. named.Select(one => one.Id)]))],
            [],
            []
        );
        return IndicatorProposal.Of(
            Guid.NewGuid(),
            Guid.NewGuid(),
            null,
            unit,
            new MeasureDefinition(measure, 2566, null, named, [], null, null),
            facts,
            earlier,
            Now,
            "officer"
        );
    }

    private static Guid Topic(string code) => new(code[0], 0, 0, new byte[8]);

    private static TookPart Took(Guid person, IReadOnlyList<Guid> topics, bool completed = true) =>
        new(person, Guid.Empty, null, null, Guid.Empty, null, FiscalQuarter.Q1, topics, completed, 60);
}
