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
        IndicatorProposal? earlier = null
    )
    {
        var people = Enumerable.Range(0, denominator).Select(_ => Guid.NewGuid()).ToList();
        var facts = new DevelopmentFacts(
            [.. people.Select(person => new Post(person, Guid.Empty, null))],
            [
                .. people
                    .Take(numerator)
                    .Select(person => new TookPart(
                        person,
                        Guid.Empty,
                        null,
                        null,
                        Guid.Empty,
                        null,
                        FiscalQuarter.Q1,
                        [],
                        true,
                        60
                    )),
            ],
            [],
            []
        );
        return IndicatorProposal.Of(
            Guid.NewGuid(),
            Guid.NewGuid(),
            null,
            unit,
            new MeasureDefinition(measure, 2566, null, [], [], null, null),
            facts,
            earlier,
            Now,
            "officer"
        );
    }
}
