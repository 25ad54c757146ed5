using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.People;

namespace TeacherDevPlan.Domain.Tests.Figures;

/// <summary>
/// What is shown of who was developed tells no small number: not by differences of kinds, of quarters, of those in post and
/// those who were developed, nor with all totals known from other tables.
/// </summary>
public sealed class SettledDevelopmentTests
{
    private static readonly Guid Office = Guid.NewGuid();

    private static readonly ILookup<(Guid, FigureSubject), string> Nothing = Array
        .Empty<int>()
        .ToLookup(_ => (Guid.Empty, FigureSubject.Category), _ => "");

    /// <summary>
    /// For each withheld kind with a small number there are other people with the same number in post in each kind, and the same
    /// number developed in each quarter in the office, of whom the same would be shown, and with another number there.
    /// </summary>
    [Fact]
    public void No_small_number_follows_from_what_is_shown_and_all_totals()
    {
        var seed = Random.Shared.Next();
        var dice = new Random(seed);
        var (tried, hidden) = (0, 0);
        for (var round = 0; round < 4000; round++)
        {
            var table = RandomTable(dice, dice.Next(2, 6), dice.Next(1, 4));
            var withheld = Withheld(table);
            for (var kind = 0; kind < table.Length; kind++)
            {
                if (table[kind].Any(SmallCells.IsSmall))
                    withheld.ShouldContain(kind, $"seed {seed}: {Text(table)}");
            }

            foreach (var kind in withheld)
            {
                foreach (
                    var part in Enumerable
                        .Range(0, table[kind].Length)
                        .Where(part => SmallCells.IsSmall(table[kind][part]))
                )
                {
                    // With fewer than ten in all, the total is not shown, and nor is anything of the table.
                    if (Columns(table)[part] < 2 * SmallCells.Smallest)
                    {
                        withheld.Count.ShouldBe(table.Count(row => row.Sum() > 0), $"seed {seed}: {Text(table)}");
                        continue;
                    }

                    tried++;
                    // Of fewer in post, their number is withheld by the table of those in post.
                    if (table[kind].Sum() < 2 * SmallCells.Smallest || HasOther(table, withheld, kind, part))
                        hidden++;
                    else
                        Assert.Fail($"seed {seed}: {Text(table)}, {kind} {part}");
                }
            }
        }

        tried.ShouldBeGreaterThan(100);
        hidden.ShouldBe(tried, $"seed {seed}");
    }

    /// <summary>Over the quarters of a year, with the same people in post, any two figures that are shown differ by 0 or five.</summary>
    [Fact]
    public void No_difference_of_quarters_or_measures_or_of_sums_that_are_shown_is_a_small_number()
    {
        var seed = Random.Shared.Next();
        var dice = new Random(seed);
        for (var round = 0; round < 3000; round++)
        {
            var table = RandomTable(dice, dice.Next(1, 6), 4);
            var before = Nothing;
            var shown = new List<PeopleFigure[]>();
            for (var quarter = FiscalQuarter.Q1; quarter <= FiscalQuarter.Q4; quarter++)
            {
                var settled = PeopleFigure.Settle(Cells(table, (int)quarter + 1), before, 2566, quarter).ToArray();
                shown.Add(settled);
                before = settled
                    .Where(figure => figure.People is null)
                    .ToLookup(figure => (figure.OfficeId, figure.Subject), figure => figure.Kind);
            }

            foreach (var kind in Enumerable.Range(0, table.Length).Select(kind => $"{kind}"))
            {
                var told = shown
                    .Select(one => one.SingleOrDefault(figure => figure.Kind == kind))
                    .Where(one => one?.People is not null)
                    .ToList();
                foreach (var one in told)
                {
                    SmallCells.IsSmall(one!.Reached!.Value).ShouldBeFalse($"seed {seed}: {Text(table)}");
                    SmallCells
                        .IsSmall(one.People!.Value - one.Reached.Value)
                        .ShouldBeFalse($"seed {seed}: {Text(table)}");
                    foreach (var other in told)
                        SmallCells
                            .IsSmall(Math.Abs(one.Reached.Value - other!.Reached!.Value))
                            .ShouldBeFalse($"seed {seed}: {Text(table)}");
                }
            }

            // What follows for the withheld ones together, from a total that is known and the others.
            foreach (var (one, quarter) in shown.Select((one, index) => (one, index)))
            {
                var hidden = one.Where(figure => figure.People is null)
                    .Select(figure => int.Parse(figure.Kind, System.Globalization.CultureInfo.InvariantCulture))
                    .ToList();
                if (hidden.Count == 0 || hidden.Count == one.Length)
                    continue;
                for (var part = 0; part <= quarter; part++)
                    SmallCells
                        .IsSmall(hidden.Sum(kind => table[kind][part]))
                        .ShouldBeFalse($"seed {seed}: {Text(table)}");
            }
        }
    }

    [Fact]
    public void A_kind_is_withheld_with_the_few_who_follow_from_it_and_another_measure()
    {
        FigureCell Topic(string kind, int reached, int rest) =>
            new(Office, FigureSubject.DevelopmentTopic, kind, kind, 60, 1)
            {
                Reached = [reached, 0, 0, 0],
                Rests = [rest],
            };
        Shown(Topic("A", 20, 20)).ShouldBe(20);
        Shown(Topic("A", 20, 0)).ShouldBe(20);
        Shown(Topic("A", 37, 3)).ShouldBeNull();
        Shown(Topic("A", 58, 6)).ShouldBeNull();
        Shown(Topic("A", 60, 0)).ShouldBe(60);

        static int? Shown(FigureCell cell) =>
            PeopleFigure.Settle([cell], Nothing, 2566, FiscalQuarter.Q1).Single().Reached;
    }

    /// <summary>Per kind, how many were developed first in each quarter, and how many were not.</summary>
    private static int[][] RandomTable(Random dice, int kinds, int quarters) =>
        [
            .. Enumerable
                .Range(0, kinds)
                .Select(_ =>
                    Enumerable
                        .Range(0, quarters + 1)
                        .Select(_ => dice.Next(3) == 0 ? 0 : dice.Next(dice.Next(3) == 0 ? 5 : 25))
                        .ToArray()
                ),
        ];

    private static IEnumerable<FigureCell> Cells(int[][] table, int quarters) =>
        table
            .Select(
                (row, kind) =>
                    new FigureCell(Office, FigureSubject.DevelopmentCategory, $"{kind}", $"{kind}", row.Sum(), kind)
                    {
                        Reached = [.. row.Take(Math.Min(quarters, row.Length - 1))],
                    }
            )
            .Where(cell => cell.People > 0);

    private static HashSet<int> Withheld(int[][] table) =>
        [.. SmallCells.OfClasses([.. table.Select(row => (IReadOnlyList<int>)row)])];

    private static int[] Columns(int[][] table) =>
        [.. Enumerable.Range(0, table[0].Length).Select(part => table.Sum(row => row[part]))];

    /// <summary>Moves some persons between two withheld kinds and two parts, which leaves all totals as they are.</summary>
    private static bool HasOther(int[][] table, HashSet<int> withheld, int kind, int part)
    {
        foreach (var other in withheld.Where(other => other != kind))
        {
            foreach (var to in Enumerable.Range(0, table[0].Length).Where(to => to != part))
            {
                for (var by = -4; by <= 4; by++)
                {
                    int[][] changed = [.. table.Select(row => row.ToArray())];
                    changed[kind][part] += by;
                    changed[kind][to] -= by;
                    changed[other][part] -= by;
                    changed[other][to] += by;
                    if (
                        by != 0
                        && changed.All(row => row.All(cell => cell >= 0))
                        && Withheld(changed).SetEquals(withheld)
                    )
                        return true;
                }
            }
        }

        return false;
    }

    private static string Text(int[][] table) => string.Join(" | ", table.Select(row => string.Join(' ', row)));
}
