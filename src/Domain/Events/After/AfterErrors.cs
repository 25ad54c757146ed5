using TeacherDevPlan.Domain.Budgets;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Development;

namespace TeacherDevPlan.Domain.Events.After;

/// <summary>The person has answered, and the answer is counted: nobody answers twice.</summary>
public sealed record AlreadyAnswered()
    : DomainError(
        "ALREADY_ANSWERED",
        new LocalText(
            "The questionnaire was answered already; the answer is counted, and cannot be changed.",
            "ได้ตอบแบบสอบถามนี้แล้ว คำตอบถูกนับแล้วและแก้ไขไม่ได้"
        )
    );

/// <summary>States of questionnaires in which something cannot be done.</summary>
public static class AfterStates
{
    internal static readonly InvalidState NotHeld = new(
        new LocalText(
            "Attendance was recorded of no session yet; record it first.",
            "ยังไม่ได้บันทึกการเข้าร่วมของช่วงเวลาใด ต้องบันทึกก่อน"
        )
    );

    public static readonly InvalidState WasNotThere = new(
        new LocalText(
            "Only people who were there answer: no minutes of a session are recorded for the caller.",
            "เฉพาะผู้ที่เข้าร่วมเท่านั้นที่ตอบได้ ไม่มีบันทึกเวลาเข้าร่วมของผู้เรียกใช้"
        )
    );

    internal static InvalidState NotPossible(QuestionnaireStatus status, QuestionnaireStatus needed) =>
        new(
            new LocalText(
                $"The questionnaire is {EnumText.Of(status)}; it must be {EnumText.Of(needed)}.",
                $"แบบสอบถามมีสถานะ {EnumText.Of(status)} ต้องเป็น {EnumText.Of(needed)}"
            )
        );
}

/// <summary>Who makes which assessment.</summary>
public static class AfterCharges
{
    public static readonly NotInCharge OfAssessing = new(
        new LocalText(
            "SELF is assessed by the person; SUPERVISOR by the direct supervisor or, if no supervisor is recorded, by the director of the school; "
                + "COMMITTEE by those in office in a committee that assesses, or by a development officer of the person's office of the time. Nobody is one's own supervisor or committee.",
            "SELF ประเมินโดยตนเอง SUPERVISOR โดยผู้บังคับบัญชาโดยตรง หากไม่ได้บันทึกไว้ให้เป็นผู้อำนวยการโรงเรียน COMMITTEE โดยกรรมการที่อยู่ในวาระของคณะกรรมการที่มีหน้าที่ประเมิน หรือโดยเจ้าหน้าที่พัฒนาบุคลากรของสำนักงานต้นสังกัดในขณะนั้น ไม่มีผู้ใดเป็นผู้บังคับบัญชาหรือคณะกรรมการของตนเอง"
        )
    );
}

internal static class AfterInputs
{
    public static RequestInvalid ScoresOf(int items) =>
        new(
            "scores",
            new LocalText(
                $"must hold {items} scores of 1 to {Questionnaire.HighestScore}, one for each item in order.",
                $"ต้องมี {items} คะแนน แต่ละข้อเป็น 1 ถึง {Questionnaire.HighestScore} ตามลำดับ"
            )
        );
}
