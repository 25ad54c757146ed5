using System.Linq.Expressions;
using TeacherDevPlan.Domain.Common;

namespace TeacherDevPlan.Application.Common.Querying;

/// <summary>
/// A read by ids that is asked for again and again, and what is to be read along with it: of all reads with one name the store makes
/// the statements once, and sends those of a read and of all below it in one go.
/// </summary>
/// <param name="name">Reads of equal names differ in nothing but the ids and the argument; null where there is no other like it.</param>
/// <param name="argument">A number that the read hangs on besides: a fiscal year.</param>
public abstract class BatchRead(object? name, int? argument)
{
    public object? Name => name;

    public int? Argument => argument;

    /// <summary>What belongs to its rows.</summary>
    public Func<ReadsBelow> Below { get; set; } = () => ReadsBelow.Unknown;

    public abstract IQueryable Query(Ids ids, int? argument);

    /// <summary>The rows, as any others are listed.</summary>
    public abstract Task<object> ListAsync(IReadStore store, Ids ids, CancellationToken cancellationToken);

    /// <summary>The ids of the rows that it finds, for what is below.</summary>
    public abstract Ids RowsOf(Ids ids, int? argument);

    /// <summary>The ids of rows that it found.</summary>
    public abstract IReadOnlyList<Guid> IdsOf(object rows);

    /// <summary>Takes the rows that were read along with another read.</summary>
    /// <param name="parents">All whose rows they are.</param>
    public abstract void Take(object rows, IReadOnlyList<Guid> parents);
}

/// <summary>Reads of what belongs to the rows of another.</summary>
/// <param name="AreAll">Whether nothing else is asked for below these rows, nor below those.</param>
public sealed record ReadsBelow(IReadOnlyList<BatchRead> Reads, bool AreAll)
{
    public static readonly ReadsBelow Unknown = new([], false);
}

/// <summary>A read that gives a value for each id.</summary>
public abstract class BatchRead<TValue>(object? name, int? argument) : BatchRead(name, argument)
{
    /// <summary>Who wants what was read along with another read: the ids that it was read for, and what was found for them.</summary>
    public Action<IReadOnlyList<Guid>, IReadOnlyDictionary<Guid, TValue>>? Taken { get; set; }

    public sealed override void Take(object rows, IReadOnlyList<Guid> parents) => Taken?.Invoke(parents, ById(rows));

    public abstract IReadOnlyDictionary<Guid, TValue> ById(object rows);
}

/// <summary>A read of rows of one type.</summary>
/// <param name="find">The rows of the ids, in no order.</param>
/// <param name="finish">Orders them, and says what of them is read.</param>
/// <param name="group">What was found, by the ids it was asked for with.</param>
public sealed class BatchRead<TRow, TValue>(
    object? name,
    int? argument,
    Func<Ids, int?, IQueryable<TRow>> find,
    Func<IQueryable<TRow>, IQueryable<TRow>> finish,
    Func<IReadOnlyList<TRow>, IReadOnlyDictionary<Guid, TValue>> group
) : BatchRead<TValue>(name, argument)
{
    /// <summary>Whether it is asked for with the ids of its rows themselves.</summary>
    public bool IsByOwnId { get; init; }

    public override IQueryable<TRow> Query(Ids ids, int? argument) => finish(find(ids, argument));

    public override async Task<object> ListAsync(IReadStore store, Ids ids, CancellationToken cancellationToken) =>
        await store.ListAsync(Query(ids, Argument), cancellationToken);

    public override Ids RowsOf(Ids ids, int? argument) => IsByOwnId ? ids : Ids.Of(find(ids, argument).Select(OwnId()));

    public override IReadOnlyList<Guid> IdsOf(object rows)
    {
        var list = (IReadOnlyList<TRow>)rows;
        var ids = new Guid[list.Count];
        for (var i = 0; i < ids.Length; i++)
            ids[i] = ((Entity)(object)list[i]!).Id;
        return ids;
    }

    public override IReadOnlyDictionary<Guid, TValue> ById(object rows) => group((IReadOnlyList<TRow>)rows);

    private static Expression<Func<TRow, Guid>> OwnId()
    {
        var row = Expression.Parameter(typeof(TRow), "row");
        return Expression.Lambda<Func<TRow, Guid>>(Expression.Property(row, nameof(Entity.Id)), row);
    }
}
