using TeacherDevPlan.Domain.Common;

namespace TeacherDevPlan.Domain.Findings.Rules;

/// <summary>How like two names are.</summary>
internal static class Spelling
{
    /// <summary>A text without what two prints of the same differ in: white space, kinds of digits, quotes, full stops at its end.</summary>
    public static string Key(string text) =>
        string.Concat(
                ThaiNumber
                    .ToArabicDigits(text.Normalize())
                    .Replace("\u0E4D\u0E32", "\u0E33", StringComparison.Ordinal)
                    .Where(c => !char.IsWhiteSpace(c) && !IsQuote(c) && c is not ('\u200B' or '\uFEFF'))
            )
            .TrimEnd('.', ',', ';', ':', '-', 'ฯ');

    public static string Without(string key, string start) =>
        key.StartsWith(start, StringComparison.Ordinal) ? key[start.Length..] : key;

    /// <summary>How many letters have to be put in, left out or exchanged to make one text of the other (Levenshtein).</summary>
    public static int Distance(string one, string other)
    {
        var previous = Enumerable.Range(0, other.Length + 1).ToArray();
        var current = new int[other.Length + 1];
        for (var i = 1; i <= one.Length; i++)
        {
            current[0] = i;
            for (var j = 1; j <= other.Length; j++)
            {
                var exchanged = previous[j - 1] + (one[i - 1] == other[j - 1] ? 0 : 1);
                current[j] = Math.Min(exchanged, Math.Min(previous[j], current[j - 1]) + 1);
            }

            (previous, current) = (current, previous);
        }

        return previous[other.Length];
    }

    /// <summary>Whether no more letters than these are different; soon told where there are more.</summary>
    public static bool IsWithin(string one, string other, int letters)
    {
        if (Math.Abs(one.Length - other.Length) > letters)
            return false;
        var previous = Enumerable.Range(0, other.Length + 1).ToArray();
        for (var i = 1; i <= one.Length; i++)
        {
            var current = new int[other.Length + 1];
            Array.Fill(current, letters + 1);
            if (i <= letters)
                current[0] = i;
            for (var j = Math.Max(1, i - letters); j <= Math.Min(other.Length, i + letters); j++)
            {
                var exchanged = previous[j - 1] + (one[i - 1] == other[j - 1] ? 0 : 1);
                current[j] = Math.Min(exchanged, Math.Min(previous[j], current[j - 1]) + 1);
            }

            if (current.Min() > letters)
                return false;
            previous = current;
        }

        return previous[other.Length] <= letters;
    }

    private static bool IsQuote(char c) => c is '"' or '\'' or '“' or '”' or '‘' or '’' or '„' or '`';
}
