using System.Text;

namespace TeacherDevPlan.Domain.Common;

/// <summary>
/// How text is compared when people search: Latin letters without case, Thai digits as Arabic ones, in Unicode form NFC,
/// and the vowel ำ also where it is written in two characters.
/// The database has the same function (<c>fold_text</c>), on which the search indexes stand.
/// </summary>
public static class SearchText
{
    public static string Fold(string text)
    {
        var characters = Composed(text).ToLowerInvariant().ToCharArray();
        for (var i = 0; i < characters.Length; i++)
        {
            if (characters[i] is >= '๐' and <= '๙')
                characters[i] = (char)('0' + (characters[i] - '๐'));
        }

        return new string(characters);
    }

    private static string Composed(string text) =>
        text.Normalize(NormalizationForm.FormC).Replace("\u0E4D\u0E32", "\u0E33", StringComparison.Ordinal);
}
