using System.Text;
using System.Text.RegularExpressions;

namespace TeacherDevPlan.Domain.Common;

/// <summary>
/// How text is compared when people search: what looks the same is the same. Latin, Greek and Cyrillic letters without case, Thai digits as
/// Arabic ones, without invisible characters, ำ as one character behind its tone mark, however the two were typed, and all of it in
/// Unicode form NFC. The database has the same function (<c>fold_text</c>), which makes the columns that are searched. To fold twice changes
/// nothing.
/// </summary>
public static partial class SearchText
{
    /// <summary>Letters that no marks can be taken off, besides A to Z: the case of all others is that of a letter below marks.</summary>
    private const string Large = "ÆÐØÞĐĦŁŊŒŦẞΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩАБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯЂЄЅІЈЉЊЋЏҐ";

    private const string Small = "æðøþđħłŋœŧßαβγδεζηθικλμνξοπρστυφχψωабвгдежзиклмнопрстуфхцчшщъыьэюяђєѕіјљњћџґ";

    public static string Fold(string text)
    {
        var apart = Visible(text).Normalize(NormalizationForm.FormD);
        var folded = string.Create(
                apart.Length,
                apart,
                static (small, from) =>
                {
                    for (var i = 0; i < small.Length; i++)
                        small[i] = Lower(from[i]);
                }
            )
            .Normalize(NormalizationForm.FormC)
            .Replace("\u0E4D\u0E32", "\u0E33", StringComparison.Ordinal);
        return SaraAm().Replace(folded, "$1$2$3$4\u0E33");
    }

    /// <summary>Without what is not seen, and with plain spaces for those that do not break.</summary>
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
    /// Sara am, in one character or as nikhahit and sara aa, with tone marks before, between or behind them. It begins at the start
    /// or behind a character that is no combining mark, so that no marks change their order.
    /// </summary>
    [GeneratedRegex(
        @"(^|[ -~\u0E01-\u0E32\u0E34-\u0E37\u0E3F-\u0E47\u0E4C\u0E4E-\u0E5B])([\u0E48-\u0E4B]*)(?:\u0E4D([\u0E48-\u0E4B]*)\u0E32|\u0E33)([\u0E48-\u0E4B]*)"
    )]
    private static partial Regex SaraAm();
}
