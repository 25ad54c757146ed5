using System.Globalization;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Vocabulary;

namespace TeacherDevPlan.Domain.Budgets;

/// <summary>The requested amount exceeds the available amount, in baht.</summary>
public sealed record InsufficientBudget(decimal Available, decimal Requested, LocalText Text)
    : DomainError("INSUFFICIENT_BUDGET", Text)
{
    public static InsufficientBudget OfActivity(decimal available, decimal requested) =>
        new(
            available,
            Baht.Of(requested),
            new LocalText(
                $"The activity has {Written(available)} baht available, but {Written(requested)} baht were requested.",
                $"กิจกรรมมีงบประมาณคงเหลือ {Written(available)} บาท แต่ขอใช้ {Written(requested)} บาท"
            )
        );

    public static InsufficientBudget OfCommitment(decimal remaining, decimal requested) =>
        new(
            remaining,
            Baht.Of(requested),
            new LocalText(
                $"The commitment has {Written(remaining)} baht left, but {Written(requested)} baht were requested.",
                $"เงินผูกพันคงเหลือ {Written(remaining)} บาท แต่ขอเบิก {Written(requested)} บาท"
            )
        );

    public static InsufficientBudget OfPlan(decimal available, decimal reduction) =>
        new(
            available,
            Baht.Of(reduction),
            new LocalText(
                $"The planned amount can be reduced by at most {Written(available)} baht, because the rest is committed or paid; a reduction by {Written(reduction)} baht "
                    + "was requested.",
                $"แผนลดได้ไม่เกิน {Written(available)} บาท เพราะส่วนที่เหลือผูกพันหรือเบิกจ่ายแล้ว แต่ขอลด {Written(reduction)} บาท"
            )
        );

    private static string Written(decimal amount) => amount.ToString("N2", CultureInfo.InvariantCulture);
}

/// <summary>Money must not be moved between these activities.</summary>
public sealed record VirementNotAllowed(LocalText Text) : DomainError("VIREMENT_NOT_ALLOWED", Text)
{
    public static readonly VirementNotAllowed WithinProject = new(
        new LocalText(
            "The project does not allow virement between its activities.",
            "โครงการนี้ไม่อนุญาตให้ถัวจ่ายระหว่างกิจกรรม"
        )
    );

    public static readonly VirementNotAllowed BetweenYears = new(
        new LocalText(
            "The activities belong to different fiscal years; money cannot be moved between years.",
            "กิจกรรมอยู่ต่างปีงบประมาณ ไม่สามารถโอนงบประมาณข้ามปีได้"
        )
    );

    public static readonly VirementNotAllowed BetweenProjects = new(
        new LocalText(
            "The activities belong to different projects; a transfer between projects requires an approver.",
            "กิจกรรมอยู่ต่างโครงการ การโอนเปลี่ยนแปลงระหว่างโครงการต้องได้รับอนุมัติจากผู้มีอำนาจ"
        )
    );
}

/// <summary>The current state does not allow this.</summary>
public sealed record InvalidState(LocalText Text) : DomainError("INVALID_STATE", Text)
{
    public static readonly InvalidState PaymentReversed = new(
        new LocalText("The payment is already reversed.", "รายการเบิกจ่ายนี้ถูกกลับรายการไปแล้ว")
    );

    public static readonly InvalidState CommitmentReleased = new(
        new LocalText("The commitment is already released.", "เงินผูกพันนี้ถูกยกเลิกหรือหมดอายุไปแล้ว")
    );

    public static readonly InvalidState NothingToRelease = new(
        new LocalText(
            "The commitment has no remainder to release.",
            "เงินผูกพันนี้ถูกเบิกจ่ายครบแล้ว ไม่มียอดให้ยกเลิก"
        )
    );

    public static readonly InvalidState CommitmentClosed = new(
        new LocalText(
            "The commitment is released or has expired; payments can no longer draw on it.",
            "เงินผูกพันนี้ถูกยกเลิกหรือหมดอายุแล้ว ไม่สามารถเบิกจ่ายได้"
        )
    );

    public static InvalidState ProjectClosed(ProjectStatus status) =>
        new(
            new LocalText(
                $"The project is {EnumText.Of(status)}; only projects that are APPROVED or IN_PROGRESS accept entries.",
                $"โครงการมีสถานะ {EnumText.Of(status)} บันทึกรายการได้เฉพาะโครงการที่ APPROVED หรือ IN_PROGRESS"
            )
        );
}

/// <summary>
/// Invalid inputs that only the ledger can detect. Messages contain dates of the Gregorian calendar, as in the input.
/// </summary>
internal static class LedgerInputs
{
    public static readonly RequestInvalid OtherActivitysCommitment = new(
        "commitmentId",
        new LocalText("must be a commitment of the same activity.", "ต้องเป็นเงินผูกพันของกิจกรรมเดียวกัน")
    );

    public static readonly RequestInvalid SameActivity = new(
        "toActivityId",
        new LocalText(
            "must differ from the activity that gives the money.",
            "ต้องเป็นกิจกรรมอื่นที่ไม่ใช่กิจกรรมต้นทาง"
        )
    );

    public static RequestInvalid PaidOutside(FiscalYear year) =>
        new(
            "paidOn",
            new LocalText(
                $"must be in fiscal year {year.Number}, {Day(year.StartsOn)} to {Day(year.EndsOn)}.",
                $"ต้องอยู่ในปีงบประมาณ {year.Number} คือ {Day(year.StartsOn)} ถึง {Day(year.EndsOn)}"
            )
        );

    public static RequestInvalid PaidInFuture(DateOnly today) =>
        new(
            "paidOn",
            new LocalText(
                $"must not be later than today, {Day(today)} in Thailand.",
                $"ต้องไม่เป็นวันในอนาคต วันนี้คือ {Day(today)}"
            )
        );

    public static RequestInvalid ExpiresInPast(DateOnly today) =>
        new(
            "expiresOn",
            new LocalText($"must be {Day(today)} or later.", $"ต้องเป็นวันที่ {Day(today)} หรือหลังจากนั้น")
        );

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

/// <summary>Another request succeeded under the key.</summary>
public sealed record IdempotencyKeyReused()
    : DomainError(
        "IDEMPOTENCY_KEY_REUSED",
        new LocalText(
            "Another request succeeded under this idempotencyKey; a new request needs a new key.",
            "idempotencyKey นี้ถูกใช้กับคำขออื่นที่สำเร็จไปแล้ว คำขอใหม่ต้องใช้คีย์ใหม่"
        )
    );

/// <summary>The object was changed in the meantime.</summary>
public sealed record Conflict(int CurrentVersion)
    : DomainError(
        "CONFLICT",
        new LocalText(
            $"It was changed in the meantime and is now at version {CurrentVersion}. Read it again and decide anew.",
            $"ข้อมูลถูกแก้ไขไปแล้ว ขณะนี้เป็นรุ่นที่ {CurrentVersion} โปรดอ่านข้อมูลใหม่แล้วตัดสินใจอีกครั้ง"
        )
    );
