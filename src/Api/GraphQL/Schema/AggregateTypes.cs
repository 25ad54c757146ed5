using GraphQL.Types;
using TeacherDevPlan.Api.GraphQL.Conventions;
using TeacherDevPlan.Api.GraphQL.Execution;
using TeacherDevPlan.Application.Access;
using TeacherDevPlan.Application.Common.Models;

namespace TeacherDevPlan.Api.GraphQL.Schema;

/// <summary>Creates the types of aggregates, and the conditions on groups and orders of groups by aggregates.</summary>
internal sealed class AggregateTypes
{
    private readonly InputSet inputs;
    private readonly Dictionary<string, ObjectGraphType> shared = [];

    public AggregateTypes(InputSet inputs)
    {
        this.inputs = inputs;
        foreach (var kind in AggregateKind.All)
            Kind(kind);
    }

    /// <summary>The types that models share: figures of numbers, of dates, and of grouped values.</summary>
    public IEnumerable<ObjectGraphType> Shared => shared.Values;

    public ObjectGraphType Of(Model model)
    {
        var type = new ObjectGraphType
        {
            Name = $"{model.Name}Aggregate",
            Description = $"Figures over rows of {model.Name} that the caller may see.",
        };
        Add(type, "count", "Int!", "Number of rows.", AccessRule.Open);
        foreach (var field in Aggregated.Of(model))
        {
            Add(type, field);
            if (field.Inner.Count > 0)
                Group(field);
        }

        return type;
    }

    private void Kind(AggregateKind kind)
    {
        var type = new ObjectGraphType { Name = kind.Name, Description = kind.Description };
        foreach (var (name, typeName, description) in kind.Functions)
            Add(type, name, typeName, description, AccessRule.Open);
        shared.Add(type.Name, type);
        inputs.Add(
            $"{kind.Name}FilterInput",
            "Conditions on figures; all must hold.",
            input =>
            {
                foreach (var (name, typeName, _) in kind.Functions)
                    InputSet.Field(
                        input,
                        name,
                        $"{typeName.TrimEnd('!')}OperationFilterInput",
                        $"Conditions on `{name}`."
                    );
            }
        );
        inputs.Add(
            $"{kind.Name}SortInput",
            "Sort keys of groups.",
            input =>
            {
                foreach (var (name, _, _) in kind.Functions)
                    InputSet.Field(input, name, "SortEnumType", $"By `{name}`.");
            }
        );
    }

    private void Group(Aggregated group)
    {
        if (shared.ContainsKey(group.Type))
            return;
        var type = new ObjectGraphType { Name = group.Type, Description = "Figures of several values." };
        foreach (var field in group.Inner)
            Add(type, field);
        shared.Add(type.Name, type);
        inputs.Add(
            group.FilterInput,
            "Conditions on figures of several values; all must hold.",
            input => GroupInputs.Conditions(input, group.Inner)
        );
        inputs.Add(
            group.SortInput,
            "Sort keys of groups by figures of several values.",
            input => GroupInputs.Keys(input, group.Inner)
        );
    }

    private static void Add(ObjectGraphType type, Aggregated field)
    {
        var made = Add(
            type,
            field.Name,
            field.Access.IsOpen ? $"{field.Type}!" : field.Type,
            field.Description,
            field.Access
        );
        if (field.IsBudget)
            made.Arguments = new QueryArguments(FieldArguments.AsOf());
    }

    private static FieldType Add(
        ObjectGraphType type,
        string name,
        string typeName,
        string description,
        AccessRule access
    ) => type.AddField(TypeNames.Field(name, typeName, description, new ConnectionSource { Access = access }));
}
