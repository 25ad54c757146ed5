using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Plans.Document;

namespace TeacherDevPlan.Domain.Findings.Rules.Reading;

public sealed class RepeatedLabel : FindingRule
{
    public override FindingSeverity Severity => FindingSeverity.Warning;

    /// <summary>The label may be the name of a person or of a small school.</summary>
    public override bool IsPersonal => true;

    public override LocalText Name { get; } = new("repeated label", "ชื่อแถวหรือคอลัมน์ซ้ำ");

    public override LocalText Meaning { get; } =
        new(
            "Two rows or two columns of a table have the same label; the second one is kept with a number behind it.",
            "ตารางมีแถวหรือคอลัมน์ที่ชื่อซ้ำกัน จึงเก็บรายการที่สองไว้โดยเติมหมายเลขต่อท้าย"
        );

    public override IEnumerable<Fault> Check(PlanFile plan) =>
        UnreadCells.Of(
            plan,
            ExpectedValue.Label,
            new LocalText(
                "A row or a column before this one has the same label; this one is kept with a number behind it. Look at whether it is another one or a repetition.",
                "มีแถวหรือคอลัมน์ก่อนหน้านี้ที่ชื่อเดียวกัน จึงเก็บรายการนี้ไว้โดยเติมหมายเลขต่อท้าย โปรดตรวจสอบว่าเป็นคนละรายการหรือพิมพ์ซ้ำ"
            )
        );
}
