using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Plans.Document;

namespace TeacherDevPlan.Domain.Findings.Rules.Reading;

public sealed class FormulaDiffers : FindingRule
{
    public override FindingSeverity Severity => FindingSeverity.Error;

    /// <summary>The cell may have any text, which is not searched for personal data.</summary>
    public override bool IsPersonal => true;

    public override LocalText Name { get; } = new("value of a formula", "ค่าของสูตร");

    public override LocalText Meaning { get; } =
        new(
            "A cell of a spreadsheet has a formula that makes another value than the one that the file stores and shows.",
            "เซลล์ในแผ่นงานมีสูตรที่ได้ค่าไม่ตรงกับค่าที่บันทึกและแสดงไว้ในไฟล์"
        );

    public override IEnumerable<Fault> Check(PlanFile plan) =>
        from one in plan.Reading?.Formulas ?? []
        let cell = one.Source.Cell
        let sheet = one.Source.Sheet
        select new Fault(
            $"sheet {sheet}/cell {cell}",
            new LocalText($"sheet {sheet}, cell {cell}", $"แผ่นงาน {sheet} เซลล์ {cell}"),
            new LocalText(
                $"The cell shows {one.Source.RawText}, its formula makes {one.Computed}.",
                $"เซลล์แสดง {one.Source.RawText} แต่สูตรได้ {one.Computed}"
            )
        )
        {
            Stated = one.Source.RawText,
            Computed = one.Computed,
            Source = one.Source,
        };
}
