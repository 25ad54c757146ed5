using TeacherDevPlan.Domain.People;

namespace TeacherDevPlan.Domain.Tests.People;

/// <summary>What is shown of counts of persons tells no small one, also if the number of all persons is known.</summary>
public sealed class SmallCellsTests
{
    /// <summary>
    /// For every withheld cell there are other persons with another number there, of whom the same would be shown.
    /// </summary>
    [Fact]
    public void No_withheld_cell_follows_from_what_is_shown_and_the_sum()
    {
        var seed = Random.Shared.Next();
        var dice = new Random(seed);
        for (var round = 0; round < 3000; round++)
        {
            var cells = Enumerable
                .Range(0, dice.Next(1, 6))
                .Select(_ => dice.Next(3) == 0 ? 0 : dice.Next(14))
                .ToArray();
            var withheld = SmallCells.OfClasses(cells);
            withheld.ShouldBe(
                withheld.Union(Enumerable.Range(0, cells.Length).Where(place => SmallCells.IsSmall(cells[place]))),
                ignoreOrder: true
            );
            // Only few persons in all: nothing else is shown of them, so their number is not known.
            if (withheld.Count < 2 || cells.Sum() < 2 * SmallCells.Smallest)
                continue;
            var sum = withheld.Sum(place => cells[place]);
            foreach (var place in withheld)
            {
                Others(cells, [.. withheld], sum)
                    .Any(other => other[place] != cells[place])
                    .ShouldBeTrue($"seed {seed}: {string.Join(' ', cells)}, cell {place}");
            }
        }
    }

    [Fact]
    public void Nothing_is_withheld_where_no_cell_is_small_and_no_single_cell_where_there_are_others()
    {
        var dice = new Random();
        for (var round = 0; round < 1000; round++)
        {
            var cells = Enumerable.Range(0, 6).Select(_ => dice.Next(40)).ToArray();
            var withheld = SmallCells.OfClasses(cells);
            if (!cells.Any(SmallCells.IsSmall))
                withheld.ShouldBeEmpty();
            else if (cells.Count(cell => cell > 0) > 1)
                withheld.Count.ShouldBeGreaterThan(1);
            withheld.ShouldAllBe(place => cells[place] > 0);
        }
    }

    /// <summary>Other counts in the withheld cells with the same sum, of which the same is withheld.</summary>
    private static IEnumerable<int[]> Others(int[] cells, int[] withheld, int sum)
    {
        var other = cells.ToArray();
        return From(0, sum);

        IEnumerable<int[]> From(int at, int rest)
        {
            if (at == withheld.Length - 1)
            {
                other[withheld[at]] = rest;
                if (rest > 0 && SmallCells.OfClasses(other).SetEquals(withheld))
                    yield return [.. other];
                yield break;
            }

            for (var one = 1; one < rest; one++)
            {
                other[withheld[at]] = one;
                foreach (var found in From(at + 1, rest - one))
                    yield return found;
            }
        }
    }
}
