using TeacherDevPlan.Domain.Budgets;
using TeacherDevPlan.Domain.Common;

namespace TeacherDevPlan.Domain.Findings;

/// <summary>Why a finding cannot be resolved as requested, and what can be done instead.</summary>
public static class FindingStates
{
    public static readonly InvalidState Resolved = new(
        new LocalText(
            "The finding is already resolved: the contradiction no longer exists.",
            "ข้อค้นพบนี้ได้รับการแก้ไขแล้ว แผนสอดคล้องกันในจุดนี้แล้ว"
        )
    );

    public static readonly InvalidState Gone = new(
        new LocalText(
            "The plan no longer breaks the rule there; checkPlan updates its findings.",
            "แผนไม่ขัดกับกฎในจุดนี้แล้ว ใช้ checkPlan เพื่อปรับปรุงรายการข้อค้นพบให้เป็นปัจจุบัน"
        )
    );

    /// <summary>
    /// The requested side cannot be taken, because no single change of the other side would resolve the contradiction.
    /// </summary>
    public static InvalidState CannotTake(FindingSide side) =>
        side == FindingSide.Stated
            ? new InvalidState(
                new LocalText(
                    "The stated value cannot be taken, because no single other value could be changed to match it. If possible, take COMPUTED; otherwise import "
                        + "a corrected plan with importPlan, or accept the finding with a reason.",
                    "ไม่สามารถใช้ค่าที่ระบุไว้ได้ เพราะไม่มีค่าอื่นเพียงค่าเดียวที่จะปรับตาม โปรดใช้ COMPUTED หากทำได้ นำเข้าแผนที่แก้ไขแล้วด้วย importPlan "
                        + "หรือยอมรับข้อค้นพบพร้อมเหตุผล"
                )
            )
            : new InvalidState(
                new LocalText(
                    "The computed value cannot be taken, because it is not a single value that could replace the stated one. If possible, take STATED; "
                        + "otherwise import a corrected plan with importPlan, or accept the finding with a reason.",
                    "ไม่สามารถใช้ค่าที่คำนวณได้ เพราะไม่ใช่ค่าเดียวที่จะแทนค่าที่ระบุไว้ โปรดใช้ STATED หากทำได้ นำเข้าแผนที่แก้ไขแล้วด้วย importPlan "
                        + "หรือยอมรับข้อค้นพบพร้อมเหตุผล"
                )
            );

    public static readonly InvalidState StillFound = new(
        new LocalText(
            "The plan would still break the rule with this side. Import a corrected plan with importPlan, or accept the "
                + "finding with a reason.",
            "แม้ใช้ค่าด้านนี้แล้ว แผนยังขัดกับกฎในจุดนี้ โปรดนำเข้าแผนที่แก้ไขแล้วด้วย importPlan หรือยอมรับข้อค้นพบพร้อมเหตุผล"
        )
    );
}
