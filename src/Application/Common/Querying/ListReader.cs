using System.Linq.Expressions;
using TeacherDevPlan.Domain.Common;

namespace TeacherDevPlan.Application.Common.Querying;

/// <summary>A list that was asked for: what is in it and in which order. Which page of it is a separate question.</summary>
public sealed record ListRequest<T>(Expression<Func<T, bool>>? Where, IReadOnlyList<SortKey> Keys, PageRequest Page)
    where T : class
{
    /// <summary>The key values that the page's cursors hold.</summary>
    public IReadOnlyList<object?>? After { get; init; }

    public IReadOnlyList<object?>? Before { get; init; }

    /// <summary>Members of the rows that nobody looks at (<see cref="ReadHints.Without"/>).</summary>
    public string Unread { get; init; } = "";
}

/// <summary>
/// Reads lists page by page (keyset, never OFFSET). The same list of many parents — the projects of each of these plans —
/// is one statement.
/// </summary>
public sealed class ListReader(IReadStore store, Cursors cursors, QueryModels models)
{
    public async Task<Page<T>> PageAsync<T>(ListRequest<T> request, CancellationToken cancellationToken)
        where T : Entity
    {
        var rows = PageRows(Filtered(request), request)
            .Without(request.Unread)
            .Select(row => new Child<T> { Row = row })
            .Select(WithKeys(request));
        return ToPage(request, await store.ListAsync(rows, cancellationToken));
    }

    /// <param name="parentOf">Gives the id of a row's parent.</param>
    public async Task<IReadOnlyDictionary<Guid, Page<T>>> PagesAsync<TParent, T>(
        ListRequest<T> request,
        Expression<Func<T, Guid>> parentOf,
        IReadOnlyList<Guid> parents,
        CancellationToken cancellationToken
    )
        where TParent : Entity
        where T : Entity
    {
        var parent = Expression.Parameter(typeof(TParent), "parent");
        var row = parentOf.Parameters[0];
        var isChild = Expression.Lambda<Func<T, bool>>(
            Expression.Equal(parentOf.Body, Expression.Property(parent, nameof(Entity.Id))),
            row
        );
        var children = PageRows(Filtered(request).Where(isChild), request).Without(request.Unread);
        var childrenOf = Expression.Lambda<Func<TParent, IEnumerable<T>>>(children.Expression, parent);
        var rows = store
            .Set<TParent>()
            .Where(candidate => parents.Contains(candidate.Id))
            .SelectMany(childrenOf, (owner, child) => new Child<T> { ParentId = owner.Id, Row = child });
        var sorted = new Keyset<T>(request.Keys).Sort(rows, child => child.Row, request.Page.Backwards);
        var found = await store.ListAsync(sorted.Select(WithKeys(request)), cancellationToken);
        return found
            .GroupBy(child => child.ParentId)
            .ToDictionary(group => group.Key, group => ToPage(request, [.. group]));
    }

    public async Task<int> CountAsync<T>(ListRequest<T> request, CancellationToken cancellationToken)
        where T : Entity
    {
        var counts = await store.ListAsync(
            Filtered(request).GroupBy(_ => 1).Select(group => group.Count()),
            cancellationToken
        );
        return counts.SingleOrDefault();
    }

    public async Task<IReadOnlyDictionary<Guid, int>> CountsAsync<T>(
        ListRequest<T> request,
        Expression<Func<T, Guid>> parentOf,
        IReadOnlyList<Guid> parents,
        CancellationToken cancellationToken
    )
        where T : Entity
    {
        var counts = Filtered(request)
            .Where(OneOf(parentOf, parents))
            .GroupBy(parentOf)
            .Select(group => new { group.Key, Count = group.Count() });
        return (await store.ListAsync(counts, cancellationToken)).ToDictionary(
            count => count.Key,
            count => count.Count
        );
    }

    /// <summary>All rows that match, whatever the page.</summary>
    public IQueryable<T> Filtered<T>(ListRequest<T> request)
        where T : class => request.Where is null ? store.Set<T>() : store.Set<T>().Where(request.Where);

    public static Expression<Func<T, bool>> OneOf<T>(Expression<Func<T, Guid>> key, IReadOnlyList<Guid> ids)
    {
        Expression<Func<Guid, bool>> contains = id => ids.Contains(id);
        return Expression.Lambda<Func<T, bool>>(contains.Apply(key.Body), key.Parameters);
    }

    private static IQueryable<T> PageRows<T>(IQueryable<T> rows, ListRequest<T> request)
        where T : class
    {
        var keyset = new Keyset<T>(request.Keys);
        if (request.After is { } after)
            rows = rows.Where(keyset.Beyond(after, before: false));
        if (request.Before is { } before)
            rows = rows.Where(keyset.Beyond(before, before: true));
        return keyset.Sort(rows, request.Page.Backwards).Take(request.Page.Size + 1);
    }

    /// <summary>
    /// Reads the key values with the row: a key may belong to a related row that is not read itself.
    /// </summary>
    private static Expression<Func<Child<T>, Child<T>>> WithKeys<T>(ListRequest<T> request)
        where T : class
    {
        Expression<Func<Child<T>, T>> rowOf = child => child.Row;
        Expression<Func<Child<T>, Guid>> parentOf = child => child.ParentId;
        var child = rowOf.Parameters[0];
        var keys = request.Keys.Select(key => Expression.Convert(key.Value.Apply(rowOf.Body), typeof(object)));
        return Expression.Lambda<Func<Child<T>, Child<T>>>(
            Expression.MemberInit(
                Expression.New(typeof(Child<T>)),
                Expression.Bind(typeof(Child<T>).GetProperty(nameof(Child<T>.Row))!, rowOf.Body),
                Expression.Bind(typeof(Child<T>).GetProperty(nameof(Child<T>.ParentId))!, parentOf.Apply(child)),
                Expression.Bind(
                    typeof(Child<T>).GetProperty(nameof(Child<T>.Keys))!,
                    Expression.NewArrayInit(typeof(object), keys)
                )
            ),
            child
        );
    }

    /// <summary>One row more than the page was read: it tells whether there is more in that direction.</summary>
    private Page<T> ToPage<T>(ListRequest<T> request, IReadOnlyList<Child<T>> rows)
        where T : class
    {
        var page = request.Page;
        var more = rows.Count > page.Size;
        var shown = rows.Take(page.Size);
        var name = models.For<T>().Name;
        var edges = (page.Backwards ? shown.Reverse() : shown).Select(row => new Edge<T>(
            row.Row,
            () => cursors.Write(name, request.Keys, row.Keys)
        ));
        return page.Backwards
            ? new Page<T>([.. edges], page.Before is not null, more || page.After is not null)
            : new Page<T>([.. edges], more || page.Before is not null, page.After is not null);
    }

    /// <summary>A row with its parent's id (empty for a list without parents) and its place in the order.</summary>
    private sealed class Child<T>
        where T : class
    {
        public Guid ParentId { get; init; }

        public T Row { get; init; } = null!;

        public object?[] Keys { get; init; } = [];
    }
}
