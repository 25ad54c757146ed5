namespace TeacherDevPlan.Domain.Common;

/// <summary>
/// A row that the plans of an office share: the office, its units, its strategic plans and their strategies. The
/// database keeps whether a published plan states it; before that, only its office sees it.
/// </summary>
public interface IShared
{
    bool Published { get; }
}

/// <summary>
/// How a document changes what the plans of its office share. Only a document that is published changes what is public;
/// of a draft, those changes wait. What another plan states is never removed.
/// </summary>
/// <param name="Publishes">Whether the document is published.</param>
/// <param name="Stated">The ids of the units and strategies that other plans of the office state, or that people are
/// appointed to.</param>
/// <param name="Owners">The ids of the staff members who own published projects of other plans.</param>
public sealed record Sharing(bool Publishes, IReadOnlySet<Guid> Stated, IReadOnlySet<Guid> Owners)
{
    /// <summary>Whether the document may change a row.</summary>
    public bool Changes(IShared row) => Publishes || !row.Published;

    /// <summary>
    /// Updates a list of shared rows to match a document, as <see cref="Common.Merge"/> does, except for the rows that
    /// the document may not change or remove.
    /// </summary>
    internal void Merge<T, TItem>(
        List<T> rows,
        IReadOnlyList<TItem> items,
        Func<T, int> numberOfRow,
        Func<TItem, int> numberOfItem,
        Func<TItem, T> create,
        Action<T, TItem> apply
    )
        where T : Entity, IShared
    {
        var stated = items.Select(numberOfItem).ToHashSet();
        var left = rows.Where(row => !Changes(row) || (!stated.Contains(numberOfRow(row)) && Stated.Contains(row.Id)))
            .ToDictionary(numberOfRow);
        rows.RemoveAll(left.ContainsValue);
        Common.Merge.Into(
            rows,
            [.. items.Where(item => !left.ContainsKey(numberOfItem(item)))],
            numberOfRow,
            numberOfItem,
            create,
            (row, item, _) => apply(row, item)
        );
        rows.AddRange(left.Values);
    }
}
