using System.Globalization;
using System.Text.RegularExpressions;
using TeacherDevPlan.Domain.Common;

namespace TeacherDevPlan.Domain.Findings.Rules.Wording;

/// <summary>A number of things that a text states before it lists them.</summary>
/// <param name="Listed">The number of listed things, or the sum of the listed numbers.</param>
/// <param name="Index">The position of the stated number in the text.</param>
/// <param name="Occurrence">1 for the first count of this unit in the text.</param>
internal sealed record StatedCount(string Unit, int Stated, int Listed, int Index, int Length, int Occurrence);

/// <summary>Finds stated counts that are followed by a list, in unambiguous forms only.</summary>
internal static partial class Counts
{
    public static IEnumerable<StatedCount> In(string text)
    {
        var plain = ThaiNumber.ToArabicDigits(text);
        var found = Enumerated()
            .Matches(plain)
            .Select(match => Count(match, LastInARow(plain[(match.Index + match.Length)..])))
            .Concat(Districts().Matches(plain).Select(match => Count(match, match.Groups["item"].Captures.Count)))
            .Concat(Sums().Matches(plain).Select(match => Count(match, SumOf(match))))
            .Where(count => count.Listed > 1)
            .OrderBy(count => count.Index)
            .ToList();
        return found.Select((c, i) => c with { Occurrence = found.Take(i + 1).Count(other => other.Unit == c.Unit) });
    }

    /// <summary>"จำนวน ๘ โครงการ ดังนี้", against the projects the plan lists.</summary>
    public static IEnumerable<StatedCount> OfProjects(string text, int projects) =>
        Projects().Matches(ThaiNumber.ToArabicDigits(text)).Select(match => Count(match, projects));

    private static StatedCount Count(Match match, int listed)
    {
        var number = match.Groups["count"];
        return new StatedCount(
            match.Groups["unit"].Value,
            Number(number.Value),
            listed,
            number.Index,
            number.Length,
            1
        );
    }

    private static int Number(string text) =>
        int.Parse(text.Replace(",", "", StringComparison.Ordinal), CultureInfo.InvariantCulture);

    /// <summary>
    /// The sum of the parts. Text after the last part ("พบ ๗ คน") may look like another part, so the sum nearest to the
    /// stated number is used.
    /// </summary>
    private static int SumOf(Match match)
    {
        var parts = match.Groups["part"].Captures.Select(capture => Number(capture.Value)).ToList();
        var stated = Number(match.Groups["count"].Value);
        return Enumerable
            .Range(2, parts.Count - 1)
            .Select(count => parts.Take(count).Sum())
            .MinBy(sum => Math.Abs(sum - stated));
    }

    /// <summary>The number of items of an enumeration such as "(1) … (2) …".</summary>
    private static int LastInARow(string text)
    {
        var last = 0;
        foreach (Match match in Enumerators().Matches(text))
        {
            if (Number(match.Groups["number"].Value) == last + 1)
                last++;
        }

        return last;
    }

    [GeneratedRegex(
        @"(?<![0-9.,])(?<count>[0-9]{1,2})\s*(?<unit>[ก-์]{2,20}?)\s*(ดังนี้|ได้แก่|คือ|ประกอบด้วย)\s*:?\s*(?=\(?1\))",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex Enumerated();

    [GeneratedRegex(@"(?<![0-9.])\(?(?<number>[0-9]{1,2})\)", RegexOptions.ExplicitCapture)]
    private static partial Regex Enumerators();

    [GeneratedRegex(
        @"(?<![0-9.,])(?<count>[0-9]{1,2})\s*(?<unit>อำเภอ)\s*(ได้แก่|คือ|ประกอบด้วย)((\s|,|และ)*(?<item>อำเภอ)((?!และ?อำเภอ)[ก-์])+)+",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex Districts();

    [GeneratedRegex(
        @"(รวม|ทั้งสิ้น|ทั้งหมด)\s*(จำนวน\s*)?(?<count>[0-9][0-9,]{0,6})\s*(?<unit>โรงเรียน|คน|แห่ง|ราย|โรง)\s*(ประกอบด้วย|แบ่งเป็น|จำแนกเป็น|แยกเป็น|ได้แก่)\s*:?\s*((และ\s*)?(?!และ)[ก-์]{2,30}\s*(จำนวน\s*)?(?<part>[0-9][0-9,]{0,6})\s*\k<unit>[\s,]*){2,}",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex Sums();

    [GeneratedRegex(
        @"จำนวน\s*(?<count>[0-9]{1,3})\s*(?<unit>โครงการ)\s*(ดังนี้|ดังต่อไปนี้)",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex Projects();
}
