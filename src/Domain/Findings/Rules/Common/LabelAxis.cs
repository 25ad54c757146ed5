namespace TeacherDevPlan.Domain.Findings.Rules.Common;

/// <summary>A total on an axis and the labels that it sums: positions on the same axis.</summary>
/// <param name="Grand">Whether its label says that it is a grand total (รวมทั้งสิ้น, รวมทั้งหมด).</param>
internal sealed record LabelSum(int Total, IReadOnlyList<int> Parts, bool Grand);

/// <summary>
/// One axis of a table: its labels in order, and which labels each total sums. A total ("รวม") follows the labels that
/// it sums: a sub-total sums the labels since the previous one in its group; a grand total sums the sub-totals and the
/// labels without one. The only total may be in front of what it sums.
/// </summary>
internal sealed class LabelAxis
{
    private readonly Dictionary<int, LabelSum> sums = [];

    /// <param name="labels">For nested dimensions, from the outer to the inner one.</param>
    public LabelAxis(IReadOnlyList<IReadOnlyList<string>> labels)
    {
        Labels = labels;
        var open = new List<int>();
        for (var i = 0; i < labels.Count; i++)
        {
            var depth = DepthOfTotal(labels[i]);
            if (depth >= 0)
                Close(open, i, depth);
            open.Add(i);
        }

        if (labels.Count > 2 && labels.Select(DepthOfTotal).Index().All(one => (one.Item == 0) == (one.Index == 0)))
            First = new LabelSum(0, [.. Enumerable.Range(1, labels.Count - 1)], true);
    }

    /// <summary>
    /// The only total, if it is in front of all other labels and may sum them; whether it does is for the numbers to say.
    /// </summary>
    public LabelSum? First { get; }

    /// <summary>Takes the total in front of all other labels for their sum.</summary>
    public void SumFirst() => sums.Add(0, First!);

    public IReadOnlyList<IReadOnlyList<string>> Labels { get; }

    public IEnumerable<LabelSum> Sums => sums.Values;

    /// <summary>The labels that a total sums; null if the label is not a total.</summary>
    public LabelSum? SumAt(int label) => sums.GetValueOrDefault(label);

    /// <summary>
    /// Whether no label is nested below a total. Otherwise the dimensions are crossed with gaps, not nested.
    /// </summary>
    public bool IsNested =>
        Labels.All(label =>
            label.SkipWhile(part => !IsTotal(part)).All(part => IsTotal(part) || Bare(part) is "-" or "")
        );

    public static bool IsTotal(string label) => Bare(label).StartsWith("รวม", StringComparison.Ordinal);

    private void Close(List<int> open, int total, int depth)
    {
        var scope = open.Where(i => SameGroup(Labels[i], Labels[total], depth)).ToList();
        var label = Bare(Labels[total][depth]);
        var says =
            label.Contains("ทั้งสิ้น", StringComparison.Ordinal) || label.Contains("ทั้งหมด", StringComparison.Ordinal);
        var isLast = !Labels.Skip(total + 1).Any(other => SameGroup(other, Labels[total], depth));
        var parts = says || (label == "รวม" && isLast) ? scope : SinceLastTotal(scope);
        if (parts.Count == 0)
            return;
        sums.Add(total, new LabelSum(total, parts, says));
        open.RemoveAll(parts.Contains);
    }

    private List<int> SinceLastTotal(List<int> scope)
    {
        var parts = scope.AsEnumerable().Reverse().TakeWhile(i => DepthOfTotal(Labels[i]) < 0).Reverse().ToList();
        return parts.Count > 0 ? parts : scope;
    }

    private static bool SameGroup(IReadOnlyList<string> label, IReadOnlyList<string> other, int depth) =>
        label.Take(depth).SequenceEqual(other.Take(depth));

    private static int DepthOfTotal(IReadOnlyList<string> label) => label.ToList().FindIndex(IsTotal);

    private static string Bare(string label) => string.Concat(label.Where(c => !char.IsWhiteSpace(c)));
}
