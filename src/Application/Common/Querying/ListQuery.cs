using System.Linq.Expressions;
using Mediator;
using TeacherDevPlan.Application.Access;
using TeacherDevPlan.Domain.Common;

namespace TeacherDevPlan.Application.Common.Querying;

/// <summary>The arguments that every list field takes, as the client gave them.</summary>
public sealed record ListArguments(
    IReadOnlyDictionary<string, object?>? Where,
    IReadOnlyList<IReadOnlyDictionary<string, object?>>? Order,
    int? First,
    string? After,
    int? Last,
    string? Before
);

/// <summary>Asks for a list; gives it checked and ready, and its pages and sums are then read as they are selected.</summary>
public abstract record ListQuery<T>(ListArguments Arguments) : IQuery<ListRequest<T>>
    where T : Entity;

/// <summary>Checks the arguments of a list and makes the request of them; refuses with <see cref="QueryRefusedException"/>.</summary>
public sealed class ListPlanner(QueryModels models, Cursors cursors, AccessControl access)
{
    private readonly FilterCompiler filters = new(models, access);
    private readonly SortCompiler orders = new(models, access);

    public Expression<Func<T, bool>>? Filter<T>(IReadOnlyDictionary<string, object?>? where)
        where T : class => filters.Compile<T>(where);

    public ListRequest<T> Plan<T>(ListArguments arguments)
        where T : class
    {
        var page = PageRequest.Of(arguments.First, arguments.After, arguments.Last, arguments.Before);
        var keys = orders.Compile<T>(arguments.Order);
        var name = models.For<T>().Name;
        return new ListRequest<T>(filters.Compile<T>(arguments.Where), keys, page)
        {
            After = page.After is { } after ? cursors.Read(after, "after", name, keys) : null,
            Before = page.Before is { } before ? cursors.Read(before, "before", name, keys) : null,
        };
    }
}

public abstract class ListQueryHandler<TQuery, T>(ListPlanner planner) : IQueryHandler<TQuery, ListRequest<T>>
    where TQuery : ListQuery<T>
    where T : Entity
{
    public ValueTask<ListRequest<T>> Handle(TQuery query, CancellationToken cancellationToken) =>
        new(planner.Plan<T>(query.Arguments));
}
