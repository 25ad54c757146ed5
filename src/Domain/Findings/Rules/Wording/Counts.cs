using System.Globalization;
using System.Text.RegularExpressions;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Findings.Rules.Common;
using TeacherDevPlan.Domain.Findings.Rules.Projects;
using TeacherDevPlan.Domain.Plans.Document;

namespace TeacherDevPlan.Domain.Findings.Rules.Wording;

/// <summary>A number of things that a text states before it lists them.</summary>
/// <param name="Listed">The number of listed things, or the sum of the listed numbers.</param>
/// <param name="Index">The position of the stated number in the text.</param>
/// <param name="Occurrence">1 for the first count of this unit in the text.</param>
internal sealed record StatedCount(string Unit, decimal Stated, decimal Listed, int Index, int Length, int Occurrence);

/// <summary>Finds stated counts that are followed by a list, in unambiguous forms only.</summary>
internal static partial class Counts
{
    /// <summary>More than anything is counted to; sums of such numbers can be calculated with.</summary>
    private const decimal TooMany = 1_000_000_000_000_000_000m;

    /// <summary>A number of any size, grouped or split.</summary>
    public const string Digits = @"([0-9]{1,3}([,.\s]\s?[0-9]{1,3})+|[0-9]+)(?![0-9])";

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

    /// <summary>
    /// The numbers of the plan's own projects, strategies and groups, against those that it lists: "จำนวน ๘ โครงการ ดังนี้",
    /// "ปีงบประมาณ ๒๕๖๗ จำนวน ๘ โครงการ", "กำหนดกลยุทธ์ไว้ ๓ กลยุทธ์", "แบ่งงานออกเป็น ๗ กลุ่ม ประกอบด้วย"; and the sum
    /// of their budgets.
    /// </summary>
    public static IEnumerable<StatedCount> OfPlan(string text, PlanFile plan)
    {
        var plain = ThaiNumber.ToArabicDigits(text);
        var development = plan.DevelopmentPlan;
        var strategies = plan.StrategicPlan.Strategies.Count(one => one.Number != ProjectWithoutStrategy.Unknown);
        var groups = plan.Office.OrgUnits.Count(unit => unit.Name.StartsWith("กลุ่ม", StringComparison.Ordinal));
        return Projects()
            .Matches(plain)
            .Concat(
                ProjectsOfYear()
                    .Matches(plain)
                    .Where(match => match.Groups["year"].Value == $"{development.FiscalYear}")
            )
            .DistinctBy(match => match.Groups["count"].Index)
            .Select(match => Count(match, development.Projects.Count))
            .Concat(Strategies().Matches(plain).Select(match => Count(match, strategies)))
            .Concat(Groups().Matches(plain).Select(match => Count(match, groups)))
            .Concat(Budgets().Matches(plain).SelectMany(match => OfBudgets(match, development.Projects)))
            .Where(count => count.Listed > 0);
    }

    /// <summary>"รวม ๔ โครงการ งบประมาณทั้งสิ้น ๙๒,๔๐๐ บาท", of as many projects as there are: the budgets as stated or as spent.</summary>
    private static IEnumerable<StatedCount> OfBudgets(Match match, IReadOnlyList<ProjectDocument> projects)
    {
        var stated = Count(match, projects.Sum(project => project.StatedBudget));
        var spent = projects.Sum(project => project.PrintedTotals?.Total ?? project.StatedBudget);
        return Number(match.Groups["projects"].Value) == projects.Count && stated.Stated != spent ? [stated] : [];
    }

    /// <summary>The number in a table's title of what the table counts: "จำนวนครู รวม ๑๗๗ คน".</summary>
    /// <param name="totals">The totals that the table may mean.</param>
    public static IEnumerable<StatedCount> OfTable(string title, IReadOnlyList<decimal> totals) =>
        totals.Count == 0
            ? []
            : InTitle()
                .Matches(ThaiNumber.ToArabicDigits(title))
                .Select(match => Count(match, totals[0]))
                .Where(count => !totals.Contains(count.Stated));

    private static StatedCount Count(Match match, decimal listed)
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

    /// <summary>The number that digits make, or <see cref="TooMany"/> if they make none that can be counted to.</summary>
    public static decimal Number(string text)
    {
        var digits = string.Concat(text.Where(letter => letter != ',' && !char.IsWhiteSpace(letter)));
        return
            decimal.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            && number < TooMany
            ? number
            : TooMany;
    }

    /// <summary>A stated number as a person reads it: as it is printed if it is none that can be counted to.</summary>
    public static string Text(decimal stated, string printed) =>
        stated < TooMany ? Amounts.Text(stated) : printed.Trim();

    /// <summary>
    /// The sum of the parts. Text after the last part ("พบ ๗ คน") may look like another part, so the sum nearest to the
    /// stated number is used.
    /// </summary>
    private static decimal SumOf(Match match)
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
        @"(?<![0-9.,])((?<count>[0-9]{1,2})\s*(?<unit>[ก-์]{2,20}?)|(?!2[45][0-9]{2}(?![0-9,]))(?<count>"
            + Digits
            + @")\s*(?<unit>โครงการ|กลยุทธ์|กิจกรรม|ขั้นตอน|ประเด็น|หลักสูตร|ตัวชี้วัด|รายการ|เรื่อง|ด้าน|ข้อ|กลุ่ม))\s*(ดังนี้|ได้แก่|คือ|ประกอบด้วย)\s*:?\s*(?=\(?1\))",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex Enumerated();

    [GeneratedRegex(@"(?<![0-9.])\(?(?<number>[0-9]{1,2})\)", RegexOptions.ExplicitCapture)]
    private static partial Regex Enumerators();

    [GeneratedRegex(
        @"(?<![0-9.,])(?<count>"
            + Digits
            + @")\s*(?<unit>อำเภอ)\s*(ได้แก่|คือ|ประกอบด้วย)((\s|,|และ)*(?<item>อำเภอ)((?!และ?อำเภอ)[ก-์])+)+",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex Districts();

    [GeneratedRegex(
        @"(รวม|ทั้งสิ้น|ทั้งหมด)\s*(จำนวน\s*)?(?<count>"
            + Digits
            + @")\s*(?<unit>โรงเรียน|คน|แห่ง|ราย|โรง)\s*(ประกอบด้วย|แบ่งเป็น|จำแนกเป็น|แยกเป็น|ได้แก่)\s*:?\s*((และ\s*)?(?!และ)[ก-์]{2,30}\s*(จำนวน\s*)?(?<part>"
            + Digits
            + @")\s*\k<unit>[\s,]*){2,}",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex Sums();

    /// <summary>A number of projects before their list, or any number of them that no plan has.</summary>
    [GeneratedRegex(
        @"(จำนวน|รวม|ทั้งสิ้น|ทั้งหมด)\s*(?<count>"
            + Digits
            + @")\s*(?<unit>โครงการ)\s*(ดังนี้|ดังต่อไปนี้)|(จำนวน|รวม|ทั้งสิ้น|ทั้งหมด|มี|ไว้|เป็น|เลือก|ดำเนินการ)\s*(?!2[45][0-9]{2}(?![0-9,]))(?<count>[0-9][0-9,]*[0-9]{3})(?![0-9])\s*(?<unit>โครงการ)(?![ก-์])",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex Projects();

    [GeneratedRegex(
        @"ปีงบประมาณ\s*(พ\.\s?ศ\.\s*)?(?<year>[0-9]{4})[^0-9]{0,80}?จำนวน\s*(?<count>"
            + Digits
            + @")\s*(?<unit>โครงการ)(?![ก-์])",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex ProjectsOfYear();

    [GeneratedRegex(
        @"(รวม|ทั้งสิ้น|ทั้งหมด)\s*(จำนวน\s*)?(?<count>"
            + Digits
            + @")\s*(?<unit>คน|โรงเรียน|โรง|แห่ง|ราย|ห้อง)(?![ก-์])",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex InTitle();

    [GeneratedRegex(
        @"(?<projects>[0-9]{1,3})\s*โครงการ[^0-9]{0,60}?(งบประมาณ|วงเงิน|เป็นเงิน|จำนวนเงิน)[^0-9]{0,30}?(?<count>"
            + Digits
            + @")\s*(\.\s?-\s*)?(?<unit>บาท)",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex Budgets();

    [GeneratedRegex(
        @"กลยุทธ์\s*(ไว้|จำนวน|ออกเป็น|รวม|ทั้งสิ้น|ทั้งหมด|\s)+(?<count>" + Digits + @")\s*(?<unit>กลยุทธ์)",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex Strategies();

    [GeneratedRegex(
        @"แบ่ง(งาน|ส่วนราชการ|โครงสร้าง|หน่วยงาน|การบริหาร)[ก-์\s]{0,30}?เป็น\s*(จำนวน\s*)?(?<count>"
            + Digits
            + @")\s*(?<unit>กลุ่ม)(งาน)?\s*(ประกอบด้วย|ดังนี้|ได้แก่|คือ)",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex Groups();
}
