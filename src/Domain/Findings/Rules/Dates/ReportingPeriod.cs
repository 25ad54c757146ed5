using System.Text.RegularExpressions;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Findings.Rules.Common;
using TeacherDevPlan.Domain.Findings.Rules.Wording;
using TeacherDevPlan.Domain.Plans.Document;

namespace TeacherDevPlan.Domain.Findings.Rules.Dates;

public sealed partial class ReportingPeriod : FindingRule
{
    public override FindingSeverity Severity => FindingSeverity.Error;

    public override LocalText Name { get; } = new("months of a report", "รอบการรายงาน");

    public override LocalText Meaning { get; } =
        new(
            "The months given for a quarterly report are not the months of that quarter.",
            "ช่วงเดือนของรอบรายงานรายไตรมาสไม่ตรงกับไตรมาสของปีงบประมาณ"
        );

    public override IEnumerable<Fault> Check(PlanFile plan) =>
        from text in PlanTexts.SectionTexts(plan)
        from match in Reports().Matches(ThaiNumber.ToArabicDigits(text.Text))
        let quarter = (FiscalQuarter)(match.Groups["quarter"].Value[0] - '1')
        let year = Periods.YearOf(plan)
        let right = (year.StartOf(quarter), year.EndOf(quarter))
        let stated = ThaiPeriod.Of(match.Groups["period"].Value)
        where stated is not null && stated != right
        select FaultOf(text, match, quarter, right);

    private static Fault FaultOf(
        PlanText text,
        Match match,
        FiscalQuarter quarter,
        (DateOnly StartsOn, DateOnly EndsOn) right
    )
    {
        var period = match.Groups["period"];
        var stated = text.Text.Substring(period.Index, period.Length);
        var computed = $"{ThaiMonths.Text(right.StartsOn)} - {ThaiMonths.Text(right.EndsOn)}";
        var number = Amounts.Text((int)quarter + 1);
        return new Fault(
            $"{text.Place}/quarter {number}",
            text.Location.And($"quarter {number}", $"ไตรมาสที่ {number}"),
            new LocalText(
                $"The report of quarter {number} covers {stated}, but in this fiscal year the quarter is {computed}.",
                $"รอบรายงานไตรมาสที่ {number} ระบุเป็น {stated} แต่ไตรมาสนี้ของปีงบประมาณคือ {computed}"
            )
        )
        {
            Subject = text.Subject,
            Stated = stated,
            Computed = computed,
            Source = text.Source,
            TakeComputed = file =>
                text.Replace!(file, text.Text[..period.Index] + computed + text.Text[(period.Index + period.Length)..]),
        };
    }

    /// <summary>
    /// A quarter and the first two months that follow it in the text, before the next quarter is named.
    /// </summary>
    [GeneratedRegex(
        @"ไตรมาส(ที่)?\s*(?<quarter>[1-4])(?![0-9])((?!ไตรมาส)[^\n]){0,80}?(?<period>(มกราคม|เมษายน|กรกฎาคม|ตุลาคม|กุมภาพันธ์|มีนาคม|พฤษภาคม|มิถุนายน|สิงหาคม|กันยายน|พฤศจิกายน|ธันวาคม)\s*(พ\.ศ\.\s*)?([0-9]{4})?\s*(-|–|ถึง)\s*(เดือน)?\s*[ก-์]+\s*(พ\.ศ\.\s*)?[0-9]{4})",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex Reports();
}
