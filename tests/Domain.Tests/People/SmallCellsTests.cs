using TeacherDevPlan.Domain.People;

namespace TeacherDevPlan.Domain.Tests.People;

/// <summary>What is shown of counts of persons tells no small one, also if the number of all persons is known.</summary>
public sealed class SmallCellsTests
{
    /// <summary>
    /// For every withheld cell there are other persons with another number there, of whom the same would be shown. All lists of
    /// up to four cells with up to ten persons each are tried, and some of the longer ones.
    /// </summary>
    [Fact]
    public void No_withheld_cell_follows_from_what_is_shown_and_the_sum()
    {
        var seed = Random.Shared.Next();
        var dice = new Random(seed);
        var all = Enumerable.Range(1, 4).SelectMany(length => Lists(length, 11));
        var some = Enumerable
            .Range(0, 3000)
            .Select(_ => Enumerable.Range(0, dice.Next(5, 9)).Select(_ => dice.Next(4) * dice.Next(5)).ToArray());
        foreach (var cells in all.Concat(some))
        {
            var withheld = SmallCells.OfClasses(cells);
            withheld.ShouldBe(
                withheld.Union(Enumerable.Range(0, cells.Length).Where(place => SmallCells.IsSmall(cells[place]))),
                ignoreOrder: true
            );
            Tell(cells, withheld, SmallCells.OfClasses).ShouldBeEmpty($"seed {seed}: {string.Join(' ', cells)}");
        }
    }

    /// <summary>The same for each part of cells of several parts, if all other parts are known.</summary>
    [Fact]
    public void No_part_of_a_withheld_cell_follows_from_the_other_parts_and_the_sum()
    {
        var seed = Random.Shared.Next();
        var dice = new Random(seed);
        for (var round = 0; round < 3000; round++)
        {
            int[][] parts =
            [
                .. Enumerable
                    .Range(0, dice.Next(1, 6))
                    .Select(_ => new[] { dice.Next(4) * dice.Next(5), dice.Next(14), dice.Next(3) * dice.Next(8) }),
            ];
            var withheld = SmallCells.OfClasses(parts);
            for (var part = 0; part < 3; part++)
            {
                var one = part;
                Tell(
                        [.. parts.Select(cell => cell[one])],
                        withheld,
                        other =>
                            SmallCells.OfClasses([
                                .. parts.Select(
                                    (cell, place) => (int[])[.. cell[..one], other[place], .. cell[(one + 1)..]]
                                ),
                            ])
                    )
                    .ShouldBeEmpty($"seed {seed}: {string.Join(", ", parts.Select(cell => string.Join(' ', cell)))}");
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

    private static IEnumerable<int[]> Lists(int length, int counts) =>
        length == 0
            ?
            [
                [],
            ]
            : Lists(length - 1, counts)
                .SelectMany(list => Enumerable.Range(0, counts).Select(one => (int[])[.. list, one]));

    /// <summary>The withheld cells whose count follows from what is shown and from the sum of those that are withheld.</summary>
    private static IEnumerable<int> Tell(int[] cells, IReadOnlySet<int> withheld, Func<int[], IReadOnlySet<int>> of)
    {
        var sum = withheld.Sum(place => cells[place]);
        // Of only few persons in all nothing else is shown, so their number is not known; and of nobody there is nothing to tell.
        return withheld.Count < 2 || cells.Sum() < 2 * SmallCells.Smallest || sum == 0
            ? []
            : withheld.Where(place =>
                !Others(cells, [.. withheld], sum, of).Any(other => other[place] != cells[place])
            );
    }

    /// <summary>Other counts in the withheld cells with the same sum, of which the same is withheld.</summary>
    private static IEnumerable<int[]> Others(int[] cells, int[] withheld, int sum, Func<int[], IReadOnlySet<int>> of)
    {
        var other = cells.ToArray();
        return From(0, sum);

        IEnumerable<int[]> From(int at, int rest)
        {
            if (at == withheld.Length - 1)
            {
                other[withheld[at]] = rest;
                if (of(other).SetEquals(withheld))
                    yield return [.. other];
                yield break;
            }

            // Nobody where there was nobody, and otherwise somebody: a cell without anybody is no longer withheld.
            for (var one = Math.Min(1, cells[withheld[at]]); one <= rest; one++)
            {
                other[withheld[at]] = one;
                foreach (var found in From(at + 1, rest - one))
                    yield return found;
            }
        }
    }
}
