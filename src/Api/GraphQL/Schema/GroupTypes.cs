using GraphQL.Types;
using TeacherDevPlan.Api.GraphQL.Conventions;
using TeacherDevPlan.Api.GraphQL.Execution;
using TeacherDevPlan.Application.Common.Models;
using TeacherDevPlan.Application.Common.Querying;

namespace TeacherDevPlan.Api.GraphQL.Schema;

/// <summary>The groups of a connection's rows: what they can be made by, and what is told of each.</summary>
internal static class GroupTypes
{
    /// <summary>The arguments of a connection's field <c>groups</c>.</summary>
    public static QueryArgument[] Arguments(Model model) =>
        [
            FieldArguments.Of(
                "by",
                $"[{model.Name}GroupKey!]!",
                $"What the rows of a group have in common: one to {GroupLimits.MaxKeys} keys, each once."
            ),
            FieldArguments.Of(
                "having",
                $"{model.Name}AggregateFilterInput",
                "Which groups to list, by their figures; all where it is left out."
            ),
            FieldArguments.Of(
                "order",
                $"[{model.Name}GroupSortInput!]",
                "Sort keys, the first counts most; ties are broken by the groups' keys."
            ),
            FieldArguments.Of(
                "first",
                "Int",
                $"How many groups, 1 to {PageRequest.MaxSize}; {GroupLimits.DefaultSize} by default."
            ),
        ];

    public static IEnumerable<IGraphType> Of(Model model, Models models) =>
        [Keys(model), Values(model, models), Group(model)];

    private static EnumerationGraphType Keys(Model model)
    {
        var type = new EnumerationGraphType
        {
            Name = $"{model.Name}GroupKey",
            Description = $"What lists of {model.Name} can be grouped by. Null is a group of its own.",
        };
        foreach (var key in model.GroupKeys)
            type.Add(new EnumValueDefinition(key.Name, key.Name) { Description = key.Description });
        return type;
    }

    private static ObjectGraphType Values(Model model, Models models)
    {
        var type = new ObjectGraphType
        {
            Name = $"{model.Name}GroupKeyValues",
            Description = $"What the rows of a group of {model.Name} have in common.",
        };
        foreach (var key in model.GroupKeys)
        {
            type.AddField(
                TypeNames.Field(
                    key.FieldName,
                    TypeOf(key, models),
                    $"{key.Description} Null where the groups are not made by it, or it is null in the group.",
                    new ConnectionSource { Access = key.Access }
                )
            );
        }

        return type;
    }

    private static ObjectGraphType Group(Model model)
    {
        var type = new ObjectGraphType
        {
            Name = model.GroupName,
            Description = $"Rows of {model.Name} that have something in common.",
        };
        Add("key", $"{model.Name}GroupKeyValues!", "What they have in common.");
        Add("label", "String", "Names the group for a person; null where nothing that it has in common is known.");
        Add("aggregate", $"{model.Name}Aggregate!", "Figures of the group.");
        return type;

        void Add(string name, string typeName, string description) =>
            type.AddField(TypeNames.Field(name, typeName, description, new ConnectionSource()));
    }

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
