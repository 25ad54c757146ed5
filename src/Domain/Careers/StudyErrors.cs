using TeacherDevPlan.Domain.Budgets;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Development;

namespace TeacherDevPlan.Domain.Careers;

/// <summary>Why further studies are refused.</summary>
public static class StudyErrors
{
    public static readonly InvalidState TooManyRequests = new(
        new LocalText(
            $"{FurtherStudy.MostRequested} requests of the person are undecided; change one of them, or wait.",
            $"มีคำขอที่ยังไม่ได้พิจารณา {FurtherStudy.MostRequested} รายการ ให้แก้ไขคำขอเดิมหรือรอผลการพิจารณา"
        )
    );

    public static readonly NotInCharge OfDeciding = new(
        new LocalText(
            "Somebody else decides about one's own study, whatever the role.",
            "ผู้อื่นต้องเป็นผู้พิจารณาการศึกษาต่อของตนเอง ไม่ว่าจะมีบทบาทใด"
        )
    );

    internal static readonly RequestInvalid OutsideYears = new("from", RecordedDays.Allowed);

    internal static readonly RequestInvalid ScholarshipOfOneself = new(
        "scholarship",
        new LocalText("must be null if the funding is SELF.", "ต้องเป็น null ถ้าทุนเป็น SELF")
    );

    internal static readonly RequestInvalid NoExtension = new(
        "lastDay",
        new LocalText(
            $"must be after the present last day, and within {StudyTerms.MostYears} years of the first.",
            $"ต้องหลังวันสุดท้ายเดิม และอยู่ภายใน {StudyTerms.MostYears} ปีนับจากวันแรก"
        )
    );

    internal static readonly RequestInvalid EndedOutside = new(
        "lastDay",
        new LocalText(
            "must be from the first day of the study to its last one, and not after today; extend it first (EXTEND).",
            "ต้องอยู่ระหว่างวันแรกถึงวันสุดท้ายของการศึกษา และไม่หลังวันนี้ หากเกินต้องขยายเวลาก่อน (EXTEND)"
        )
    );

    /// <param name="field">"lastDay" for an extension; otherwise "step".</param>
    public static RequestInvalid Overlapping(string field, DateOnly from, DateOnly to) =>
        new(
            field,
            new LocalText(
                $"is not possible, because the person has another full-time leave from {from:O} to {to:O}.",
                $"ทำไม่ได้ เพราะมีการลาศึกษาเต็มเวลาอื่นตั้งแต่ {from:O} ถึง {to:O}"
            )
        );

    internal static RequestInvalid LastDayOutside(string field) =>
        new(
            field,
            new LocalText(
                $"must not be before the first day, and be within {StudyTerms.MostYears} years of it.",
                $"ต้องไม่ก่อนวันแรก และอยู่ภายใน {StudyTerms.MostYears} ปีนับจากวันแรก"
            )
        );

    internal static RequestInvalid OnlyFor(string field, params StudyStep[] steps)
    {
        var names = string.Join(", ", steps.Select(EnumText.Of));
        return new RequestInvalid(
            field,
            new LocalText(
                $"must be given for {names}, and be null otherwise.",
                $"ต้องระบุสำหรับ {names} และเป็น null ในกรณีอื่น"
            )
        );
    }

    internal static InvalidState NotBegun(DateOnly day) =>
        new(new LocalText($"The study begins on {day:O}.", $"การศึกษาเริ่มวันที่ {day:O}"));

    internal static InvalidState Decided(StudyStatus status) =>
        new(
            new LocalText(
                $"The study is {EnumText.Of(status)}; what was asked for is not changed any more.",
                $"การศึกษาต่อมีสถานะ {EnumText.Of(status)} แก้ไขคำขอไม่ได้อีก"
            )
        );

    internal static InvalidState NotPossible(StudyStatus status, StudyStep step)
    {
        var steps = string.Join(", ", StudySteps.From(status).Select(EnumText.Of));
        return new InvalidState(
            new LocalText(
                $"The study is {EnumText.Of(status)}; {EnumText.Of(step)} is not possible. Possible now: {(steps.Length == 0 ? "nothing" : steps)}.",
                $"การศึกษาต่อมีสถานะ {EnumText.Of(status)} ไม่สามารถทำ {EnumText.Of(step)} ได้ สิ่งที่ทำได้ในขณะนี้: {(steps.Length == 0 ? "ไม่มี" : steps)}"
            )
        );
    }
}
