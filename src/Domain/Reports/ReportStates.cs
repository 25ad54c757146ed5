using System.Globalization;
using TeacherDevPlan.Domain.Budgets;
using TeacherDevPlan.Domain.Common;

namespace TeacherDevPlan.Domain.Reports;

/// <summary>States in which a report cannot be changed or submitted.</summary>
internal static class ReportStates
{
    public static readonly InvalidState Submitted = new(
        new LocalText(
            "The report was submitted, and what was submitted stays. assembleQuarterlyReport begins another revision.",
            "รายงานฉบับนี้ส่งแล้วและแก้ไขไม่ได้ ใช้ assembleQuarterlyReport เพื่อจัดทำฉบับแก้ไข"
        )
    );

    public static InvalidState NotEnded(DateOnly last)
    {
        var day = last.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return new InvalidState(
            new LocalText(
                $"The figures were taken before the quarter had ended ({day}). Assemble the report again after that day, then submit it.",
                $"รวบรวมข้อมูลก่อนสิ้นไตรมาส ({day}) โปรดรวบรวมข้อมูลใหม่หลังวันดังกล่าวแล้วจึงส่งรายงาน"
            )
        );
    }
}
