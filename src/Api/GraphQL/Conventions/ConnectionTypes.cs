using GraphQL.Types;
using TeacherDevPlan.Application.Common.Querying;
using TeacherDevPlan.Domain.Common;

namespace TeacherDevPlan.Api.GraphQL.Conventions;

/// <summary>The connection over a type's rows: nodes, edges, pageInfo, totalCount.</summary>
internal class ConnectionType<T> : ObjectType<Listing<T>>
    where T : Entity
{
    /// <param name="plural">"Projects" gives ProjectsConnection and ProjectsEdge.</param>
    public ConnectionType(string plural)
        : base($"{plural}Connection", $"A page of a list of {typeof(T).Name}.")
    {
        var node = typeof(T).Name;
        Value(
            "nodes",
            $"[{node}!]!",
            list => list.Group.LoadRows(list.Parent, page => page.Edges.Select(edge => edge.Node)),
            "The page."
        );
        Value(
            "edges",
            $"[{plural}Edge!]!",
            list => list.Group.LoadRows(list.Parent, page => page.Edges),
            "The page, each row with its cursor."
        );
        Value(
            "pageInfo",
            "PageInfo!",
            list => list.Group.LoadPageInfo(list.Parent, PageInfoOf),
            "Where the page lies in the list."
        );
        Value("totalCount", "Int!", list => list.Group.LoadCount(list.Parent), "How many match, on all pages.");
        Edge = new EdgeType<T>(plural);
    }

    public IGraphType Edge { get; }

    private static PageInfo PageInfoOf(Page<T> page) =>
        new(
            page.HasNextPage,
            page.HasPreviousPage,
            page.Edges.Count == 0 ? null : page.Edges[0].Cursor,
            page.Edges.Count == 0 ? null : page.Edges[^1].Cursor
        );
}

internal sealed class EdgeType<T> : ObjectType<Edge<T>>
    where T : Entity
{
    public EdgeType(string plural)
        : base($"{plural}Edge", $"A {typeof(T).Name} in a list, with its place.")
    {
        Value("cursor", "String!", edge => edge.Cursor, "Its place in this list and order, for after and before.");
        Value("node", $"{typeof(T).Name}!", edge => edge.Node, "The row.");
    }
}

internal sealed record PageInfo(bool HasNextPage, bool HasPreviousPage, string? StartCursor, string? EndCursor);

internal sealed class PageInfoType : ObjectType<PageInfo>
{
    public PageInfoType()
        : base("PageInfo", "Where a page lies in its list.")
    {
        Value("hasNextPage", "Boolean!", page => page.HasNextPage, "Whether rows come after this page.");
        Value("hasPreviousPage", "Boolean!", page => page.HasPreviousPage, "Whether rows come before this page.");
        Value("startCursor", "String", page => page.StartCursor, "The first row's cursor; null on an empty page.");
        Value("endCursor", "String", page => page.EndCursor, "The last row's cursor; null on an empty page.");
    }
}
