using GraphQL.Types;
using TeacherDevPlan.Application.Common.Models;

namespace TeacherDevPlan.Api.GraphQL.Schema;

/// <summary>Makes the inputs of groups: which of them to list by their figures, and in what order.</summary>
internal static class GroupInputs
{
    public static void Add(Model model, InputSet inputs)
    {
        List<Aggregated> fields = [.. Aggregated.Of(model)];
        inputs.Add(
            $"{model.Name}AggregateFilterInput",
            $"Conditions on figures of a group of {model.Name}; all must hold.",
            input =>
            {
                InputSet.Field(input, "count", "IntOperationFilterInput", "Conditions on how many rows it has.");
                Conditions(input, fields);
            }
        );
        inputs.Add(
            $"{model.Name}GroupSortInput",
            $"What to sort groups of {model.Name} by.",
            input =>
            {
                InputSet.Field(input, "key", "SortEnumType", "By the keys in turn, as `by` names them.");
                InputSet.Field(input, "label", "SortEnumType", "By `label`.");
                InputSet.Field(input, "count", "SortEnumType", "By how many rows they have.");
                Keys(input, fields);
            }
        );
    }

    public static void Conditions(InputObjectGraphType input, IEnumerable<Aggregated> fields)
    {
        foreach (var field in fields)
            InputSet.Field(input, field.Name, field.FilterInput, $"Conditions on figures of `{field.Name}`.");
    }

    public static void Keys(InputObjectGraphType input, IEnumerable<Aggregated> fields)
    {
        foreach (var field in fields)
            InputSet.Field(input, field.Name, field.SortInput, $"By a figure of `{field.Name}`.");
    }
}
