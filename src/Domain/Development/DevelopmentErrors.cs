using TeacherDevPlan.Domain.Budgets;
using TeacherDevPlan.Domain.Common;

namespace TeacherDevPlan.Domain.Development;

/// <summary>The caller sees the plan, but this is somebody else's to do.</summary>
public sealed record NotInCharge(LocalText Text) : DomainError("NOT_IN_CHARGE", Text)
{
    public static readonly NotInCharge OfWriting = new(
        new LocalText(
            "Only the person whose plan it is writes and submits it.",
            "เจ้าของแผนเท่านั้นที่จัดทำและส่งแผนได้"
        )
    );

    public static readonly NotInCharge OfApproving = new(
        new LocalText(
            "Only the direct supervisor of the person approves or returns the plan; if no supervisor is recorded, the director of the school. "
                + "Nobody approves an own plan.",
            "ผู้บังคับบัญชาโดยตรงเท่านั้นที่อนุมัติหรือส่งคืนแผนได้ หากไม่ได้บันทึกผู้บังคับบัญชาไว้ ให้เป็นผู้อำนวยการโรงเรียน ไม่มีผู้ใดอนุมัติแผนของตนเอง"
        )
    );
}

/// <summary>States of a plan in which something cannot be done.</summary>
internal static class PlanStates
{
    public static readonly InvalidState MovedSince = new(
        new LocalText(
            "The person has moved to another office since the plan was saved; save it again at the new office, then submit it.",
            "เจ้าของแผนย้ายไปสำนักงานอื่นหลังจากบันทึกแผน ต้องบันทึกแผนใหม่ที่สำนักงานปัจจุบันก่อนส่ง"
        )
    );

    public static InvalidState NotPossible(IndividualPlanStatus status, PlanStep step)
    {
        var needed = string.Join(
            ", ",
            Enum.GetValues<IndividualPlanStatus>().Where(one => PlanSteps.From(one).Contains(step)).Select(EnumText.Of)
        );
        var steps = string.Join(", ", PlanSteps.From(status).Select(EnumText.Of));
        return new InvalidState(
            new LocalText(
                $"The plan is {EnumText.Of(status)}; {EnumText.Of(step)} needs one that is {needed}. Possible now: {(steps.Length == 0 ? "nothing" : steps)}.",
                $"แผนมีสถานะ {EnumText.Of(status)} การทำ {EnumText.Of(step)} ต้องมีสถานะ {needed} สิ่งที่ทำได้ในขณะนี้: {(steps.Length == 0 ? "ไม่มี" : steps)}"
            )
        );
    }
}

/// <summary>Inputs of a plan that contradict each other, the catalogues or the year.</summary>
internal static class PlanInputs
{
    public static readonly RequestInvalid Empty = new(
        "planId",
        new LocalText(
            "is a plan without items; it must have one at least before it is submitted.",
            "เป็นแผนที่ยังไม่มีรายการ ต้องมีอย่างน้อยหนึ่งรายการก่อนส่งแผน"
        )
    );

    public static readonly RequestInvalid UnknownLevel = new(
        "level",
        new LocalText(
            $"must be {PlanContent.LowestLevel} to {PlanContent.HighestLevel}.",
            $"ต้องเป็น {PlanContent.LowestLevel} ถึง {PlanContent.HighestLevel}"
        )
    );

    public static readonly RequestInvalid AssessedTwice = new(
        "competency",
        new LocalText("must be assessed once.", "ต้องประเมินเพียงครั้งเดียว")
    );

    public static readonly RequestInvalid AboutNothing = new(
        "topic",
        new LocalText("or a competency is required.", "หรือสมรรถนะต้องระบุอย่างน้อยหนึ่งอย่าง")
    );

    public static readonly RequestInvalid EndsBeforeItStarts = new(
        "to",
        new LocalText("must not be before the first day.", "ต้องไม่ก่อนวันแรก")
    );

    public static RequestInvalid NotInUse(string field, FiscalYear year) =>
        new(
            field,
            new LocalText(
                $"is not in use in the fiscal year {year.Number}; its catalogue has the days.",
                $"ไม่มีผลใช้ในปีงบประมาณ {year.Number} ดูวันที่ใช้ได้ในบัญชีรายการ"
            )
        );

    public static RequestInvalid OutsideYear(FiscalYear year) =>
        new(
            "from",
            new LocalText(
                $"to `to` must include a day of the fiscal year, {year.StartsOn:yyyy-MM-dd} to {year.EndsOn:yyyy-MM-dd}.",
                $"ถึง to ต้องมีวันที่อยู่ในปีงบประมาณ {year.StartsOn:yyyy-MM-dd} ถึง {year.EndsOn:yyyy-MM-dd}"
            )
        );

    public static RequestInvalid TooFar(string field, int years) =>
        new(
            field,
            new LocalText(
                $"must not be more than {years} years away from the fiscal year.",
                $"ต้องไม่ห่างจากปีงบประมาณเกิน {years} ปี"
            )
        );
}

/// <summary>States of a round of needs in which something cannot be done.</summary>
internal static class NeedsStates
{
    public static readonly InvalidState Closed = new(
        new LocalText(
            "The round is CLOSED; nothing of it changes any more.",
            "รอบสำรวจมีสถานะ CLOSED แล้ว ไม่สามารถเปลี่ยนแปลงได้อีก"
        )
    );

    public static InvalidState NotToday(DateOnly? opensOn, DateOnly? closesOn)
    {
        var (from, to) = ($"{opensOn:yyyy-MM-dd}", $"{closesOn:yyyy-MM-dd}");
        return new InvalidState(
            new LocalText(
                "Answers are taken"
                    + (opensOn is null ? "" : $" from {from}")
                    + (closesOn is null ? "" : $" to {to}")
                    + ".",
                "รับคำตอบ"
                    + (opensOn is null ? "" : $"ตั้งแต่ {from} ")
                    + (closesOn is null ? "" : $"ถึง {to}")
                    + " เท่านั้น"
            )
        );
    }
}

/// <summary>Inputs of a round of needs that contradict each other or the round.</summary>
internal static class NeedsInputs
{
    public static readonly RequestInvalid TopicTwice = new(
        "topics",
        new LocalText("must name each topic once.", "ต้องระบุแต่ละเรื่องเพียงครั้งเดียว")
    );

    public static RequestInvalid TooMany(int most) =>
        new("topics", new LocalText($"must be {most} at most.", $"ต้องไม่เกิน {most} เรื่อง"));

    public static RequestInvalid NotOfRound(int index) =>
        new($"topics[{index}]", new LocalText("is not a topic of the round.", "ไม่ใช่เรื่องของรอบสำรวจนี้"));
}
