using TeacherDevPlan.Domain.Budgets;
using TeacherDevPlan.Domain.Common;

namespace TeacherDevPlan.Domain.Findings;

/// <summary>Why a finding cannot be settled as it is asked for, and what can be done instead.</summary>
public static class FindingStates
{
    public static readonly InvalidState Resolved = new(
        new LocalText(
            "The finding is resolved already: the plan agrees with itself there.",
            "ข้อค้นพบนี้ได้รับการแก้ไขแล้ว แผนสอดคล้องกันในจุดนี้แล้ว"
        )
    );

    public static readonly InvalidState Gone = new(
        new LocalText(
            "The plan does not break the rule there any more; checkPlan brings its findings up to date.",
            "แผนไม่ขัดกับกฎในจุดนี้แล้ว ใช้ checkPlan เพื่อปรับปรุงรายการข้อค้นพบให้เป็นปัจจุบัน"
        )
    );

    /// <summary>The other side cannot give way by one change.</summary>
    public static InvalidState CannotTake(FindingSide side) =>
        side == FindingSide.Stated
            ? new InvalidState(
                new LocalText(
                    "What is stated cannot be taken: no single other value would give way to it. Take COMPUTED where that can be taken, bring "
                        + "in a corrected plan with importPlan, or accept the finding with a reason.",
                    "ไม่สามารถใช้ค่าที่ระบุไว้ได้ เพราะไม่มีค่าอื่นเพียงค่าเดียวที่จะปรับตาม โปรดใช้ COMPUTED หากทำได้ นำเข้าแผนที่แก้ไขแล้วด้วย importPlan "
                        + "หรือยอมรับข้อค้นพบพร้อมเหตุผล"
                )
            )
            : new InvalidState(
                new LocalText(
                    "What was computed cannot be taken: it is not one value that could stand in the place of what is stated. Take STATED where "
                        + "that can be taken, bring in a corrected plan with importPlan, or accept the finding with a reason.",
                    "ไม่สามารถใช้ค่าที่คำนวณได้ เพราะไม่ใช่ค่าเดียวที่จะแทนค่าที่ระบุไว้ โปรดใช้ STATED หากทำได้ นำเข้าแผนที่แก้ไขแล้วด้วย importPlan "
                        + "หรือยอมรับข้อค้นพบพร้อมเหตุผล"
                )
            );

    public static readonly InvalidState StillFound = new(
        new LocalText(
            "With that side taken the plan would still break the rule there. Bring in a corrected plan with importPlan, or accept the "
                + "finding with a reason.",
            "แม้ใช้ค่าด้านนี้แล้ว แผนยังขัดกับกฎในจุดนี้ โปรดนำเข้าแผนที่แก้ไขแล้วด้วย importPlan หรือยอมรับข้อค้นพบพร้อมเหตุผล"
        )
    );
}
