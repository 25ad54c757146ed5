using GraphQL.Types;
using TeacherDevPlan.Api.GraphQL.Conventions;
using TeacherDevPlan.Api.GraphQL.Sources;
using TeacherDevPlan.Application.Common.Models;
using TeacherDevPlan.Application.Common.Querying;

namespace TeacherDevPlan.Api.GraphQL.Schema;

/// <summary>The groups of a connection's rows: their keys and their figures.</summary>
internal static class GroupTypes
{
    /// <summary>The arguments of a connection's field <c>groups</c>.</summary>
    public static QueryArgument[] Arguments(Model model) =>
        [
            FieldArguments.Of(
                "by",
                $"[{model.Name}GroupKey!]!",
                $"The keys to group by: one to {GroupLimits.MaxKeys} different keys."
            ),
            FieldArguments.Of(
                "having",
                $"{model.Name}AggregateFilterInput",
                "Conditions on the figures of groups; by default all groups."
            ),
            FieldArguments.Of(
                "order",
                $"[{model.Name}GroupSortInput!]",
                "Sort keys; the first one has priority. Ties are broken by the groups' keys."
            ),
            FieldArguments.Of(
                "first",
                "Int",
                $"Number of groups, 1 to {PageRequest.MaxSize}, by default {GroupLimits.DefaultSize}."
            ),
        ];

    public static IEnumerable<IGraphType> Of(Model model, Models models) =>
        [Keys(model), Values(model, models), Group(model)];

    private static EnumerationGraphType Keys(Model model)
    {
        var type = new EnumerationGraphType
        {
            Name = $"{model.Name}GroupKey",
            Description = $"The keys that lists of {model.Name} can be grouped by. Nulls form a group of their own.",
        };
        foreach (var key in model.GroupKeys)
            type.Add(new EnumValueDefinition(key.Name, key.Name) { Description = key.Description });
        return type;
    }

    private static ObjectGraphType Values(Model model, Models models) =>
        TypeNames.Object(
            $"{model.Name}GroupKeyValues",
            $"The values that the rows of a group of {model.Name} share.",
            model.GroupKeys.Select(key =>
                TypeNames.Field(
                    key.FieldName,
                    TypeOf(key, models),
                    $"{key.Description} Null if this key is not in `by`, or if the value of the group is null.",
                    new ConnectionSource { Access = key.Access }
                )
            )
        );

    private static ObjectGraphType Group(Model model) =>
        TypeNames.Object(
            model.GroupName,
            $"A group of rows of {model.Name}.",
            [
                ConnectionTypes.Field("key", $"{model.Name}GroupKeyValues!", "The values that the rows share."),
                ConnectionTypes.Field(
                    "label",
                    "String",
                    "Readable name of the group; null if all its key values are null."
                ),
                ConnectionTypes.Field("aggregate", $"{model.Name}Aggregate!", "Figures of the group."),
            ]
        );

    private static string TypeOf(GroupKey key, Models models) =>
        key switch
        {
            { Node: { } row } => models.For(row).Name,
            { Part: DatePart.FiscalYear } => "Int",
            { Part: DatePart.Quarter } => "FiscalQuarter",
            { Part: DatePart.Month } => "LocalDate",
            _ => TypeNames.Of(key.Type),
        };
}
