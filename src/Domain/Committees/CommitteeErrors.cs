using TeacherDevPlan.Domain.Budgets;
using TeacherDevPlan.Domain.Common;

namespace TeacherDevPlan.Domain.Committees;

/// <summary>Inputs of committees and visits that contradict each other or what is recorded.</summary>
internal static class CommitteeInputs
{
    public static readonly RequestInvalid EndsBeforeItStarts = new(
        "to",
        new LocalText("must not be before from.", "ต้องไม่ก่อน from")
    );

    /// <param name="field">"from" or "to".</param>
    public static RequestInvalid OutsideTerm(string field) =>
        new(
            field,
            new LocalText(
                "must lie within the committee's term, and from must not be after to.",
                "ต้องอยู่ในวาระของคณะกรรมการ และ from ต้องไม่หลัง to"
            )
        );

    public static readonly RequestInvalid TwoChairs = new(
        "role",
        new LocalText(
            "must not be CHAIR while somebody else is the chair.",
            "ต้องไม่เป็น CHAIR ในช่วงที่มีประธานคนอื่นอยู่แล้ว"
        )
    );

    public static readonly RequestInvalid VisitedInFuture = new(
        "visitedOn",
        new LocalText("must not be after today.", "ต้องไม่หลังวันนี้")
    );

    public static readonly RequestInvalid VisitedAfterDone = new(
        "visitedOn",
        new LocalText(
            "must not be after the day on which the recommendations were done.",
            "ต้องไม่หลังวันที่ดำเนินการตามข้อเสนอแนะแล้วเสร็จ"
        )
    );

    public static readonly RequestInvalid ActedUpon = new(
        "recommendations",
        new LocalText(
            "must not be removed, because what was done about them is recorded.",
            "ลบไม่ได้ เพราะบันทึกการดำเนินการตามข้อเสนอแนะแล้ว"
        )
    );

    public static readonly RequestInvalid DoneOutside = new(
        "doneOn",
        new LocalText("must be from the day of the visit to today.", "ต้องอยู่ระหว่างวันที่นิเทศถึงวันนี้")
    );

    public static readonly InvalidState NothingRecommended = new(
        new LocalText("Nothing was recommended by the visit.", "การนิเทศครั้งนี้ไม่มีข้อเสนอแนะ")
    );
}
