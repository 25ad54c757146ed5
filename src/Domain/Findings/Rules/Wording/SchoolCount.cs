using System.Text.RegularExpressions;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Findings.Rules.Common;
using TeacherDevPlan.Domain.Plans.Document;

namespace TeacherDevPlan.Domain.Findings.Rules.Wording;

public sealed partial class SchoolCount : FindingRule
{
    public override FindingSeverity Severity => FindingSeverity.Warning;

    public override LocalText Name { get; } = new("number of schools", "จำนวนโรงเรียน");

    public override LocalText Meaning { get; } =
        new(
            "The text states a number of the office's schools that differs from the table of schools.",
            "จำนวนโรงเรียนในสังกัดที่ระบุในข้อความไม่ตรงกับตารางจำนวนโรงเรียน"
        );

    public override IEnumerable<Fault> Check(PlanFile plan) =>
        plan.Datasets.FirstOrDefault(IsOfSchools) is { } table && TotalsOf(table) is { Count: > 0 } totals
            ? from text in PlanTexts.SectionTexts(plan)
            from Match match in Stated().Matches(ThaiNumber.ToArabicDigits(text.Text))
            let count = match.Groups["count"]
            let stated = Counts.Number(count.Value)
            where !totals.Contains(stated) && !IsKnown(text, count.Index, totals)
            select FaultOf(text, count, stated, table, totals[0])
            : [];

    private static bool IsOfSchools(DatasetDocument dataset) => Title().IsMatch(dataset.Title);

    /// <summary>The grand total as printed, and the sum of the cells: one of them may be wrong itself.</summary>
    internal static List<decimal> TotalsOf(DatasetDocument table)
    {
        if (table.Observations.Any(cell => cell.Value is null && cell.Text is not ("-" or "–")))
            return [];
        var printed = table.Observations.Where(cell => cell.At.All(IsTotal)).Select(cell => cell.Value);
        var parts = table.Observations.Where(cell => !cell.At.Any(IsTotal)).Sum(cell => cell.Value);
        return [.. printed.Append(parts).OfType<decimal>()];
    }

    private static bool IsTotal(string label) => label.StartsWith("รวม", StringComparison.Ordinal);

    /// <summary>Whether the number already contradicts the parts that the text lists, which make the table's total.</summary>
    private static bool IsKnown(PlanText text, int index, List<decimal> totals) =>
        Counts.In(text.Text).Any(count => count.Index == index && totals.Contains(count.Listed));

    private static Fault FaultOf(PlanText text, Group count, decimal stated, DatasetDocument table, decimal total)
    {
        var (printed, computed) = (Counts.Text(stated, count.Value), Amounts.Text(total));
        return new Fault(
            $"{text.Place}/schools",
            text.Location,
            new LocalText(
                $"The text says that the office has {printed} schools; the table \"{table.Title}\" has {computed}.",
                $"ข้อความระบุว่ามีโรงเรียนในสังกัด {printed} โรงเรียน แต่ตาราง “{table.Title}” มี {computed} โรงเรียน"
            )
        )
        {
            Subject = text.Subject,
            Stated = printed,
            Computed = computed,
            Source = text.Source,
            TakeComputed = text.Replace is { } replace
                ? file =>
                    replace(
                        file,
                        text.Text[..count.Index]
                            + Amounts.Like(text.Text.Substring(count.Index, count.Length), total)
                            + text.Text[(count.Index + count.Length)..]
                    )
                : null,
        };
    }

    [GeneratedRegex("จำนวน(โรงเรียน|สถานศึกษา)")]
    private static partial Regex Title();

    /// <summary>A number that the text says to be that of all schools: "มีโรงเรียนในสังกัด รวม ๑๐๔ โรงเรียน".</summary>
    [GeneratedRegex(
        @"(มี\s?(โรงเรียน|สถานศึกษา)ในสังกัด\s?(จำนวน|รวม|ทั้งสิ้น|ทั้งหมด|\s)*|(โรงเรียน|สถานศึกษา)ในสังกัด\s?(จำนวน\s?)?(รวม|ทั้งสิ้น|ทั้งหมด)(ทั้งสิ้น|ทั้งหมด|จำนวน|\s)*)(?<count>"
            + Counts.Digits
            + @")\s?(โรงเรียน|โรง|แห่ง)",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex Stated();
}
