using System.Linq.Expressions;
using GraphQL;
using TeacherDevPlan.Api.GraphQL.Budgets;
using TeacherDevPlan.Application.Budgets;
using TeacherDevPlan.Application.Common.Querying;
using TeacherDevPlan.Domain.Budgets;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Projects;

namespace TeacherDevPlan.Api.GraphQL.Conventions;

/// <summary>
/// A connection that was asked for, of one parent (or of none: an empty id). Its page, its count and its budget are read
/// when they are selected, each together with those of the other parents.
/// </summary>
/// <param name="Holder">The parent, where it belongs to a fiscal year: a list of nothing is told in that year.</param>
internal sealed record Listing<T>(ListGroup<T> Group, Guid Parent, IOfFiscalYear? Holder = null)
    where T : Entity;

/// <summary>The same connection of many parents.</summary>
internal sealed class ListGroup<T>(
    OperationReads reads,
    Batch<Guid, Page<T>> pages,
    Batch<Guid, int> counts,
    Func<BudgetView, Batch<Guid, BudgetPosition?>>? budgets
)
    where T : Entity
{
    public object LoadPageInfo<TResult>(Guid parent, Func<Page<T>, TResult> select) => pages.Load(parent, select);

    /// <summary>The rows of the page, which count towards the size of the answer.</summary>
    public object LoadRows<TResult>(Guid parent, Func<Page<T>, TResult> select) =>
        pages.Load(
            parent,
            page =>
            {
                reads.Size.Add(page.Edges.Count);
                return select(page);
            }
        );

    public object LoadCount(Guid parent) => counts.Load(parent);

    /// <summary>Only lists of projects have one.</summary>
    public object LoadBudget(IResolveFieldContext context, Guid parent, IOfFiscalYear? holder) =>
        reads
            .At(context, () => budgets!(BudgetFields.View(context)))
            .Load(parent, position => position ?? reads.Budgets.NothingFor(holder));

    public static ListGroup<T> OfRoot(OperationReads reads, ListRequest<T> request) =>
        new(
            reads,
            new Batch<Guid, Page<T>>(
                async (parents, cancellation) => Only(parents, await reads.Lists.PageAsync(request, cancellation)),
                () => throw new InvalidOperationException("A root list always has a page.")
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
            reads,
            new Batch<Guid, Page<T>>(
                (parents, cancellation) => reads.Lists.PagesAsync<TParent, T>(request, parentOf, parents, cancellation),
                () => new Page<T>([], request.Page.Before is not null, request.Page.After is not null)
            ),
            new Batch<Guid, int>(
                (parents, cancellation) => reads.Lists.CountsAsync(request, parentOf, parents, cancellation),
                () => 0
            ),
            BudgetsOf(reads, request, parentOf)
        );

    private static Func<BudgetView, Batch<Guid, BudgetPosition?>>? BudgetsOf(
        OperationReads reads,
        ListRequest<T> request,
        Expression<Func<T, Guid>>? parentOf
    ) =>
        request is ListRequest<Project> projects
            ? view => new Batch<Guid, BudgetPosition?>(
                (parents, cancellation) =>
                    reads.Budgets.OfListAsync(
                        projects,
                        (Expression<Func<Project, Guid>>?)(LambdaExpression?)parentOf,
                        parents,
                        view,
                        cancellation
                    ),
                () => null
            )
            : null;

    private static Dictionary<Guid, TValue> Only<TValue>(IReadOnlyList<Guid> parents, TValue value) =>
        parents.ToDictionary(parent => parent, _ => value);
}
