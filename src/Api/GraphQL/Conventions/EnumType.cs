using GraphQL.Types;
using TeacherDevPlan.Domain.Common;

namespace TeacherDevPlan.Api.GraphQL.Conventions;

/// <summary>An enum of the domain under its own name, its values in SCREAMING_SNAKE.</summary>
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

    /// <param name="description">Of the enum.</param>
    /// <param name="values">Descriptions by name, as far as a name does not say it all.</param>
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

/// <summary>Ascending or descending; read as "is descending".</summary>
internal sealed class SortEnum : EnumerationGraphType
{
    public SortEnum()
    {
        Name = "SortEnumType";
        Description = "The direction of a sort key. Nulls come last in both.";
        Add(
            new EnumValueDefinition("ASC", false)
            {
                Description = "Ascending: ก before ฮ, small before large, false before true.",
            }
        );
        Add(new EnumValueDefinition("DESC", true) { Description = "Descending." });
    }
}
