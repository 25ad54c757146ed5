using GraphQL.Types;
using TeacherDevPlan.Api.GraphQL.Conventions;
using TeacherDevPlan.Api.GraphQL.Execution;
using TeacherDevPlan.Application.Common.Models;

namespace TeacherDevPlan.Api.GraphQL.Schema;

/// <summary>The connection over a model's rows: a page, the total count, aggregates and groups.</summary>
internal static class ConnectionTypes
{
    public static IEnumerable<IGraphType> Of(Model model)
    {
        var edge = new ObjectGraphType
        {
            Name = $"{model.Plural}Edge",
            Description = $"A {model.Name} in a list, with its cursor.",
        };
        Add(edge, "cursor", "String!", "Position in this list and order, for after and before.");
        Add(edge, "node", $"{model.Name}!", "The row.");
        return [Connection(model, edge), edge];
    }

    private static ObjectGraphType Connection(Model model, ObjectGraphType edge)
    {
        var type = new ObjectGraphType
        {
            Name = $"{model.Plural}Connection",
            Description = $"A page of a list of {model.Name}.",
        };
        Add(type, "nodes", $"[{model.Name}!]!", "The page.");
        Add(type, "edges", $"[{edge.Name}!]!", "The rows of the page with their cursors.");
        Add(type, "pageInfo", "PageInfo!", "The position of the page in the list.");
        Add(type, "totalCount", "Int!", "Number of matching rows on all pages.");
        if (model.HasListBudget)
            Add(
                type,
                "budget",
                "BudgetPosition!",
                "Total amounts of all matching projects, not only of this page.",
                FieldArguments.AsOf()
            );
        if (model.GroupKeys.Count == 0)
            return type;
        Add(type, "aggregate", $"{model.Name}Aggregate!", "Figures over all matching rows, not only of this page.");
        Add(
            type,
            "groups",
            $"[{model.GroupName}!]!",
            "All matching rows in groups; by default in the order of their keys.",
            GroupTypes.Arguments(model)
        );
        return type;
    }

    private static void Add(
        ObjectGraphType type,
        string name,
        string typeName,
        string description,
        params QueryArgument[] arguments
    ) =>
        type.AddField(TypeNames.Field(name, typeName, description, new ConnectionSource())).Arguments =
            new QueryArguments(arguments);
}

internal sealed class PageInfoType : ObjectGraphType
{
    public PageInfoType()
    {
        (Name, Description) = ("PageInfo", "The position of a page in its list.");
        Add("hasNextPage", "Boolean!", "Whether rows come after this page.");
        Add("hasPreviousPage", "Boolean!", "Whether rows come before this page.");
        Add("startCursor", "String", "The first row's cursor; null on an empty page.");
        Add("endCursor", "String", "The last row's cursor; null on an empty page.");
    }

    private void Add(string name, string type, string description) =>
        AddField(TypeNames.Field(name, type, description, new ConnectionSource()));
}
