using TeacherDevPlan.Domain.Plans;

namespace TeacherDevPlan.Domain.People;

/// <summary>
/// Decides which counts of persons are withheld, so that no difference of those that are shown gives a count below
/// <see cref="Smallest"/>.
/// </summary>
public static class SmallCells
{
    /// <summary>The smallest count that is shown, other than 0.</summary>
    public const int Smallest = Dataset.SmallestCell;

    public static bool IsSmall(int persons) => Dataset.IsSmall(persons);

    /// <summary>
    /// The places of the cells to withhold of those that divide persons into classes. The number of all persons may be known
    /// from another table, so what is withheld is at least two cells with twice the smallest count together, if there is so
    /// much.
    /// </summary>
    /// <remarks>
    /// The places are halved again and again, down to groups of two or three, in their order alone. A group with a small count
    /// is withheld. A half that is withheld and has too few persons takes the other half with it. So all that can be
    /// known of withheld cells is their sum and which halves they are, and persons could be moved from any of them to another
    /// without a visible change.
    /// </remarks>
    /// <param name="cells">Counts, in an order of the kinds that is always the same; the largest kind comes last.</param>
    public static IReadOnlySet<int> OfClasses(IReadOnlyList<int> cells) =>
        OfClasses(cells.Select(cell => (IReadOnlyList<int>)[cell]).ToList());

    /// <summary>
    /// The same for cells of several parts, of which all have the same number: those who reached something in each quarter, and
    /// those who did not. Each part has classes of its own, and they are withheld together.
    /// </summary>
    public static IReadOnlySet<int> OfClasses(IReadOnlyList<IReadOnlyList<int>> cells)
    {
        var withheld = new HashSet<int>();
        Withhold(Groups([.. Enumerable.Range(0, cells.Count).Where(place => cells[place].Any(part => part > 0))]));
        return withheld;

        // Withholds what is to be withheld of some groups, and tells whether it is all of them.
        bool Withhold(IReadOnlyList<List<int>> groups)
        {
            bool together;
            if (groups.Count < 2)
                together = groups.Any(group => group.Exists(place => cells[place].Any(IsSmall)));
            else
            {
                // The largest kind stands alone, and is shown wherever it can be.
                var middle = groups[^1].Count == 1 ? groups.Count - 1 : groups.Count / 2;
                List<int>[][] halves =
                [
                    [.. groups.Take(middle)],
                    [.. groups.Skip(middle)],
                ];
                // Both halves, although one is enough.
                together = halves
                    .Select(half => Withhold(half) && AreFew([.. half.SelectMany(group => group)]))
                    .ToList()
                    .Contains(true);
            }

            if (together)
                withheld.UnionWith(groups.SelectMany(group => group));
            return together;
        }

        bool AreFew(List<int> places) =>
            places.Count < 2
            || Enumerable
                .Range(0, cells[places[0]].Count)
                .Any(part => places.Sum(place => cells[place][part]) is > 0 and < 2 * Smallest);
    }

    /// <summary>
    /// Whether to withhold how many of some persons chose something: their number, or that of those who did not, is small.
    /// </summary>
    public static bool IsSmallPart(int persons, int of) => IsSmall(persons) || IsSmall(of - persons);

    /// <summary>The last place alone, the others in pairs, of which the last one has three places if their number is odd.</summary>
    private static List<List<int>> Groups(IReadOnlyList<int> places)
    {
        var groups = places.SkipLast(1).Chunk(2).Select(pair => pair.ToList()).ToList();
        if (groups is [.., var pair, [var alone]])
        {
            pair.Add(alone);
            groups.RemoveAt(groups.Count - 1);
        }

        if (places.Count > 0)
            groups.Add([places[^1]]);
        return groups;
    }
}
