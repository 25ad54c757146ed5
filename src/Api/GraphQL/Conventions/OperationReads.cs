using System.Linq.Expressions;
using GraphQL;
using GraphQL.DataLoader;
using TeacherDevPlan.Api.GraphQL.Execution;
using TeacherDevPlan.Application.Access;
using TeacherDevPlan.Application.Budgets;
using TeacherDevPlan.Application.Common;
using TeacherDevPlan.Application.Common.Querying;
using TeacherDevPlan.Domain.Budgets;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Plans;

namespace TeacherDevPlan.Api.GraphQL.Conventions;

/// <summary>The batches of one operation: the same field of many parents, or the same type by id, is one statement.</summary>
internal sealed class OperationReads(
    IReadStore store,
    IUnitOfWork unitOfWork,
    ListReader lists,
    ListPlanner planner,
    BudgetReader budgets,
    AccessControl access,
    ResultSize size
)
{
    private static readonly Expression<Func<PrintedSource, Guid>> OwnerOfSource = source => source.OwnerId;
    private static readonly Expression<Func<PrintedSource, object?>> LineOfSource = source => source.Line;
    private static readonly Expression<Func<PrintedSource, object?>> MemberOfSource = source => source.Member;

    private readonly Dictionary<object, object> batches = [];

    public ListReader Lists => lists;

    public ListPlanner Planner => planner;

    public BudgetReader Budgets => budgets;

    public AccessControl Access => access;

    public ResultSize Size => size;

    public static OperationReads Of(IResolveFieldContext context) =>
        context.RequestServices!.GetRequiredService<OperationReads>();

    /// <summary>
    /// Before each mutation: forgets what was read, and undoes what the mutation before it rehearsed, so that the fields below
    /// see what this one has done.
    /// </summary>
    public async Task RenewAsync()
    {
        batches.Clear();
        await unitOfWork.EndRehearsalAsync();
        await store.RenewAsync();
    }

    /// <summary>What belongs to one place of the query, made when it is first reached.</summary>
    public T At<T>(IResolveFieldContext context, Func<T> create)
        where T : class =>
        At(context is FieldContext { Field: var field } ? field : (context.FieldAst, context.FieldDefinition), create);

    /// <summary>Rows by their own ids, whole.</summary>
    public Batch<Guid, T?> ById<T>()
        where T : Entity => At(typeof(T), () => ById<T>("", () => ReadsBelow.Unknown));

    /// <summary>Rows by their own ids, as far as they are looked at in one place of the query.</summary>
    /// <param name="selected">What is selected of them; null where it is not known.</param>
    public Batch<Guid, T?> ById<T>(IResolveFieldContext context, SelectionPlan? selected)
        where T : Entity =>
        selected is null ? ById<T>() : At(selected, () => ById<T>(selected.Unread, ReadAhead.Of(context, selected)));

    private Batch<Guid, T?> ById<T>(string unread, Func<ReadsBelow> below)
        where T : Entity =>
        Reading(
            new BatchRead<T, T?>(
                (typeof(T), unread),
                null,
                (ids, _) => ids.Among(store.Set<T>(), row => row.Id),
                rows => rows.Without(unread),
                rows => rows.ToDictionary(row => row.Id, row => (T?)row)
            )
            {
                IsByOwnId = true,
                Below = below,
            },
            () => null
        );

    /// <summary>The row of a lookup, as far as it is looked at.</summary>
    /// <param name="selected">What is selected of it; null where it is not known.</param>
    public IDataLoaderResult<T?> Find<T>(Lookup<T> lookup, IResolveFieldContext context, SelectionPlan? selected)
        where T : Entity
    {
        var unread = selected?.Unread ?? "";
        var read = new BatchRead<T, T?>(
            (typeof(T), unread),
            null,
            (ids, _) => ids.Rows<T>(),
            rows => rows.Without(unread),
            rows => rows.ToDictionary(_ => Guid.Empty, row => (T?)row)
        )
        {
            IsByOwnId = true,
            Below = ReadAhead.Of(context, selected),
        };
        return new Batch<Guid, T?>(
            (_, isLast, cancellation) => store.ReadAsync(read, ReadKey.Of(lookup), isLast, cancellation),
            () => null
        )
        {
            Read = read,
        }.Load(Guid.Empty);
    }

    /// <summary>Where parts of plans are printed, by the part's id.</summary>
    public Batch<Guid, IReadOnlyList<PrintedSource>> Sources =>
        At(
            typeof(PrintedSource),
            () =>
                Children(
                    OwnerOfSource,
                    source => source.OwnerId,
                    LineOfSource,
                    ChildrenWhere<PrintedSource>.All,
                    () => ReadsBelow.Unknown,
                    unread: "",
                    seenWithParent: false,
                    MemberOfSource
                )
        );

    /// <summary>What the government aims at, by fiscal year.</summary>
    public Batch<int, IReadOnlyList<DisbursementTarget>> DisbursementTargets =>
        At(
            typeof(IReadOnlyList<DisbursementTarget>),
            () =>
                new Batch<int, IReadOnlyList<DisbursementTarget>>(
                    async (years, cancellation) =>
                    {
                        var found = await store.ListAsync(
                            store.Set<DisbursementTarget>().Where(target => years.Contains(target.FiscalYear)),
                            cancellation
                        );
                        return found
                            .GroupBy(target => target.FiscalYear)
                            .ToDictionary(group => group.Key, group => (IReadOnlyList<DisbursementTarget>)[.. group]);
                    },
                    () => []
                )
        );

    /// <summary>Children of each parent, in order.</summary>
    /// <param name="getParent"><paramref name="parentOf"/>, compiled.</param>
    /// <param name="then">The order of those that are first in no way.</param>
    /// <param name="where">Which of them; they are the same for equal arguments.</param>
    public Batch<Guid, IReadOnlyList<T>> Children<T>(
        Expression<Func<T, Guid>> parentOf,
        Func<T, Guid> getParent,
        Expression<Func<T, object?>> order,
        ChildrenWhere<T> where,
        Func<ReadsBelow> below,
        string unread,
        bool seenWithParent,
        Expression<Func<T, object?>>? then = null
    )
        where T : class =>
        Reading(
            new BatchRead<T, IReadOnlyList<T>>(
                where.IsOfOneQuery ? null : (parentOf, order, then, where.Name, unread, seenWithParent),
                where.Argument,
                (ids, argument) =>
                {
                    var rows = ids.Among(seenWithParent ? store.SetBelowSeen<T>() : store.Set<T>(), parentOf);
                    return where.Condition(argument) is { } condition ? rows.Where(condition) : rows;
                },
                rows => (then is null ? rows.OrderBy(order) : rows.OrderBy(order).ThenBy(then)).Without(unread),
                rows => Grouped(rows, getParent)
            )
            {
                Below = below,
            },
            () => []
        );

    /// <summary>A batch of what a read gives.</summary>
    public Batch<Guid, TValue> Reading<TValue>(BatchRead<TValue> read, Func<TValue> missing)
    {
        if (read.Name is null)
            return new Batch<Guid, TValue>(
                async (ids, cancellation) => read.ById(await read.ListAsync(store, Ids.Of(ids), cancellation)),
                missing
            );
        var batch = new Batch<Guid, TValue>(
            (ids, isLast, cancellation) => store.ReadAsync(read, ReadKey.Of(ids), isLast, cancellation),
            missing
        )
        {
            Read = read,
        };
        read.Taken = batch.Put;
        return batch;
    }

    private static Dictionary<Guid, IReadOnlyList<T>> Grouped<T>(IReadOnlyList<T> rows, Func<T, Guid> getParent)
    {
        var groups = new Dictionary<Guid, IReadOnlyList<T>>();
        foreach (var row in rows)
        {
            var parent = getParent(row);
            if (groups.TryGetValue(parent, out var group))
                ((List<T>)group).Add(row);
            else
                groups.Add(parent, new List<T> { row });
        }

        return groups;
    }

    private T At<T>(object place, Func<T> create)
        where T : class
    {
        if (batches.TryGetValue(place, out var batch))
            return (T)batch;
        var created = create();
        batches.Add(place, created);
        return created;
    }
}

/// <summary>Which children are listed.</summary>
/// <param name="Name">What tells it from other conditions that hang on the same argument.</param>
internal sealed record ChildrenWhere<T>(object? Name, int? Argument, Func<int?, Expression<Func<T, bool>>?> Condition)
{
    public static readonly ChildrenWhere<T> All = Of(null);

    public static ChildrenWhere<T> Of(Expression<Func<T, bool>>? where) => new(where, null, _ => where);

    /// <summary>Whether another query has another condition.</summary>
    public bool IsOfOneQuery { get; init; }
}
