namespace TeacherDevPlan.Domain.Findings.Rules.Statistics;

/// <summary>Merges the labels of a table's lines into one order, where some lines omit cells.</summary>
internal static class LabelOrder
{
    /// <summary>
    /// Every label once: in the order of the first line, with missing ones inserted where other lines have them.
    /// </summary>
    public static List<IReadOnlyList<string>> Of(IEnumerable<IEnumerable<IReadOnlyList<string>>> lines)
    {
        var order = new LinkedList<IReadOnlyList<string>>();
        var nodes = new Dictionary<string, LinkedListNode<IReadOnlyList<string>>>();
        foreach (var line in lines)
        {
            var labels = line.DistinctBy(Key).ToList();
            LinkedListNode<IReadOnlyList<string>>? before = null;
            for (var i = 0; i < labels.Count; i++)
            {
                if (!nodes.TryGetValue(Key(labels[i]), out var node))
                {
                    node =
                        before is not null ? order.AddAfter(before, labels[i])
                        : labels.Skip(i + 1).Select(Key).FirstOrDefault(nodes.ContainsKey) is { } next
                            ? order.AddBefore(nodes[next], labels[i])
                        : order.AddLast(labels[i]);
                    nodes.Add(Key(labels[i]), node);
                }

                before = node;
            }
        }

        return [.. order];
    }

    private static string Key(IReadOnlyList<string> label) => string.Join('\n', label);
}
