using GraphQL.Types;
using TeacherDevPlan.Api.GraphQL.Conventions;

namespace TeacherDevPlan.Api.GraphQL.Schema;

/// <summary>
/// Input objects by name, each created when it is first needed, because they refer to each other in cycles.
/// </summary>
internal sealed class InputSet
{
    private readonly Dictionary<string, InputObjectGraphType> inputs = [];

    public IReadOnlyCollection<InputObjectGraphType> All => inputs.Values;

    public string Add(string name, string description, Action<InputObjectGraphType> fill)
    {
        if (!inputs.ContainsKey(name))
        {
            var input = new InputObjectGraphType { Name = name, Description = description };
            inputs.Add(name, input);
            fill(input);
        }

        return name;
    }

    public static void Field(InputObjectGraphType input, string name, string type, string description) =>
        input.AddField(TypeNames.Field(name, type, description));

    public static void Combine(InputObjectGraphType input)
    {
        Field(input, "and", $"[{input.Name}!]", "All of these conditions hold; an empty list is no condition.");
        Field(
            input,
            "or",
            $"[{input.Name}!]",
            "At least one of these conditions holds; an empty list is no condition."
        );
    }

    public static void Quantifiers(InputObjectGraphType input, string inner)
    {
        Field(input, "all", inner, "Every item matches; true for an empty list.");
        Field(input, "none", inner, "No item matches.");
        Field(input, "some", inner, "At least one item matches.");
        Field(input, "any", "Boolean", "Whether there is any item.");
    }
}
