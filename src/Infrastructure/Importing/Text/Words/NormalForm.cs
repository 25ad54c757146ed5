using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using TeacherDevPlan.Domain.Common;

namespace TeacherDevPlan.Infrastructure.Importing.Text.Words;

/// <summary>
/// One form for texts that look the same: one order of Thai vowels and tone marks, one sara am, no invisible characters,
/// ordinary digits and signs. It contains no information that the printed text does not have, and applying it again
/// changes nothing.
/// </summary>
internal static partial class NormalForm
{
    private const char Nikhahit = '\u0E4D';
    private const char SaraAa = '\u0E32';
    private const char SaraAm = '\u0E33';
    private const char SaraE = '\u0E40';
    private const char SaraAe = '\u0E41';

    /// <summary>Marks moved aside for tall letters, as fonts for Thai have them from U+F700.</summary>
    private const string MovedMarks =
        "\u0E10\u0E34\u0E35\u0E36\u0E37\u0E48\u0E49\u0E4A\u0E4B\u0E4C\u0E48\u0E49\u0E4A\u0E4B"
        + "\u0E4C\u0E0D\u0E31\u0E4D\u0E47\u0E48\u0E49\u0E4A\u0E4B\u0E4C\u0E38\u0E39\u0E3A";

    public static string Of(string text) => Spelt(MayHaveCommaYear(text) ? CommaYear().Replace(text, "") : text);

    private static string Spelt(string text)
    {
        if (IsPlain(text))
            return text;
        var result = new StringBuilder(text.Length);
        var joined = text.Contains('\u2212', StringComparison.Ordinal) ? Minus().Replace(text, "-") : text;
        foreach (var rune in joined.Normalize(NormalizationForm.FormC).EnumerateRunes())
            Append(result, rune);
        return result.ToString();
    }

    /// <summary>Whether every character is in its normal form already, which holds for nearly all texts.</summary>
    private static bool IsPlain(string text)
    {
        var before = '\0';
        foreach (var character in text)
        {
            if (character is >= ' ' and < '\u007F' or '\t' || IsBasicThai(character))
            {
                if (character > '\u007F' && IsOutOfOrder(before, character))
                    return false;
                before = character;
                continue;
            }

            if (character is not ('–' or '—' or '“' or '”' or '‘' or '’' or '•' or '●' or '…' or '←' or '→' or '▶'))
                return false;
            before = character;
        }

        return true;
    }

    private static bool IsBasicThai(char character) => character is >= 'ก' and <= '๛' and not Nikhahit;

    private static bool IsOutOfOrder(char before, char character) =>
        (before == SaraE && character == SaraE)
        || (IsTone(before) && IsVowelMark(character))
        || (before == SaraAm && IsTone(character))
        || (before == character && IsMark(character));

    private static void Append(StringBuilder result, Rune rune)
    {
        if (Simple(rune) is not { } character)
        {
            if (!InvisibleText.Is(rune))
                result.Append(rune);
            return;
        }

        var last = result.Length > 0 ? result[^1] : '\0';
        if (character == SaraE && last == SaraE)
            result[^1] = SaraAe;
        else if (character == last && IsMark(character))
            return;
        else if (character == SaraAa && TakeNikhahit(result))
            result.Append(SaraAm);
        else if (IsVowelMark(character) && IsTone(last))
            Insert(result, character);
        else if (IsTone(character) && last == SaraAm)
            result.Insert(result.Length - 1, character);
        else
            result.Append(character);
    }

    private static void Insert(StringBuilder result, char vowel)
    {
        if (result.Length < 2 || result[^2] != vowel)
            result.Insert(result.Length - 1, vowel);
    }

    /// <summary>Removes a nikhahit at the end of the text, possibly before a tone mark.</summary>
    private static bool TakeNikhahit(StringBuilder result)
    {
        var at =
            result.Length > 0 && result[^1] == Nikhahit ? result.Length - 1
            : result.Length > 1 && IsTone(result[^1]) && result[^2] == Nikhahit ? result.Length - 2
            : -1;
        if (at >= 0)
            result.Remove(at, 1);
        return at >= 0;
    }

    /// <summary>The ordinary character for a character of the basic plane; null if it is invisible or has none.</summary>
    private static char? Simple(Rune rune)
    {
        if (Rune.GetUnicodeCategory(rune) == UnicodeCategory.DecimalDigitNumber && !rune.IsAscii && !IsThaiDigit(rune))
            return (char)('0' + (int)Rune.GetNumericValue(rune));
        if (!rune.IsBmp || InvisibleText.Is(rune))
            return null;
        var character = (char)rune.Value;
        return character switch
        {
            >= '\uF700' and <= '\uF71A' => MovedMarks[character - '\uF700'],
            >= '\uFF01' and <= '\uFF5E' => (char)(character - 0xFEE0),
            '\u2010' or '\u2011' or '\u2012' or '\u2212' or '\uFE58' or '\uFE63' or '\u2043' => '-',
            '\u2015' => '—',
            '\u066B' => '.',
            '\u066C' or '\u201A' or '\uFE50' => ',',
            _ => char.GetUnicodeCategory(character) == UnicodeCategory.SpaceSeparator ? ' ' : character,
        };
    }

    private static bool MayHaveCommaYear(string text) =>
        text.Contains("2,", StringComparison.Ordinal) || text.Contains("๒,", StringComparison.Ordinal);

    /// <summary>The comma in a year, behind a word for one or a month: "พ.ศ. 2,567".</summary>
    [GeneratedRegex(
        @"(?<=(ปี|ปีงบประมาณ|ปีการศึกษา|ศักราช|พ\.?\s?ศ\.?|มกราคม|กุมภาพันธ์|มีนาคม|เมษายน|พฤษภาคม|มิถุนายน|กรกฎาคม|สิงหาคม|กันยายน|ตุลาคม|พฤศจิกายน|ธันวาคม|[มกพสตธ]\.\s?[คพย]\.|มี\.\s?ค\.|เม\.\s?ย\.|มิ\.\s?ย\.)\s?[2๒]),(?=[56๕๖][0-9๐-๙]{2}(?![0-9๐-๙,]|\s?บาท))",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex CommaYear();

    /// <summary>A minus sign with spaces behind it is that of its number; a hyphen with spaces may be the mark of an item.</summary>
    [GeneratedRegex(@"(?<![0-9๐-๙][^\S\n]*)\u2212[^\S\n]+(?=[0-9๐-๙])")]
    private static partial Regex Minus();

    private static bool IsThaiDigit(Rune rune) => rune.Value is >= '๐' and <= '๙';

    /// <summary>A tone mark, or the mark of a silent letter, which stands above a vowel.</summary>
    private static bool IsTone(char character) => character is >= '\u0E48' and <= '\u0E4C';

    private static bool IsVowelMark(char character) =>
        character is '\u0E31' or (>= '\u0E34' and <= '\u0E3A') or Nikhahit;

    private static bool IsMark(char character) =>
        character is '\u0E31' or (>= '\u0E34' and <= '\u0E3A') or (>= '\u0E47' and <= '\u0E4E');
}
