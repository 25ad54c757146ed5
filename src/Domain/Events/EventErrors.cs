using TeacherDevPlan.Domain.Budgets;
using TeacherDevPlan.Domain.Common;

namespace TeacherDevPlan.Domain.Events;

/// <summary>States of offerings and enrolments in which something cannot be done.</summary>
internal static class EventStates
{
    public static readonly InvalidState Overlapping = new(
        new LocalText(
            "A session is at the same time as one of another offering of the person; an officer of the offering's office can make an exception (OVERLAP).",
            "มีช่วงเวลาอบรมซ้อนกับกิจกรรมอื่นของบุคคลนี้ เจ้าหน้าที่ของสำนักงานผู้จัดอนุญาตให้ยกเว้นได้ (OVERLAP)"
        )
    );

    public static InvalidState MovedOnto(int people) =>
        new(
            new LocalText(
                $"The session is at the same time as one of another offering of people who take part: {people}. Choose another time, withdraw them, or change overlapPolicy.",
                $"ช่วงเวลานี้ซ้อนกับกิจกรรมอื่นของผู้เข้าร่วม {people} คน ให้เลือกเวลาอื่น ถอนผู้เข้าร่วม หรือเปลี่ยน overlapPolicy"
            )
        );

    public static readonly InvalidState NotEnded = new(
        new LocalText(
            "A session has not ended yet; remove it or wait.",
            "ยังมีช่วงเวลาอบรมที่ไม่สิ้นสุด ต้องลบช่วงเวลานั้นหรือรอจนสิ้นสุด"
        )
    );

    public static readonly InvalidState OtherCategory = new(
        new LocalText(
            "The offering is not for the person's category of staff; an officer of the offering's office can make an exception (CATEGORY).",
            "กิจกรรมนี้ไม่ได้จัดสำหรับประเภทบุคลากรของบุคคลนี้ เจ้าหน้าที่ของสำนักงานผู้จัดอนุญาตให้ยกเว้นได้ (CATEGORY)"
        )
    );

    public static readonly InvalidState WrongCode = new(
        new LocalText(
            "The code is wrong, has expired, or was tried too often; ask for a new one.",
            "รหัสไม่ถูกต้อง หมดอายุ หรือลองผิดหลายครั้งเกินไป โปรดขอรหัสใหม่"
        )
    );

    public static InvalidState BelowMinimum(int enrolled, int minimum) =>
        new(
            new LocalText(
                $"{enrolled} people take part; the office needs {minimum} to hold it. Give a reason (note) to start all the same.",
                $"มีผู้เข้าร่วม {enrolled} คน ต่ำกว่าจำนวนขั้นต่ำ {minimum} คน หากจะเริ่มต้องระบุเหตุผล (note)"
            )
        );

    public static InvalidState NotPossible(OfferingStatus status, OfferingStep step)
    {
        var steps = string.Join(", ", OfferingSteps.From(status).Select(EnumText.Of));
        return new InvalidState(
            new LocalText(
                $"The offering is {EnumText.Of(status)}; {EnumText.Of(step)} is not possible. Possible now: {(steps.Length == 0 ? "nothing" : steps)}.",
                $"กิจกรรมมีสถานะ {EnumText.Of(status)} ไม่สามารถทำ {EnumText.Of(step)} ได้ สิ่งที่ทำได้ในขณะนี้: {(steps.Length == 0 ? "ไม่มี" : steps)}"
            )
        );
    }

    public static InvalidState IsOver(OfferingStatus status) =>
        new(
            new LocalText(
                $"The offering is {EnumText.Of(status)}; nothing of it changes any more.",
                $"กิจกรรมมีสถานะ {EnumText.Of(status)} แล้ว ไม่สามารถเปลี่ยนแปลงได้อีก"
            )
        );

    public static InvalidState NotEnrolling(OfferingStatus status) =>
        new(
            new LocalText(
                $"The offering is {EnumText.Of(status)}; people are enrolled while it is OPEN.",
                $"กิจกรรมมีสถานะ {EnumText.Of(status)} ลงทะเบียนได้ขณะที่มีสถานะ OPEN"
            )
        );

    public static InvalidState OutsideWindow(OfferingStatus status, DateOnly? from, DateOnly? to)
    {
        var (first, last) = ($"{from:yyyy-MM-dd}", $"{to:yyyy-MM-dd}");
        return new InvalidState(
            new LocalText(
                $"The offering is {EnumText.Of(status)}; people are enrolled while it is OPEN"
                    + (from is null ? "" : $", from {first}")
                    + (to is null ? "" : $", to {last}")
                    + ". An officer of its office can make an exception (WINDOW).",
                $"กิจกรรมมีสถานะ {EnumText.Of(status)} ลงทะเบียนได้ขณะที่มีสถานะ OPEN"
                    + (from is null ? "" : $" ตั้งแต่ {first}")
                    + (to is null ? "" : $" ถึง {last}")
                    + " เจ้าหน้าที่ของสำนักงานผู้จัดอนุญาตให้ยกเว้นได้ (WINDOW)"
            )
        );
    }

    public static InvalidState AlreadyThere(EnrollmentStatus status) =>
        new(
            new LocalText(
                $"The person is there already: {EnumText.Of(status)}.",
                $"บุคคลนี้อยู่ในกิจกรรมแล้ว มีสถานะ {EnumText.Of(status)}"
            )
        );

    public static InvalidState TooFewSeats(int free, int group) =>
        new(
            new LocalText(
                $"Free seats: {free}, for a group of {group}; a group takes seats for all or for none.",
                $"มีที่ว่าง {free} ที่ สำหรับกลุ่ม {group} คน กลุ่มต้องได้ที่นั่งครบทุกคนหรือไม่ได้เลย"
            )
        );

    public static InvalidState MoreThanAllSeats(int capacity, int group) =>
        new(
            new LocalText(
                $"The offering has {capacity} seats, never enough for a group of {group}; enrol them each for themselves (singly).",
                $"กิจกรรมมีที่นั่งทั้งหมด {capacity} ที่ ไม่พอสำหรับกลุ่ม {group} คน ให้ลงทะเบียนเป็นรายบุคคล (singly)"
            )
        );

    public static InvalidState NotToDecide(EnrollmentStatus status, bool accept)
    {
        var needed = accept ? "REQUESTED" : "REQUESTED, WAITLISTED, ENROLLED";
        return new InvalidState(
            new LocalText(
                $"The enrolment is {EnumText.Of(status)}; it must be {needed}.",
                $"การลงทะเบียนมีสถานะ {EnumText.Of(status)} ต้องเป็น {needed}"
            )
        );
    }

    public static InvalidState NotInProgress(OfferingStatus status) =>
        new(
            new LocalText(
                $"The offering is {EnumText.Of(status)}; attendance is recorded while it is IN_PROGRESS, scores also while it is OPEN.",
                $"กิจกรรมมีสถานะ {EnumText.Of(status)} บันทึกเวลาได้ขณะที่มีสถานะ IN_PROGRESS และบันทึกคะแนนได้ขณะ OPEN ด้วย"
            )
        );

    public static InvalidState NotEnrolled(EnrollmentStatus status) =>
        new(
            new LocalText(
                $"The enrolment is {EnumText.Of(status)}; it must be ENROLLED.",
                $"การลงทะเบียนมีสถานะ {EnumText.Of(status)} ต้องเป็น ENROLLED"
            )
        );
}

/// <summary>Inputs of offerings that contradict each other or what is recorded.</summary>
internal static class EventInputs
{
    public static readonly RequestInvalid WindowEndsBeforeItStarts = new(
        "enrolTo",
        new LocalText("must not be before enrolFrom.", "ต้องไม่ก่อน enrolFrom")
    );

    public static readonly RequestInvalid MinimumAboveCapacity = new(
        "minimum",
        new LocalText("must not be more than the capacity.", "ต้องไม่เกินจำนวนที่รับ")
    );

    public static readonly RequestInvalid SessionYears = new("startsAt", RecordedDays.Allowed);

    public static readonly RequestInvalid SessionEnds = new(
        "endsAt",
        new LocalText("must be after startsAt, by 24 hours at most.", "ต้องหลัง startsAt ไม่เกิน 24 ชั่วโมง")
    );

    public static readonly RequestInvalid SessionMinutes = new(
        "minutes",
        new LocalText("must be 1 to the length of the session.", "ต้องเป็น 1 ถึงความยาวของช่วงเวลา")
    );

    public static readonly RequestInvalid SessionsOverlap = new(
        "startsAt",
        new LocalText(
            "must not be before another session of the offering ends.",
            "ต้องไม่ซ้อนกับช่วงเวลาอื่นของกิจกรรม"
        )
    );

    public static readonly RequestInvalid HeldSessionMissing = new(
        "sessions",
        new LocalText(
            "must include every session of which attendance was recorded.",
            "ต้องมีทุกช่วงเวลาที่บันทึกการเข้าร่วมแล้ว"
        )
    );

    public static readonly RequestInvalid Twice = new(
        "id",
        new LocalText("must be named once.", "ต้องระบุเพียงครั้งเดียว")
    );

    public static readonly RequestInvalid EnrollmentTwice = new(
        "enrollmentId",
        new LocalText("must be named once for each session.", "ต้องระบุเพียงครั้งเดียวต่อช่วงเวลา")
    );

    public static readonly RequestInvalid HeldLater = new(
        "startsAt",
        new LocalText(
            "must not be later than now: attendance of the session was recorded.",
            "ต้องไม่ช้ากว่าขณะนี้ เพราะบันทึกการเข้าร่วมของช่วงเวลานี้แล้ว"
        )
    );

    public static readonly RequestInvalid NotBegun = new(
        "sessionId",
        new LocalText("must be of a session that has begun.", "ต้องเป็นช่วงเวลาที่เริ่มแล้ว")
    );

    public static readonly RequestInvalid NoteMissing = new(
        "note",
        new LocalText("is required to report or to cancel an offering.", "ต้องระบุเมื่อรายงานผลหรือยกเลิกกิจกรรม")
    );

    public static readonly RequestInvalid NoSession = new(
        "step",
        new LocalText("needs one session at least.", "ต้องมีช่วงเวลาอย่างน้อยหนึ่งช่วง")
    );

    public static readonly RequestInvalid SessionsMissing = new(
        "sessions",
        new LocalText(
            "must hold one at least, since the offering is open.",
            "ต้องมีอย่างน้อยหนึ่งช่วง เพราะเปิดกิจกรรมแล้ว"
        )
    );

    public static RequestInvalid MinutesOf(int most) =>
        new("minutes", new LocalText($"must be 0 to {most}.", $"ต้องเป็น 0 ถึง {most}"));

    public static RequestInvalid FewerThanSeated(int seated) =>
        new(
            "capacity",
            new LocalText(
                $"must be {seated} at least, because so many people have seats.",
                $"ต้องไม่น้อยกว่า {seated} เพราะมีผู้ได้ที่นั่งแล้ว {seated} คน"
            )
        );

    public static RequestInvalid FewerThanAttended(int minutes) =>
        new(
            "minutes",
            new LocalText(
                $"must be {minutes} at least, because so many are recorded.",
                $"ต้องไม่น้อยกว่า {minutes} เพราะบันทึกไว้แล้ว {minutes} นาที"
            )
        );
}
