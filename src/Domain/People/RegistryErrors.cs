using TeacherDevPlan.Domain.Budgets;
using TeacherDevPlan.Domain.Common;

namespace TeacherDevPlan.Domain.People;

/// <summary>The person has another main appointment in the same time.</summary>
/// <param name="HeldFrom">The first day of the other one.</param>
/// <param name="HeldTo">Its last day; null if it is open.</param>
public sealed record OverlappingAppointment(DateOnly HeldFrom, DateOnly? HeldTo)
    : DomainError(
        "OVERLAPPING_APPOINTMENT",
        new LocalText(
            $"The person has another main appointment from {HeldFrom:O} {(HeldTo is { } last ? $"to {last:O}" : "on")}; end it first.",
            $"บุคลากรมีการดำรงตำแหน่งหลักอื่นตั้งแต่ {HeldFrom:O} {(HeldTo is { } until ? $"ถึง {until:O}" : "เป็นต้นไป")} ต้องสิ้นสุดก่อน"
        )
    );

/// <summary>The supervisor reports to the person, directly or through others, in the same time.</summary>
public sealed record CircularSupervision()
    : DomainError(
        "CIRCULAR_SUPERVISION",
        new LocalText(
            "The supervisor reports to the person in the same time, directly or through others; choose another one.",
            "ผู้บังคับบัญชาที่ระบุอยู่ใต้บังคับบัญชาของบุคลากรคนนี้ในช่วงเวลาเดียวกัน ไม่ว่าโดยตรงหรือผ่านผู้อื่น โปรดเลือกผู้อื่น"
        )
    );

/// <summary>No invitation has the code, or it was used by somebody else, replaced, or has expired.</summary>
public sealed record InvalidInvitation()
    : DomainError(
        "INVALID_INVITATION",
        new LocalText(
            "The code is not that of a valid invitation; ask the office for another one.",
            "รหัสนี้ไม่ใช่คำเชิญที่ใช้ได้ โปรดขอคำเชิญใหม่จากสำนักงานเขต"
        )
    );

/// <summary>The caller's name is bound to another person.</summary>
public sealed record AccountTaken()
    : DomainError(
        "ACCOUNT_TAKEN",
        new LocalText(
            "You sign in as another person of the registry; the office must remove that account first.",
            "บัญชีผู้ใช้นี้ผูกกับบุคลากรอีกคนหนึ่ง สำนักงานเขตต้องยกเลิกการผูกบัญชีก่อน"
        )
    );

/// <summary>Two records cannot be merged, or not be separated again.</summary>
/// <param name="Reasons">All of them.</param>
public sealed record CannotMerge(IReadOnlyList<MergeReason> Reasons)
    : DomainError(
        "CANNOT_MERGE",
        new LocalText(
            string.Join(' ', Reasons.Select(reason => reason.Text.English)),
            string.Join(' ', Reasons.Select(reason => reason.Text.Thai))
        )
    );

/// <param name="Code">Stable, in SCREAMING_SNAKE_CASE.</param>
public sealed record MergeReason(string Code, LocalText Text);

/// <summary>States in which a request for a correction cannot be made or answered.</summary>
public static class RegistryStates
{
    public static readonly InvalidState AnsweredAlready = new(
        new LocalText(
            "The request was answered already; the person can make another one.",
            "คำขอนี้ได้รับคำตอบแล้ว บุคลากรยื่นคำขอใหม่ได้"
        )
    );

    public static readonly InvalidState TooManyRequests = new(
        new LocalText(
            $"You have {CorrectionRequest.MostOpen} open requests, which is the maximum; wait until the office answers one.",
            $"มีคำขอที่รอคำตอบครบ {CorrectionRequest.MostOpen} รายการแล้ว โปรดรอคำตอบจากสำนักงานเขต"
        )
    );
}

/// <summary>Inputs that contradict each other or the record.</summary>
public static class RegistryInputs
{
    public static readonly RequestInvalid Erased = new(
        "personId",
        new LocalText("is a person who was erased.", "เป็นบุคลากรที่ถูกลบชื่อแล้ว")
    );

    public static RequestInvalid EndsBeforeItBegins(string field) =>
        new(field, new LocalText("must not be before the first day.", "ต้องไม่ก่อนวันแรก"));

    public static readonly RequestInvalid CategoryNotValid = new(
        "category",
        new LocalText("is not valid on the first day.", "ไม่มีผลใช้ในวันแรก")
    );

    public static readonly RequestInvalid NameOfTheFuture = new(
        "nameFrom",
        new LocalText("must not be in the future.", "ต้องไม่เป็นวันในอนาคต")
    );

    /// <summary>Nobody in the registry has been in office for longer.</summary>
    public const int FirstYear = 1900;

    public static readonly RequestInvalid NameOfTheDistantPast = new(
        "nameFrom",
        new LocalText($"must not be before {FirstYear}.", $"ต้องไม่ก่อน ค.ศ. {FirstYear}")
    );

    public static readonly RequestInvalid OwnSupervisor = new(
        "supervisorId",
        new LocalText("must be another person.", "ต้องเป็นบุคคลอื่น")
    );
}
