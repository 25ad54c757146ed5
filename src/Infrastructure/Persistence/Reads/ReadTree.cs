using System.Collections;
using TeacherDevPlan.Application.Common.Querying;

namespace TeacherDevPlan.Infrastructure.Persistence.Reads;

/// <summary>A read and all that are below it, each after the one that it belongs to.</summary>
internal sealed class ReadTree
{
    private readonly List<BatchRead> reads = [];
    private readonly List<int> parents = [];

    /// <param name="view">The type of the context: what is seen differs.</param>
    /// <param name="key">What the root is asked for with.</param>
    /// <param name="withBelow">Whether what is below the root is read too.</param>
    public ReadTree(Type view, BatchRead root, ReadKey key, bool withBelow)
    {
        Add(root, -1, withBelow);
        Key = key;
        Shape = new QueryShape([view, key.Name, .. reads.Select(read => read.Name), .. parents]);
        Values = [.. key.Values, .. reads.Select(read => (object?)read.Argument)];
    }

    public QueryShape Shape { get; }

    public ReadKey Key { get; }

    public IReadOnlyList<BatchRead> Reads => reads;

    /// <summary>The place of the read that each belongs to; -1 for the first.</summary>
    public IReadOnlyList<int> Parents => parents;

    /// <summary>Whether all that is below the root is read too.</summary>
    public bool IsWhole { get; private set; } = true;

    /// <summary>Those of the key, and the argument of each read.</summary>
    public IReadOnlyList<object?> Values { get; }

    /// <summary>Gives those below the root the rows that were found for them.</summary>
    /// <param name="found">The rows of each read.</param>
    public void Give(IReadOnlyList<IList> found)
    {
        var ids = new IReadOnlyList<Guid>?[reads.Count];
        for (var place = 1; place < reads.Count; place++)
        {
            var parent = parents[place];
            reads[place].Take(found[place], ids[parent] ??= reads[parent].IdsOf(found[parent]));
        }
    }

    private void Add(BatchRead read, int parent, bool withBelow)
    {
        var place = reads.Count;
        reads.Add(read);
        parents.Add(parent);
        var below = read.Below().Reads;
        IsWhole &= withBelow || below.Count == 0;
        foreach (var one in withBelow ? below : [])
            Add(one, place, true);
    }
}
