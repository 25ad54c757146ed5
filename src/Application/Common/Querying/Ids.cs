using System.Linq.Expressions;
using TeacherDevPlan.Domain.Common;

namespace TeacherDevPlan.Application.Common.Querying;

/// <summary>Which rows are looked for: those of ids that are known, or of the ids that another query finds.</summary>
public abstract class Ids
{
    public static Ids Of(IReadOnlyList<Guid> known) => known is [var only] ? new One(only) : new Known(known);

    /// <param name="found">Each once.</param>
    public static Ids Of(IQueryable<Guid> found) => new Found(found);

    /// <summary>The ids of some rows, and these themselves.</summary>
    public static Ids Of<TRow>(IQueryable<TRow> rows)
        where TRow : Entity => new OfRows<TRow>(rows);

    /// <summary>The rows of whose ids they were made.</summary>
    public virtual IQueryable<TRow> Rows<TRow>() =>
        throw new InvalidOperationException($"These ids were not made of {typeof(TRow).Name} rows.");

    /// <summary>The rows whose key is one of them.</summary>
    public abstract IQueryable<T> Among<T>(IQueryable<T> rows, Expression<Func<T, Guid>> key);

    private sealed class One(Guid id) : Ids
    {
        public override IQueryable<T> Among<T>(IQueryable<T> rows, Expression<Func<T, Guid>> key)
        {
            var only = id;
            Expression<Func<Guid, bool>> isIt = candidate => candidate == only;
            return rows.Where(Expression.Lambda<Func<T, bool>>(isIt.Apply(key.Body), key.Parameters));
        }
    }

    private sealed class Known(IReadOnlyList<Guid> ids) : Ids
    {
        public override IQueryable<T> Among<T>(IQueryable<T> rows, Expression<Func<T, Guid>> key) =>
            rows.Where(ListReader.OneOf(key, ids));
    }

    /// <summary>Each of them is found once: joined with them, rows come once too.</summary>
    private sealed class Found(IQueryable<Guid> ids) : Ids
    {
        public override IQueryable<T> Among<T>(IQueryable<T> rows, Expression<Func<T, Guid>> key) =>
            rows.Join(ids, key, id => id, (row, _) => row);
    }

    private sealed class OfRows<TFound>(IQueryable<TFound> found) : Ids
        where TFound : Entity
    {
        private readonly Found ids = new(found.Select(row => row.Id));

        public override IQueryable<T> Among<T>(IQueryable<T> rows, Expression<Func<T, Guid>> key) =>
            ids.Among(rows, key);

        public override IQueryable<TRow> Rows<TRow>() => (IQueryable<TRow>)found;
    }
}
