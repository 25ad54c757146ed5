using GraphQL.Types;
using TeacherDevPlan.Api.GraphQL.Conventions;
using TeacherDevPlan.Api.GraphQL.Execution;
using TeacherDevPlan.Application.Common.Models;

namespace TeacherDevPlan.Api.GraphQL.Schema;

/// <summary>The connection over a model's rows, and its edges: a page, how many there are, and what they come to in groups.</summary>
internal static class ConnectionTypes
{
    public static IEnumerable<IGraphType> Of(Model model)
    {
        var edge = new ObjectGraphType
        {
            Name = $"{model.Plural}Edge",
            Description = $"A {model.Name} in a list, with its place.",
        };
        Add(edge, "cursor", "String!", "Its place in this list and order, for after and before.");
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
        Add(type, "edges", $"[{edge.Name}!]!", "The page, each row with its cursor.");
        Add(type, "pageInfo", "PageInfo!", "Where the page lies in the list.");
        Add(type, "totalCount", "Int!", "How many match, on all pages.");
        if (model.HasListBudget)
            Add(
                type,
                "budget",
                "BudgetPosition!",
                "The money of all projects that match, not only of this page.",
                FieldArguments.AsOf()
            );
        if (model.GroupKeys.Count == 0)
            return type;
        Add(type, "aggregate", $"{model.Name}Aggregate!", "Figures of all that match, not only of this page.");
        Add(
            type,
            "groups",
            $"[{model.GroupName}!]!",
            "All that match, in groups of what they have in common; in the order of their keys where no other is asked for.",
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
        (Name, Description) = ("PageInfo", "Where a page lies in its list.");
        Add("hasNextPage", "Boolean!", "Whether rows come after this page.");
        Add("hasPreviousPage", "Boolean!", "Whether rows come before this page.");
        Add("startCursor", "String", "The first row's cursor; null on an empty page.");
        Add("endCursor", "String", "The last row's cursor; null on an empty page.");
    }

    private void Add(string name, string type, string description) =>
        AddField(TypeNames.Field(name, type, description, new ConnectionSource()));
}
