using System.Collections.Frozen;
using System.Text;

namespace TeacherDevPlan.Domain.Common;

/// <summary>
/// The spelling of enum values outside C#, in the API, in plan files and in the database: SCREAMING_SNAKE_CASE.
/// </summary>
public static class EnumText
{
    public static string Of<TEnum>(TEnum value)
        where TEnum : struct, Enum => Spelling<TEnum>.Texts[value];

    /// <summary>The value with this spelling; throws for any other text.</summary>
    public static TEnum Parse<TEnum>(string text)
        where TEnum : struct, Enum => Spelling<TEnum>.Values[text];

    /// <summary>Converts InProgress to IN_PROGRESS; Q1 stays Q1.</summary>
    public static string ToScreamingSnake(string name)
    {
        var text = new StringBuilder(name.Length + 4);
        for (var i = 0; i < name.Length; i++)
        {
            if (i > 0 && char.IsUpper(name[i]) && char.IsLower(name[i - 1]))
                text.Append('_');
            text.Append(char.ToUpperInvariant(name[i]));
        }

        return text.ToString();
    }

    private static class Spelling<TEnum>
        where TEnum : struct, Enum
    {
        public static readonly FrozenDictionary<TEnum, string> Texts = Enum.GetValues<TEnum>()
            .ToFrozenDictionary(value => value, value => ToScreamingSnake(value.ToString()));

        public static readonly FrozenDictionary<string, TEnum> Values = Texts.ToFrozenDictionary(
            pair => pair.Value,
            pair => pair.Key
        );
    }
}
