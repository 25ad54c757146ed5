using TeacherDevPlan.Domain.Budgets;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Development;

namespace TeacherDevPlan.Domain.Careers;

/// <summary>Why programmes, nominations and decisions are refused.</summary>
public static class AwardErrors
{
    /// <summary>The person has the same award of the year already, or is nominated for it.</summary>
    public static readonly InvalidState NominatedAlready = new(
        new LocalText(
            "The person is nominated already for the same programme, level, division and year; change or withdraw that nomination.",
            "บุคคลนี้ได้รับการเสนอชื่อในรางวัล ระดับ ประเภท และปีเดียวกันแล้ว ให้แก้ไขหรือถอนการเสนอชื่อนั้น"
        )
    );

    public static readonly NotInCharge OfNominating = new(
        new LocalText(
            "Somebody else nominates one for an award and records what was decided, whatever the role.",
            "ผู้อื่นต้องเป็นผู้เสนอชื่อและบันทึกผลการตัดสินรางวัลของตนเอง ไม่ว่าจะมีบทบาทใด"
        )
    );

    public static readonly RequestInvalid OtherCommittee = new(
        "committeeId",
        new LocalText(
            "must be a committee of the office that is in office on the day of the decision.",
            "ต้องเป็นคณะกรรมการของสำนักงานที่อยู่ในวาระในวันที่ตัดสิน"
        )
    );

    internal static readonly RequestInvalid EndsBeforeItBegins = new(
        "validTo",
        new LocalText("must not be before validFrom.", "ต้องไม่ก่อน validFrom")
    );

    internal static readonly RequestInvalid NominatedInFuture = new(
        "nominatedOn",
        new LocalText("must not be after today.", "ต้องไม่หลังวันนี้")
    );

    internal static readonly RequestInvalid ProgrammeNotInUse = new(
        "programmeId",
        new LocalText("must be in use on the day of the nomination.", "ต้องมีผลใช้ในวันที่เสนอชื่อ")
    );

    internal static readonly RequestInvalid NoDecision = new(
        "status",
        new LocalText("must be AWARDED, NOT_AWARDED or WITHDRAWN.", "ต้องเป็น AWARDED, NOT_AWARDED หรือ WITHDRAWN")
    );

    internal static readonly RequestInvalid DecidedOutside = new(
        "decidedOn",
        new LocalText("must be from the day of the nomination to today.", "ต้องอยู่ระหว่างวันที่เสนอชื่อถึงวันนี้")
    );

    internal static readonly RequestInvalid WithoutDocument = new(
        "orderNumber",
        new LocalText(
            "must be given, or committeeId, for AWARDED and NOT_AWARDED.",
            "ต้องระบุ หรือระบุ committeeId เมื่อเป็น AWARDED หรือ NOT_AWARDED"
        )
    );

    internal static readonly RequestInvalid NothingToDistinguish = new(
        "distinction",
        new LocalText("must be null unless the status is AWARDED.", "ต้องเป็น null เว้นแต่สถานะเป็น AWARDED")
    );

    internal static readonly RequestInvalid WithdrawnWithoutReason = new(
        "note",
        new LocalText("must say why the nomination is withdrawn.", "ต้องระบุเหตุผลที่ถอนการเสนอชื่อ")
    );

    /// <param name="field">An input that a withdrawal does not have, because no body decides about it.</param>
    internal static RequestInvalid OnlyOfBody(string field) =>
        new(
            field,
            new LocalText(
                "must be given for AWARDED and NOT_AWARDED where it is known, and be null for WITHDRAWN.",
                "ต้องระบุเมื่อเป็น AWARDED หรือ NOT_AWARDED และต้องเป็น null เมื่อเป็น WITHDRAWN"
            )
        );

    internal static InvalidState Decided(AwardStatus status) =>
        new(
            new LocalText(
                $"The nomination is {EnumText.Of(status)}; only its decision can be changed (decideAward).",
                $"การเสนอชื่อมีสถานะ {EnumText.Of(status)} แก้ไขได้เฉพาะผลการตัดสิน (decideAward)"
            )
        );
}
