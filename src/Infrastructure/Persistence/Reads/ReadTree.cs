using System.Collections;
using TeacherDevPlan.Application.Common.Querying;

namespace TeacherDevPlan.Infrastructure.Persistence.Reads;

/// <summary>A read and what is below it, each after the one that it belongs to.</summary>
internal sealed class ReadTree
{
    /// <summary>So many statements are sent together; of larger trees, each level is read by itself.</summary>
    private const int MaxReads = 12;

    private readonly List<BatchRead> reads = [];
    private readonly List<int> parents = [];

    /// <param name="key">What the root is asked for with.</param>
    /// <param name="withBelow">Whether what is below the root is read too.</param>
    public ReadTree(BatchRead root, ReadKey key, bool withBelow)
    {
        Key = key;
        IsWhole = withBelow && Add(root, -1);
        if (IsWhole)
            return;
        reads.Clear();
        parents.Clear();
        reads.Add(root);
        parents.Add(-1);
        IsWhole = root.Below().Reads.Count == 0;
    }

    public ReadKey Key { get; }

    public IReadOnlyList<BatchRead> Reads => reads;

    /// <summary>Whether all that is below the root is read too.</summary>
    public bool IsWhole { get; }

    /// <summary>The reads from the root to one of them: its statement hangs on these alone.</summary>
    public IReadOnlyList<BatchRead> PathTo(int place)
    {
        var path = new List<BatchRead>();
        for (; place >= 0; place = parents[place])
            path.Insert(0, reads[place]);
        return path;
    }

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

    /// <returns>False where there are too many.</returns>
    private bool Add(BatchRead read, int parent)
    {
        if (reads.Count == MaxReads)
            return false;
        var place = reads.Count;
        reads.Add(read);
        parents.Add(parent);
        return read.Below().Reads.All(below => Add(below, place));
    }
}
