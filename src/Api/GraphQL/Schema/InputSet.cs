using GraphQL.Types;
using TeacherDevPlan.Api.GraphQL.Conventions;

namespace TeacherDevPlan.Api.GraphQL.Schema;

/// <summary>
/// Input objects by name, each created when it is first needed, because they refer to each other in cycles.
/// </summary>
internal sealed class InputSet
{
    /// <summary>The type of sort keys that are no objects.</summary>
    public const string Direction = "SortEnumType";

    private readonly Dictionary<string, InputObjectGraphType> inputs = [];

    public IReadOnlyCollection<InputObjectGraphType> All => inputs.Values;

    /// <param name="fields">Enumerated if the input is new, when others can refer to it.</param>
    /// <returns>The name.</returns>
    public string Add(string name, string description, IEnumerable<FieldType> fields)
    {
        if (inputs.ContainsKey(name))
            return name;
        var input = new InputObjectGraphType { Name = name, Description = description };
        inputs.Add(name, input);
        foreach (var field in fields)
            input.AddField(field);
        return name;
    }

    /// <summary>Conditions that can be combined.</summary>
    public string AddConditions(string name, string description, IEnumerable<FieldType> fields) =>
        Add(name, description, Combinations(name).Concat(fields));

    private static FieldType[] Combinations(string name) =>
        [
            TypeNames.Field("and", $"[{name}!]", "All of these conditions hold; an empty list is no condition."),
            TypeNames.Field(
                "or",
                $"[{name}!]",
                "At least one of these conditions holds; an empty list is no condition."
            ),
        ];

    /// <summary>Conditions on a list whose items have conditions of the given type.</summary>
    public string AddQuantifiers(string name, string description, string items)
    {
        FieldType[] fields =
        [
            TypeNames.Field("all", items, "Every item matches; true for an empty list."),
            TypeNames.Field("none", items, "No item matches."),
            TypeNames.Field("some", items, "At least one item matches."),
            TypeNames.Field("any", "Boolean", "Whether there is any item."),
        ];
        return Add(name, description, fields);
    }
}
