namespace TeacherDevPlan.Domain.Staff;

/// <summary>Parts of regular expressions that .NET and PostgreSQL understand alike.</summary>
internal static class NamePattern
{
    /// <summary>Whatever stands between the parts of a name: spaces, line breaks (in JSON as well), emphasis.</summary>
    public const string Separator =
        @"(?:[\s\u00a0\u202f\u2007\u200b-\u200d\u2060\ufeff\u00ad*_]|\\[nrt]|<br\s*/?>|&nbsp;)+";

    /// <summary>A letter or mark of a word.</summary>
    public const string Letter = @"[\u0e00-\u0e7fA-Za-z0-9]";

    private const string Invisible = @"[\u200b-\u200d\u2060\ufeff\u00ad]*";
    private const char SaraAm = '\u0e33';
    private const string Nikhahit = "\u0e4d";
    private const string SaraAa = "\u0e32";

    /// <summary>The text with invisible characters between its letters, and ำ in every way that it is typed.</summary>
    public static string Letters(string text)
    {
        var letters = new List<string>();
        for (var i = 0; i < text.Length; i++)
        {
            if (i + 1 < text.Length && text[i] is >= '\u0e48' and <= '\u0e4b' && text[i + 1] == SaraAm)
                letters.Add(SaraAmWith(text[i++].ToString()));
            else if (text[i] == SaraAm)
                letters.Add($"(?:{SaraAm}|{Nikhahit}{Invisible}{SaraAa})");
            else if (text[i] == ' ')
                letters.Add(Separator);
            else
                letters.Add(Literal(text[i]));
        }

        return string.Join(Invisible, letters);
    }

    private static string SaraAmWith(string tone) =>
        $"(?:{tone}{Invisible}{SaraAm}|{tone}{Invisible}{Nikhahit}{Invisible}{SaraAa}|"
        + $"{Nikhahit}{Invisible}{tone}{Invisible}{SaraAa}|{SaraAm}{Invisible}{tone})";

    private static string Literal(char letter) =>
        char.IsAsciiLetter(letter) ? $"[{char.ToUpperInvariant(letter)}{char.ToLowerInvariant(letter)}]"
        : char.IsAscii(letter) && !char.IsAsciiLetterOrDigit(letter) ? $@"\{letter}"
        : letter.ToString();
}
