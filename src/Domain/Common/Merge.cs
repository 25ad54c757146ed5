namespace TeacherDevPlan.Domain.Common;

/// <summary>
/// Updates a list of children to match a document, keeping the identity of existing ones: the n-th child with a key
/// corresponds to the n-th item of the document with that key. Children that are missing in the document are removed.
/// Each child stores which part of the document states it.
/// </summary>
internal static class Merge
{
    public static void Into<T, TItem, TKey>(
        List<T> children,
        IReadOnlyList<TItem> items,
        Func<T, TKey> keyOfChild,
        Func<TItem, TKey> keyOfItem,
        Func<TItem, T> create,
        Action<T, TItem, int> apply
    )
        where T : Entity
    {
        // The database returns children in no particular order.
        var known = children
            .OrderBy(child => (child as IInOrder)?.Position)
            .GroupBy(keyOfChild)
            .ToDictionary(group => (object?)group.Key ?? "", group => new Queue<T>(group));
        var kept = new HashSet<T>(ReferenceEqualityComparer.Instance);
        for (var position = 0; position < items.Count; position++)
        {
            var key = (object?)keyOfItem(items[position]) ?? "";
            if (!(known.TryGetValue(key, out var same) && same.TryDequeue(out var child)))
                children.Add(child = create(items[position]));
            kept.Add(child);
            child.StatedBy = items[position] is ValueType or string ? null : items[position];
            apply(child, items[position], position);
        }

        children.RemoveAll(child => !kept.Contains(child));
    }
}
