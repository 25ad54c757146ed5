namespace TeacherDevPlan.Infrastructure.Importing.Forms.Pdf;

/// <summary>Joins the pieces of drawn lines, which programs draw cell by cell, and finds the lines that make one table.</summary>
internal static class Ruling
{
    /// <summary>In points: what lies nearer together is one line.</summary>
    public const double Near = 2.5;

    /// <summary>The lines of each table of a page.</summary>
    public static List<List<Rule>> Tables(IReadOnlyList<Rule> pieces)
    {
        var rules = Joined(pieces);
        var groups = new List<List<Rule>>();
        var free = new HashSet<int>(Enumerable.Range(0, rules.Count));
        while (free.Count > 0)
        {
            var queue = new Queue<int>([free.First()]);
            free.Remove(queue.Peek());
            var group = new List<Rule>();
            while (queue.TryDequeue(out var index))
            {
                group.Add(rules[index]);
                foreach (var other in free.Where(one => Meet(rules[index], rules[one])).ToList())
                {
                    free.Remove(other);
                    queue.Enqueue(other);
                }
            }

            if (group.Count(rule => rule.Horizontal) >= 2 && group.Count(rule => !rule.Horizontal) >= 2)
                groups.Add(group);
        }

        return groups;
    }

    private static List<Rule> Joined(IReadOnlyList<Rule> pieces)
    {
        var result = new List<Rule>();
        foreach (var side in pieces.GroupBy(piece => piece.Horizontal))
        {
            foreach (var line in Alike(side))
            {
                var at = line.Average(piece => piece.At);
                foreach (var piece in line.OrderBy(one => one.From))
                {
                    if (
                        result.Count > 0
                        && result[^1] is var last
                        && last.Horizontal == side.Key
                        && last.At == at
                        && piece.From <= last.To + Near
                    )
                        result[^1] = last with { To = Math.Max(last.To, piece.To) };
                    else
                        result.Add(piece with { At = at });
                }
            }
        }

        return result;
    }

    /// <summary>Pieces at the same height, or at the same distance from the left.</summary>
    private static List<List<Rule>> Alike(IEnumerable<Rule> pieces)
    {
        var lines = new List<List<Rule>>();
        foreach (var piece in pieces.OrderBy(one => one.At))
        {
            if (lines.Count > 0 && piece.At - lines[^1][0].At < Near)
                lines[^1].Add(piece);
            else
                lines.Add([piece]);
        }

        return lines;
    }

    private static bool Meet(Rule one, Rule other) =>
        one.Horizontal != other.Horizontal
        && other.At >= one.From - Near
        && other.At <= one.To + Near
        && one.At >= other.From - Near
        && one.At <= other.To + Near;
}
