using System.Linq.Expressions;
using GraphQL;
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

    public Batch<Guid, T?> ById<T>()
        where T : Entity =>
        At(
            typeof(T),
            () =>
                new Batch<Guid, T?>(
                    async (ids, cancellation) =>
                    {
                        var found = await store.ListAsync(
                            store.Set<T>().Where(row => ids.Contains(row.Id)),
                            cancellation
                        );
                        return found.ToDictionary(row => row.Id, row => (T?)row);
                    },
                    () => null
                )
        );

    /// <summary>Where parts of plans are printed, by the part's id.</summary>
    public Batch<Guid, IReadOnlyList<PrintedSource>> Sources =>
        At(
            typeof(PrintedSource),
            () =>
                Children<PrintedSource>(
                    source => source.OwnerId,
                    source => source.OwnerId,
                    source => source.Line,
                    where: null
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

    /// <summary>All children of each parent, in order.</summary>
    /// <param name="getParent"><paramref name="parentOf"/>, compiled.</param>
    public Batch<Guid, IReadOnlyList<T>> Children<T>(
        Expression<Func<T, Guid>> parentOf,
        Func<T, Guid> getParent,
        Expression<Func<T, object?>> order,
        Expression<Func<T, bool>>? where,
        string unread = "",
        bool seenWithParent = false
    )
        where T : class =>
        new Batch<Guid, IReadOnlyList<T>>(
            async (parents, cancellation) =>
            {
                var all = seenWithParent ? store.SetBelowSeen<T>() : store.Set<T>();
                var rows = all.Where(ListReader.OneOf(parentOf, parents));
                if (where is not null)
                    rows = rows.Where(where);
                var found = await store.ListAsync(rows.OrderBy(order).Without(unread), cancellation);
                return found.GroupBy(getParent).ToDictionary(group => group.Key, group => (IReadOnlyList<T>)[.. group]);
            },
            () => []
        );

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
