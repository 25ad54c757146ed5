using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Plans.Document;

namespace TeacherDevPlan.Domain.Findings.Rules.Reading;

public sealed class AmountsMultiplied : FindingRule
{
    public override FindingSeverity Severity => FindingSeverity.Info;

    public override LocalText Name { get; } = new("amounts not in baht", "จำนวนเงินที่ไม่ใช่หน่วยบาท");

    public override LocalText Meaning { get; } =
        new(
            "A spending table states its amounts in a multiple of baht, such as thousands; they were multiplied to be in baht.",
            "ตารางแผนการใช้จ่ายระบุจำนวนเงินเป็นหน่วยที่ใหญ่กว่าบาท เช่น พันบาท จึงคูณให้เป็นหน่วยบาท"
        );

    public override IEnumerable<Fault> Check(PlanFile plan) =>
        UnreadCells.Of(
            plan,
            ExpectedValue.Baht,
            new LocalText(
                "The amounts of the table are in this unit; they were multiplied to be in baht. Look at whether they are right.",
                "จำนวนเงินในตารางเป็นหน่วยนี้ จึงคูณให้เป็นบาท โปรดตรวจสอบว่าถูกต้อง"
            )
        );
}
