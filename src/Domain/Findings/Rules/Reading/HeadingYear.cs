using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Plans.Document;

namespace TeacherDevPlan.Domain.Findings.Rules.Reading;

public sealed class HeadingYear : FindingRule
{
    public override FindingSeverity Severity => FindingSeverity.Warning;

    public override LocalText Name { get; } = new("year in a heading", "ปีในหัวตาราง");

    public override LocalText Meaning { get; } =
        new(
            "A column's heading in a table names a year that its months, the years beside it or the plan do not agree with.",
            "หัวตารางระบุปีไม่ตรงกับเดือนในคอลัมน์ ปีในคอลัมน์ข้างเคียง หรือปีงบประมาณของแผน"
        );

    public override IEnumerable<Fault> Check(PlanFile plan)
    {
        var year = plan.DevelopmentPlan.FiscalYear;
        return UnreadCells.Of(
            plan,
            ExpectedValue.Year,
            new LocalText(
                $"The heading names a year that does not belong to these columns of the plan of fiscal year {year}; targets of indicators below it are left empty.",
                $"หัวตารางระบุปีที่ไม่ตรงกับคอลัมน์นี้ในแผนปีงบประมาณ พ.ศ. {year} ค่าเป้าหมายของตัวชี้วัดใต้หัวตารางนี้จึงเว้นว่างไว้"
            )
        );
    }
}
