using System.Text;
using System.Text.RegularExpressions;

namespace TeacherDevPlan.Domain.Common;

/// <summary>
/// Normalises text for searching, so that texts which look the same are equal: Latin, Greek and Cyrillic letters in
/// lower case, Thai digits as Arabic ones, no invisible characters, ำ as one character after its tone mark however it
/// was typed, and everything in Unicode NFC. The database has an equivalent function (<c>fold_text</c>), which creates
/// the columns that searches use. Folding is idempotent.
/// </summary>
public static partial class SearchText
{
    /// <summary>
    /// The cased letters that do not decompose, besides A to Z. Every other cased letter has the case of the letter
    /// that it decomposes to.
    /// </summary>
    private const string Large = "ÆÐØÞĐĦŁŊŒŦẞΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩАБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯЂЄЅІЈЉЊЋЏҐ";

    private const string Small = "æðøþđħłŋœŧßαβγδεζηθικλμνξοπρστυφχψωабвгдежзиклмнопрстуфхцчшщъыьэюяђєѕіјљњћџґ";

    public static string Fold(string text)
    {
        var apart = Visible(text).Normalize(NormalizationForm.FormD);
        var small = string.Create(
            apart.Length,
            apart,
            static (small, from) =>
            {
                for (var i = 0; i < small.Length; i++)
                    small[i] = Lower(from[i]);
            }
        );
        return Compose(small);
    }

    /// <summary>The text without invisible characters and typed in one way, in the letters that it has.</summary>
    public static string Plain(string text) => Compose(Visible(text));

    private static string Compose(string text)
    {
        var composed = text.Normalize(NormalizationForm.FormC)
            .Replace("\u0E4D\u0E32", "\u0E33", StringComparison.Ordinal);
        return SaraAm().Replace(composed, "$1$2$3$4\u0E33");
    }

    /// <summary>Removes invisible characters and replaces no-break spaces by ordinary ones.</summary>
    private static string Visible(string text)
    {
        var visible = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            if (character is '\u00A0' or '\u202F' or '\u2007')
                visible.Append(' ');
            else if (character is not ('\u200B' or '\u200C' or '\u200D' or '\u2060' or '\uFEFF' or '\u00AD'))
                visible.Append(character);
        }

        return visible.ToString();
    }

    private static char Lower(char character) =>
        character switch
        {
            < '\u0080' => char.ToLowerInvariant(character),
            >= '๐' and <= '๙' => (char)('0' + (character - '๐')),
            >= '\u0E00' and < '\u0E80' => character,
            _ when Large.IndexOf(character, StringComparison.Ordinal) is >= 0 and var place => Small[place],
            _ => character,
        };

    /// <summary>
    /// Matches sara am, as one character or as nikhahit and sara aa, with tone marks before, between or after them. The
    /// match starts at the beginning of the text or after a character that is not a combining mark, so that marks are
    /// never reordered.
    /// </summary>
    [GeneratedRegex(
        @"(^|[ -~\u0E01-\u0E32\u0E34-\u0E37\u0E3F-\u0E47\u0E4C\u0E4E-\u0E5B])([\u0E48-\u0E4B]*)(?:\u0E4D([\u0E48-\u0E4B]*)\u0E32|\u0E33)([\u0E48-\u0E4B]*)"
    )]
    private static partial Regex SaraAm();
}
