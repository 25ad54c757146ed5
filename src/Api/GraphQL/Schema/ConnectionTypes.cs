using GraphQL.Types;
using TeacherDevPlan.Api.GraphQL.Conventions;
using TeacherDevPlan.Api.GraphQL.Sources;
using TeacherDevPlan.Application.Common.Models;

namespace TeacherDevPlan.Api.GraphQL.Schema;

/// <summary>The connection over a model's rows: a page, the total count, aggregates and groups.</summary>
internal static class ConnectionTypes
{
    public static IEnumerable<IGraphType> Of(Model model) =>
        [
            TypeNames.Object(
                $"{model.Plural}Connection",
                $"A page of a list of {model.Name}.",
                [.. Page(model), .. Budget(model), .. Groups(model)]
            ),
            TypeNames.Object(
                $"{model.Plural}Edge",
                $"A {model.Name} in a list, with its cursor.",
                [
                    Field("cursor", "String!", "Position in this list and order, for after and before."),
                    Field("node", $"{model.Name}!", "The row."),
                ]
            ),
        ];

    public static ObjectGraphType PageInfo() =>
        TypeNames.Object(
            "PageInfo",
            "The position of a page in its list.",
            [
                Field("hasNextPage", "Boolean!", "Whether rows come after this page."),
                Field("hasPreviousPage", "Boolean!", "Whether rows come before this page."),
                Field("startCursor", "String", "The first row's cursor; null on an empty page."),
                Field("endCursor", "String", "The last row's cursor; null on an empty page."),
            ]
        );

    /// <summary>A field that everybody may use.</summary>
    public static FieldType Field(string name, string type, string description, params QueryArgument[] arguments) =>
        TypeNames.Field(name, type, description, new ConnectionSource(), arguments);

    private static FieldType[] Page(Model model) =>
        [
            Field("nodes", $"[{model.Name}!]!", "The page."),
            Field("edges", $"[{model.Plural}Edge!]!", "The rows of the page with their cursors."),
            Field("pageInfo", "PageInfo!", "The position of the page in the list."),
            Field("totalCount", "Int!", "Number of matching rows on all pages."),
        ];

    private static FieldType[] Budget(Model model)
    {
        const string description = "Total amounts of all matching projects, not only of this page.";
        return model.HasListBudget ? [Field("budget", "BudgetPosition!", description, FieldArguments.AsOf())] : [];
    }

    private static FieldType[] Groups(Model model) =>
        model.GroupKeys.Count == 0
            ? []
            :
            [
                Field("aggregate", $"{model.Name}Aggregate!", "Figures over all matching rows, not only of this page."),
                Field(
                    "groups",
                    $"[{model.GroupName}!]!",
                    "All matching rows in groups; by default in the order of their keys.",
                    GroupTypes.Arguments(model)
                ),
            ];
}
