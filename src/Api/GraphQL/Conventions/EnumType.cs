using GraphQL.Types;
using TeacherDevPlan.Domain.Common;

namespace TeacherDevPlan.Api.GraphQL.Conventions;

/// <summary>A domain enum under its own name, with values in SCREAMING_SNAKE_CASE.</summary>
internal sealed class EnumType : EnumerationGraphType
{
    private EnumType(Type type, string description, Func<string, string?> describe)
    {
        Name = type.Name;
        Description = description;
        foreach (var value in Enum.GetValues(type))
        {
            var name = EnumText.ToScreamingSnake(value.ToString()!);
            Add(new EnumValueDefinition(name, value) { Description = describe(name) });
        }
    }

    /// <param name="description">Description of the enum.</param>
    /// <param name="values">Descriptions by name, for values whose name does not explain them.</param>
    public static EnumType Of<TEnum>(string description, params (string Name, string Description)[] values)
        where TEnum : struct, Enum =>
        new(
            typeof(TEnum),
            description,
            name => Array.Find(values, value => value.Name == name).Description ?? Spelt(name)
        );

    private static string Spelt(string name)
    {
        var words = name.Replace('_', ' ');
        return words[0] + words[1..].ToLowerInvariant() + ".";
    }
}

/// <summary>Ascending or descending; read as a boolean "is descending".</summary>
internal sealed class SortEnum : EnumerationGraphType
{
    public SortEnum()
    {
        Name = "SortEnumType";
        Description = "The direction of a sort key. Nulls come last in both directions.";
        Add(
            new EnumValueDefinition("ASC", false)
            {
                Description = "Ascending: ก before ฮ, small before large, false before true.",
            }
        );
        Add(new EnumValueDefinition("DESC", true) { Description = "Descending." });
    }
}
