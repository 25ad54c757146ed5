using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using TeacherDevPlan.Domain.Common;

namespace TeacherDevPlan.Domain.Staff;

/// <summary>A name that was replaced, which only its digest is kept of.</summary>
/// <param name="Lengths">The lengths of the name's parts; none if it is replaced only where it is the whole text.</param>
/// <param name="Present">What stands in its place.</param>
public sealed record FormerName(byte[] Digest, IReadOnlyList<int> Lengths, string Present);

/// <summary>
/// The names of an office that were corrected or erased. Nobody without the key can find out from the digests what they
/// were; with it, they are recognised in texts, and replaced.
/// </summary>
public sealed partial class FormerNames(byte[] key, string officeCode, IReadOnlyList<FormerName> names)
{
    private readonly Dictionary<string, FormerName> byDigest = names.ToDictionary(name =>
        Convert.ToHexString(name.Digest)
    );

    /// <summary>The longest first: a name with its title goes before the name without.</summary>
    private readonly IReadOnlyList<IReadOnlyList<int>> shapes =
    [
        .. names
            .Select(name => name.Lengths)
            .Where(lengths => lengths.Count > 0)
            .DistinctBy(lengths => string.Join(' ', lengths))
            .OrderByDescending(lengths => lengths.Sum()),
    ];

    private IReadOnlyList<PersonName> others = [];

    /// <summary>A name to be kept as a digest, wherever it stands in a text.</summary>
    /// <param name="words">The name as one text, with a space between its parts.</param>
    public static FormerName Of(byte[] key, string officeCode, string words, string present)
    {
        var folded = SearchText.Fold(words);
        return new(Digest(key, officeCode, folded), [.. folded.Split(' ').Select(part => part.Length)], present);
    }

    /// <summary>A text to be kept as a digest, where it stands alone.</summary>
    public static FormerName OfWhole(byte[] key, string officeCode, string printed, string present) =>
        new(Digest(key, officeCode, Whole(SearchText.Fold(printed))), [], present);

    /// <summary>Leaves names alone that only begin with one that was replaced.</summary>
    public void Keep(IEnumerable<string> printed) => others = [.. printed.Distinct().Select(PersonName.Of)];

    /// <summary>The text with present names in place of former ones; the same text if it has none.</summary>
    public string Replace(string text)
    {
        var folded = SearchText.Fold(text);
        if (Find(Whole(folded)) is { } whole)
            return whole.Present;
        foreach (var words in shapes.SelectMany(lengths => Candidates(folded, lengths)).Distinct())
        {
            if (Find(words) is { } name)
                text = PersonName.Of(words).ReplaceWithTitleIn(text, others, PersonName.Of(name.Present));
        }

        return text;
    }

    /// <summary>A name without a title, or the present one in its place if all of it is a former one.</summary>
    public string ReplaceWhole(string name)
    {
        var folded = SearchText.Fold(name);
        var found = Find(Whole(folded)) ?? Find(string.Join(' ', PersonName.Separators().Split(folded)));
        return found is null ? name : PersonName.Of(found.Present).Proper;
    }

    /// <summary>
    /// All that could be a name with parts of these lengths: what stands around each gap between words; for a name of
    /// one part, the end of each word.
    /// </summary>
    private static IEnumerable<string> Candidates(string text, IReadOnlyList<int> lengths) =>
        lengths.Count == 1
            ? Word().Matches(text).Where(word => word.Length >= lengths[0]).Select(word => word.Value[^lengths[0]..])
            : Around(text, PersonName.Separators().Matches(text), lengths);

    private static IEnumerable<string> Around(string text, MatchCollection gaps, IReadOnlyList<int> lengths)
    {
        for (var first = 0; first + lengths.Count - 1 <= gaps.Count; first++)
        {
            var start = gaps[first].Index - lengths[0];
            if (start < 0)
                continue;
            var words = new List<string> { text[start..gaps[first].Index] };
            for (var i = 1; i < lengths.Count; i++)
            {
                var from = gaps[first + i - 1].Index + gaps[first + i - 1].Length;
                words.Add(text[from..Math.Min(from + lengths[i], text.Length)]);
            }

            yield return string.Join(' ', words);
        }
    }

    private FormerName? Find(string words) =>
        byDigest.GetValueOrDefault(Convert.ToHexString(Digest(key, officeCode, words)));

    private static string Whole(string folded) => "=" + PersonName.Separators().Replace(folded, " ").Trim();

    private static byte[] Digest(byte[] key, string officeCode, string words) =>
        HMACSHA256.HashData(key, Encoding.UTF8.GetBytes($"{officeCode}|{words}"));

    [GeneratedRegex(NamePattern.Letter + "+")]
    private static partial Regex Word();
}
