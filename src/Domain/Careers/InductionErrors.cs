using TeacherDevPlan.Domain.Budgets;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Development;

namespace TeacherDevPlan.Domain.Careers;

/// <summary>Why something about inductions is refused.</summary>
public static class InductionErrors
{
    public static readonly InvalidState RunningAlready = new(
        new LocalText(
            "The person has an induction in progress; decide about that one first.",
            "บุคคลนี้มีการพัฒนาข้าราชการบรรจุใหม่ที่ยังดำเนินอยู่ ให้ตัดสินรายการนั้นก่อน"
        )
    );

    public static readonly NotInCharge OfRecording = new(
        new LocalText(
            "Somebody else records and decides one's own induction, whatever the role.",
            "ผู้อื่นต้องเป็นผู้บันทึกและตัดสินการพัฒนาของตนเอง ไม่ว่าจะมีบทบาทใด"
        )
    );

    public static readonly NotInCharge OfAssessing = new(
        new LocalText(
            "The mentor records steps that are not assessed; officers of the office record the others.",
            "พี่เลี้ยงบันทึกได้เฉพาะขั้นตอนที่ไม่มีการประเมิน ขั้นตอนอื่นเจ้าหน้าที่ของสำนักงานเป็นผู้บันทึก"
        )
    );

    internal static readonly RequestInvalid OwnMentor = new(
        "mentorId",
        new LocalText("must be somebody else than the person.", "ต้องเป็นบุคคลอื่นที่ไม่ใช่เจ้าตัว")
    );

    internal static readonly RequestInvalid ElsewhereAppointed = new(
        "appointmentId",
        new LocalText(
            "must be an appointment at the office that keeps the person's record.",
            "ต้องเป็นการดำรงตำแหน่งในสำนักงานที่ดูแลทะเบียนของบุคคลนี้"
        )
    );

    internal static readonly RequestInvalid NotYetAppointed = new(
        "appointmentId",
        new LocalText("must be an appointment that has begun.", "ต้องเป็นการดำรงตำแหน่งที่เริ่มแล้ว")
    );

    internal static readonly RequestInvalid NotInUse = new(
        "programmeCode",
        new LocalText(
            "must be a programme that was in use on the first day of the appointment.",
            "ต้องเป็นหลักสูตรที่ใช้อยู่ในวันแรกของการดำรงตำแหน่ง"
        )
    );

    internal static readonly RequestInvalid NoDecision = new(
        "status",
        new LocalText("must be PASSED, FAILED or ENDED.", "ต้องเป็น PASSED, FAILED หรือ ENDED")
    );

    internal static readonly RequestInvalid OnlyOfAssessed = new(
        "result",
        new LocalText(
            "must be given for a step that is assessed and done, and be null otherwise.",
            "ต้องระบุสำหรับขั้นตอนที่มีการประเมินและทำแล้ว และเป็น null ในกรณีอื่น"
        )
    );

    internal static readonly RequestInvalid ScoreOfAssessed = new(
        "score",
        new LocalText(
            "must be null unless the step is assessed and done.",
            "ต้องเป็น null ยกเว้นขั้นตอนที่มีการประเมินและทำแล้ว"
        )
    );

    internal static RequestInvalid OnlyOfDone(string field) =>
        new(field, new LocalText("must be null if doneOn is null.", "ต้องเป็น null ถ้า doneOn เป็น null"));

    internal static RequestInvalid DoneOutside(DateOnly startsOn) =>
        new(
            "doneOn",
            new LocalText(
                $"must be from the first day of the appointment, {startsOn:O}, to today.",
                $"ต้องอยู่ระหว่างวันแรกของการดำรงตำแหน่ง {startsOn:O} ถึงวันนี้"
            )
        );

    internal static RequestInvalid DecidedOutside(DateOnly first) =>
        new(
            "decidedOn",
            new LocalText(
                $"must be from {first:O}, the last day on which something was done, to today.",
                $"ต้องอยู่ระหว่าง {first:O} ซึ่งเป็นวันล่าสุดที่มีการดำเนินการ ถึงวันนี้"
            )
        );

    internal static RequestInvalid OnlyFor(string field, params InductionStatus[] statuses)
    {
        var names = string.Join(", ", statuses.Select(EnumText.Of));
        return new RequestInvalid(
            field,
            new LocalText(
                $"must be given for {names}, and be null otherwise.",
                $"ต้องระบุสำหรับ {names} และเป็น null ในกรณีอื่น"
            )
        );
    }

    internal static InvalidState Decided(InductionStatus status) =>
        new(
            new LocalText(
                $"The induction is {EnumText.Of(status)}; nothing of it is changed any more.",
                $"การพัฒนามีสถานะ {EnumText.Of(status)} แก้ไขไม่ได้อีก"
            )
        );

    internal static InvalidState NotFulfilled(IEnumerable<int> numbers)
    {
        var open = string.Join(", ", numbers);
        return new InvalidState(
            new LocalText(
                $"To pass, all steps must be done, and passed if they are assessed. These are not: {open}.",
                $"จะผ่านได้เมื่อทำทุกขั้นตอนแล้ว และผ่านการประเมินในขั้นตอนที่มีการประเมิน ขั้นตอนที่ยังขาด: {open}"
            )
        );
    }
}
