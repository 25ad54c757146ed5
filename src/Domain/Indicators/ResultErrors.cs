using System.Globalization;
using TeacherDevPlan.Domain.Budgets;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Vocabulary;

namespace TeacherDevPlan.Domain.Indicators;

/// <summary>States in which a result or a report cannot be recorded.</summary>
public static class ResultStates
{
    public static readonly InvalidState NotCounting = new(
        new LocalText(
            "Only the counting result can be withdrawn; this one is already withdrawn, or a later one counts.",
            "ถอนได้เฉพาะผลที่ใช้อยู่ในปัจจุบัน ผลนี้ถูกถอนไปแล้วหรือมีผลใหม่กว่าแทนแล้ว"
        )
    );

    public static readonly InvalidState DefinitionHasResults = new(
        new LocalText(
            "Indicators with this definition have results; its unit and direction cannot change.",
            "มีการรายงานผลตามนิยามตัวชี้วัดนี้แล้ว เปลี่ยนหน่วยนับหรือทิศทางไม่ได้"
        )
    );

    public static readonly InvalidState DefinitionIsLinked = new(
        new LocalText(
            "Indicators with another unit are linked to this definition; its unit cannot change while they are.",
            "มีตัวชี้วัดที่ใช้หน่วยนับเดิมผูกกับนิยามนี้อยู่ เปลี่ยนหน่วยนับไม่ได้"
        )
    );

    public static InvalidState NotUnderWay(ProjectStatus status) =>
        new(
            new LocalText(
                $"The project is {EnumText.Of(status)}; results and reports require a project that is APPROVED, IN_PROGRESS or COMPLETED.",
                $"โครงการมีสถานะ {EnumText.Of(status)} รายงานได้เฉพาะโครงการที่ APPROVED, IN_PROGRESS หรือ COMPLETED"
            )
        );
}

/// <summary>Invalid inputs that only stored data reveals.</summary>
public static class ResultInputs
{
    public static RequestInvalid NoTarget(IEnumerable<int> years)
    {
        var known = string.Join(", ", years.Order());
        return known.Length == 0
            ? new RequestInvalid(
                "fiscalYear",
                new LocalText("has no target; the indicator has no targets at all.", "ตัวชี้วัดนี้ไม่มีค่าเป้าหมาย")
            )
            : new RequestInvalid(
                "fiscalYear",
                new LocalText(
                    $"has no target; the indicator has targets for {known}.",
                    $"ไม่มีค่าเป้าหมายในปีนี้ ตัวชี้วัดมีค่าเป้าหมายของปี {known}"
                )
            );
    }

    public static RequestInvalid NotBegun(string field, DateOnly starts)
    {
        var day = starts.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return new RequestInvalid(
            field,
            new LocalText($"has not begun; it begins on {day}.", $"ยังไม่เริ่ม จะเริ่มวันที่ {day}")
        );
    }

    public static RequestInvalid OtherUnit(string unit, string defined) =>
        new(
            "definitionCode",
            new LocalText(
                $"has the unit \"{defined}\", but the indicator has \"{unit}\"; the units must be the same.",
                $"นิยามใช้หน่วย “{defined}” แต่ตัวชี้วัดใช้หน่วย “{unit}” ต้องเป็นหน่วยเดียวกัน"
            )
        );

    public static readonly RequestInvalid NoDefinition = new(
        "definitionCode",
        new LocalText("is not the code of a definition; indicatorDefinitions lists them.", "ไม่มีนิยามตัวชี้วัดรหัสนี้")
    );

    public static readonly RequestInvalid DirectionIsDefined = new(
        "direction",
        new LocalText(
            "is set by the definition that the indicator is linked to; remove the link first.",
            "เป็นไปตามนิยามตัวชี้วัดที่ผูกไว้ ต้องยกเลิกการผูกก่อน"
        )
    );
}
