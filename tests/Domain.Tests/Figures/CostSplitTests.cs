using TeacherDevPlan.Domain.Figures;

namespace TeacherDevPlan.Domain.Tests.Figures;

/// <summary>Money is split by minutes to the satang, and nothing is lost or made.</summary>
public sealed class CostSplitTests
{
    [Fact]
    public void Parts_add_up_exactly_are_fair_to_a_satang_and_do_not_depend_on_the_order()
    {
        var seed = Random.Shared.Next();
        var dice = new Random(seed);
        for (var round = 0; round < 2000; round++)
        {
            var whole = dice.NextInt64(0, 20_000_000_000_000) / 100m;
            var minutes = Enumerable
                .Range(0, dice.Next(1, 40))
                .ToDictionary(_ => NewId(dice), _ => dice.Next(4) == 0 ? 0 : dice.NextInt64(1, 4_000_000));
            var split = CostSplit.Of(whole, minutes);
            var total = minutes.Values.Sum();
            if (total == 0)
            {
                (split.Unsplit, split.Parts.Values.Sum()).ShouldBe((whole, 0m), $"seed {seed}");
                continue;
            }

            (split.Unsplit, split.Parts.Values.Sum()).ShouldBe((0m, whole), $"seed {seed}");
            foreach (var (id, part) in split.Parts)
            {
                decimal.Round(part, 2).ShouldBe(part);
                Math.Abs(part - whole * minutes[id] / total).ShouldBeLessThan(0.01m, $"seed {seed}");
                if (minutes[id] == 0)
                    part.ShouldBe(0m);
            }

            var shuffled = minutes.OrderBy(_ => dice.Next()).ToDictionary();
            CostSplit.Of(whole, shuffled).Parts.ShouldBe(split.Parts, ignoreOrder: true);
        }
    }

    [Fact]
    public void Whoever_was_there_longer_never_pays_less()
    {
        var dice = new Random();
        for (var round = 0; round < 1000; round++)
        {
            var minutes = Enumerable.Range(0, 12).ToDictionary(_ => NewId(dice), _ => dice.NextInt64(0, 50));
            var parts = CostSplit.Of(dice.Next(0, 300) / 100m, minutes).Parts;
            foreach (var (one, other) in parts.Keys.SelectMany(one => parts.Keys.Select(other => (one, other))))
            {
                if (minutes[one] > minutes[other])
                    parts[one].ShouldBeGreaterThanOrEqualTo(parts[other]);
            }
        }
    }

    [Fact]
    public void What_cannot_be_divided_goes_to_the_largest_remainder()
    {
        var (a, b, c) = (Id(1), Id(2), Id(3));
        var minutes = new Dictionary<Guid, long>
        {
            [a] = 60,
            [b] = 60,
            [c] = 60,
        };
        CostSplit
            .Of(100m, minutes)
            .Parts.ShouldBe(
                new Dictionary<Guid, decimal>
                {
                    [a] = 33.34m,
                    [b] = 33.33m,
                    [c] = 33.33m,
                },
                ignoreOrder: true
            );
        minutes[c] = 61;
        CostSplit.Of(0.01m, minutes).Parts[c].ShouldBe(0.01m);
        CostSplit
            .Of(100m, new Dictionary<Guid, long> { [a] = 0 })
            .ShouldSatisfyAllConditions(split => split.Unsplit.ShouldBe(100m), split => split.Parts[a].ShouldBe(0m));
    }

    private static Guid Id(byte last) => new(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, last);

    private static Guid NewId(Random dice)
    {
        var bytes = new byte[16];
        dice.NextBytes(bytes);
        return new Guid(bytes);
    }
}
