using TeacherDevPlan.Domain.Common;

namespace TeacherDevPlan.Domain.Findings.Rules.Common;

/// <summary>Compares the spelling of names.</summary>
internal static class Spelling
{
    /// <summary>
    /// A text without insignificant differences: white space, kind of digits, quotes, and full stops at the end.
    /// </summary>
    public static string Key(string text) =>
        string.Concat(
                ThaiNumber
                    .ToArabicDigits(text.Normalize())
                    .Replace("\u0E4D\u0E32", "\u0E33", StringComparison.Ordinal)
                    .Where(c => !char.IsWhiteSpace(c) && !IsQuote(c) && c is not ('\u200B' or '\uFEFF'))
            )
            .TrimEnd('.', ',', ';', ':', '-', 'ฯ');

    /// <summary>How often a text is in another one, in any spacing and digits.</summary>
    public static int Occurrences(string text, string within) =>
        Key(text) is { Length: > 0 } key ? Key(within).Split(key).Length - 1 : 0;

    public static string Without(string key, string start) =>
        key.StartsWith(start, StringComparison.Ordinal) ? key[start.Length..] : key;

    private static bool IsQuote(char c) => c is '"' or '\'' or '“' or '”' or '‘' or '’' or '„' or '`';
}
