using System.Collections.Frozen;
using TeacherDevPlan.Domain.Common;

namespace TeacherDevPlan.Domain.People;

/// <summary>Why two records cannot be merged, or not be separated again.</summary>
public static class MergeReasons
{
    public static readonly MergeReason SameRecord = new(
        "SAME_RECORD",
        new LocalText("Both ids are of one record.", "รหัสทั้งสองเป็นของทะเบียนเดียวกัน")
    );

    public static readonly MergeReason AlreadyMerged = new(
        "ALREADY_MERGED",
        new LocalText(
            "One of the records was merged already; name the record that is kept.",
            "ทะเบียนหนึ่งถูกรวมไปแล้ว ให้ระบุทะเบียนที่เก็บไว้"
        )
    );

    public static readonly MergeReason Erased = new(
        "ERASED",
        new LocalText("A name of the person was erased.", "ชื่อของบุคลากรถูกลบแล้ว")
    );

    public static readonly MergeReason DifferentNumbers = new(
        "DIFFERENT_STAFF_NUMBERS",
        new LocalText(
            "The office has given both records staff numbers, and not the same; correct one first (updatePerson).",
            "สำนักงานให้เลขประจำตัวแก่ทั้งสองทะเบียนไม่ตรงกัน ต้องแก้ไขก่อน (updatePerson)"
        )
    );

    public static readonly MergeReason DifferentIdentities = new(
        "DIFFERENT_IDENTITIES",
        new LocalText(
            "The records have numbers of different citizens or passports.",
            "เลขประจำตัวประชาชนหรือหนังสือเดินทางของทั้งสองทะเบียนไม่ตรงกัน"
        )
    );

    public static readonly MergeReason IdentityTaken = new(
        "IDENTITY_TAKEN",
        new LocalText(
            "The number of the citizen or passport is that of another person of the office.",
            "เลขประจำตัวประชาชนหรือหนังสือเดินทางเป็นของบุคลากรอีกคนในสำนักงานเดียวกัน"
        )
    );

    public static readonly MergeReason NumberTaken = new(
        "STAFF_NUMBER_TAKEN",
        new LocalText(
            "The staff number is that of another person of the office by now.",
            "เลขประจำตัวเป็นของบุคลากรอีกคนในสำนักงานเดียวกัน"
        )
    );

    public static readonly MergeReason SupervisesTheOther = new(
        "SUPERVISES_THE_OTHER",
        new LocalText("One is or was the supervisor of the other.", "คนหนึ่งเป็นหรือเคยเป็นผู้บังคับบัญชาของอีกคนหนึ่ง")
    );

    public static readonly MergeReason CircularSupervision = new(
        "CIRCULAR_SUPERVISION",
        new LocalText(
            "The person of both records would report to themselves, through others.",
            "บุคคลของทั้งสองทะเบียนจะกลายเป็นผู้บังคับบัญชาของตนเองผ่านผู้อื่น"
        )
    );

    public static readonly MergeReason NotMerged = new(
        "NOT_MERGED",
        new LocalText("The record is not merged into another one.", "ทะเบียนนี้ไม่ได้ถูกรวมเข้ากับทะเบียนอื่น")
    );

    public static readonly MergeReason KeptWasMerged = new(
        "KEPT_RECORD_WAS_MERGED",
        new LocalText(
            "The record that it was merged into was merged into another one itself; undo that merge first.",
            "ทะเบียนที่เก็บไว้ถูกรวมเข้ากับทะเบียนอื่นอีก ต้องยกเลิกการรวมครั้งนั้นก่อน"
        )
    );

    public static readonly MergeReason LaterMerge = new(
        "LATER_MERGE",
        new LocalText(
            "Another record was merged into the kept one later; undo that merge first.",
            "มีทะเบียนอื่นถูกรวมเข้ากับทะเบียนที่เก็บไว้ภายหลัง ต้องยกเลิกการรวมครั้งนั้นก่อน"
        )
    );

    public static MergeReason Overlap(Appointment kept, Appointment duplicate) =>
        new(
            "OVERLAPPING_APPOINTMENTS",
            new LocalText(
                $"Main appointments of both overlap: {Period(kept)} of the kept record, {Period(duplicate)} of the duplicate.",
                $"การดำรงตำแหน่งหลักซ้อนกัน: {Period(kept)} ของทะเบียนที่เก็บไว้ และ {Period(duplicate)} ของทะเบียนซ้ำ"
            )
        );

    public static readonly MergeReason ApprovedTheOther = new(
        "APPROVED_THE_OTHER",
        new LocalText(
            "One approved a development plan of the other, or is the mentor of an induction of the other.",
            "คนหนึ่งเป็นผู้อนุมัติแผนพัฒนาตนเองหรือเป็นพี่เลี้ยงของอีกคนหนึ่ง"
        )
    );

    /// <summary>What the database refuses, by its name for it.</summary>
    public static MergeReason OfDatabase(string conflict) =>
        conflict == ApprovedTheOther.Code ? ApprovedTheOther : Conflict(conflict);

    /// <param name="offering">The title of an offering in which both have attendance, scores or a result.</param>
    public static MergeReason BothWereThere(string offering) =>
        new(
            "BOTH_WERE_THERE",
            new LocalText(
                $"Both records are in “{offering}”, and the enrolment that would be set aside has attendance, a result or something that refers to it.",
                $"ทั้งสองทะเบียนอยู่ใน “{offering}” และรายการลงทะเบียนที่ต้องพักไว้มีการเข้าร่วม ผล หรือข้อมูลที่อ้างถึงรายการนั้น"
            )
        );

    /// <summary>What both records have that one person has only once, by the table that it is in.</summary>
    private static readonly FrozenDictionary<string, LocalText> OnlyOnce = new Dictionary<string, LocalText>
    {
        ["appointments"] = new("main appointments of the same time", "การดำรงตำแหน่งหลักในช่วงเวลาเดียวกัน"),
        ["held_names"] = new("names since the same day", "ชื่อที่ใช้ตั้งแต่วันเดียวกัน"),
        ["person_accounts"] = new("an account", "บัญชีผู้ใช้"),
        ["invitations"] = new("an invitation", "คำเชิญ"),
        ["individual_development_plans"] = new(
            "an ID PLAN of the same fiscal year",
            "แผนพัฒนาตนเองรายบุคคล (ID PLAN) ของปีงบประมาณเดียวกัน"
        ),
        ["needs_participants"] = new("a place in the same needs survey", "รายชื่อในรอบสำรวจความต้องการเดียวกัน"),
        ["enrollments"] = new("an enrolment in the same offering", "การลงทะเบียนในรุ่นเดียวกัน"),
        ["committee_members"] = new("a seat in the same committee", "ตำแหน่งในคณะกรรมการชุดเดียวกัน"),
        ["awards"] = new(
            "a nomination for the same award of the same year",
            "การเสนอชื่อรับรางวัลเดียวกันในปีเดียวกัน"
        ),
        ["further_studies"] = new(
            "full-time leaves for study at the same time",
            "การลาศึกษาเต็มเวลาในช่วงเวลาเดียวกัน"
        ),
        ["inductions"] = new("an induction in progress", "การพัฒนาข้าราชการบรรจุใหม่ที่กำลังดำเนินอยู่"),
    }.ToFrozenDictionary();

    /// <param name="table">Where both records have a row that there may be only once.</param>
    public static MergeReason Conflict(string table)
    {
        var what = OnlyOnce.GetValueOrDefault(table) ?? new LocalText("something", "ข้อมูล");
        return new MergeReason(
            "BOTH_HAVE_ROWS",
            new LocalText(
                $"Both records have {what.English}, which one person has only once.",
                $"ทั้งสองทะเบียนมี{what.Thai} ซึ่งบุคคลหนึ่งมีได้เพียงรายการเดียว"
            )
        );
    }

    public static IEnumerable<MergeReason> When(bool holds, MergeReason reason) => holds ? [reason] : [];

    private static string Period(Appointment one) => $"{one.HeldFrom:O}–{one.HeldTo:O}";
}
