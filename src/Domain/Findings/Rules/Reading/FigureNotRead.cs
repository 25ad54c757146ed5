using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Plans.Document;

namespace TeacherDevPlan.Domain.Findings.Rules.Reading;

public sealed class FigureNotRead : FindingRule
{
    public override FindingSeverity Severity => FindingSeverity.Warning;

    /// <summary>The cell may count a few persons.</summary>
    public override bool IsPersonal => true;

    public override LocalText Name { get; } = new("figure not read", "อ่านตัวเลขในตารางไม่ได้");

    public override LocalText Meaning { get; } =
        new(
            "A cell in a column of numbers of a table is not one number; sums with it are not checked.",
            "ช่องในคอลัมน์ตัวเลขของตารางไม่ใช่ตัวเลขจำนวนเดียว จึงไม่ได้ตรวจผลรวมที่มีช่องนี้"
        );

    public override IEnumerable<Fault> Check(PlanFile plan) =>
        UnreadCells.Of(
            plan,
            ExpectedValue.Figure,
            new LocalText(
                "One number is expected here, as in the other cells of the column; the cell is kept as text.",
                "ที่นี่ควรเป็นตัวเลขจำนวนเดียวเหมือนช่องอื่นในคอลัมน์ จึงเก็บไว้เป็นข้อความ"
            )
        );
}
