using GraphQL.Types;
using TeacherDevPlan.Application.Common.Models;

namespace TeacherDevPlan.Api.GraphQL.Schema;

/// <summary>Creates the inputs of groups: conditions on their figures, and their order.</summary>
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
                InputSet.Field(input, "count", "IntOperationFilterInput", "Conditions on the number of rows.");
                Conditions(input, fields);
            }
        );
        inputs.Add(
            $"{model.Name}GroupSortInput",
            $"Sort keys of groups of {model.Name}.",
            input =>
            {
                InputSet.Field(input, "key", "SortEnumType", "By the keys, in the order of `by`.");
                InputSet.Field(input, "label", "SortEnumType", "By `label`.");
                InputSet.Field(input, "count", "SortEnumType", "By number of rows.");
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
