using System.Linq.Expressions;
using TeacherDevPlan.Application.Common.Querying;
using TeacherDevPlan.Domain.Budgets;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Projects;

namespace TeacherDevPlan.Api.GraphQL.Conventions;

/// <summary>
/// A connection that was asked for, of one parent (or of none: an empty id). Its page, its count and its budget are read
/// when they are selected, each together with those of the other parents.
/// </summary>
internal sealed record Listing<T>(ListGroup<T> Group, Guid Parent)
    where T : Entity;

/// <summary>The same connection of many parents.</summary>
internal sealed class ListGroup<T>(
    Batch<Guid, Page<T>> pages,
    Batch<Guid, int> counts,
    Batch<Guid, BudgetPosition>? budgets
)
    where T : Entity
{
    public Batch<Guid, Page<T>> Pages => pages;

    public Batch<Guid, int> Counts => counts;

    /// <summary>Only lists of projects have one.</summary>
    public Batch<Guid, BudgetPosition> Budgets => budgets!;

    public static ListGroup<T> OfRoot(OperationReads reads, ListRequest<T> request) =>
        new(
            new Batch<Guid, Page<T>>(
                async (parents, cancellation) => Only(parents, await reads.Lists.PageAsync(request, cancellation)),
                () => Page<T>.Empty
            ),
            new Batch<Guid, int>(
                async (parents, cancellation) => Only(parents, await reads.Lists.CountAsync(request, cancellation)),
                () => 0
            ),
            BudgetsOf(reads, request, null)
        );

    public static ListGroup<T> Of<TParent>(
        OperationReads reads,
        ListRequest<T> request,
        Expression<Func<T, Guid>> parentOf
    )
        where TParent : Entity =>
        new(
            new Batch<Guid, Page<T>>(
                (parents, cancellation) => PagesAsync<TParent>(reads, request, parentOf, parents, cancellation),
                () => new Page<T>([], false, request.Page is { Backwards: false, After: not null })
            ),
            new Batch<Guid, int>(
                (parents, cancellation) => reads.Lists.CountsAsync(request, parentOf, parents, cancellation),
                () => 0
            ),
            BudgetsOf(reads, request, parentOf)
        );

    private static Task<IReadOnlyDictionary<Guid, Page<T>>> PagesAsync<TParent>(
        OperationReads reads,
        ListRequest<T> request,
        Expression<Func<T, Guid>> parentOf,
        IReadOnlyList<Guid> parents,
        CancellationToken cancellation
    )
        where TParent : Entity => reads.Lists.PagesAsync<TParent, T>(request, parentOf, parents, cancellation);

    private static Batch<Guid, BudgetPosition>? BudgetsOf(
        OperationReads reads,
        ListRequest<T> request,
        Expression<Func<T, Guid>>? parentOf
    ) =>
        request is ListRequest<Project> projects
            ? new Batch<Guid, BudgetPosition>(
                (parents, cancellation) =>
                    reads.Budgets.OfListAsync(
                        projects,
                        (Expression<Func<Project, Guid>>?)(LambdaExpression?)parentOf,
                        parents,
                        cancellation
                    ),
                () => reads.Budgets.Nothing
            )
            : null;

    private static Dictionary<Guid, TValue> Only<TValue>(IReadOnlyList<Guid> parents, TValue value) =>
        parents.ToDictionary(parent => parent, _ => value);
}
