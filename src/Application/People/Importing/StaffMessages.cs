using TeacherDevPlan.Domain.Common;

namespace TeacherDevPlan.Application.People.Importing;

/// <summary>What an import of staff says of rows.</summary>
internal static class StaffMessages
{
    public static readonly LocalText Erased = new(
        "is the name of somebody whose name was erased; only correctPerson gives one again.",
        "เป็นชื่อของบุคลากรที่ถูกลบชื่อแล้ว ต้องใช้ correctPerson เท่านั้น"
    );

    public static readonly LocalText OtherName = new(
        "is not the present title and name of the person; a new one needs its first day in a column “ใช้ชื่อนี้ตั้งแต่” (“Name from”).",
        "ไม่ใช่คำนำหน้าและชื่อปัจจุบันของบุคลากร ชื่อใหม่ต้องมีวันแรกที่ใช้ในคอลัมน์ “ใช้ชื่อนี้ตั้งแต่”"
    );

    public static readonly LocalText OtherTerms = new(
        "differs from the main appointment on record with the same first day; a change begins on a day of its own.",
        "ต่างจากการดำรงตำแหน่งหลักในทะเบียนที่เริ่มวันเดียวกัน การเปลี่ยนแปลงต้องมีวันเริ่มของตนเอง"
    );

    public static readonly LocalText Ended = new(
        "says that the appointment is still held, which has a last day on record.",
        "ระบุว่ายังดำรงตำแหน่งอยู่ แต่ในทะเบียนมีวันสิ้นสุดแล้ว"
    );

    public static readonly LocalText ErasedIdentity = new(
        "cannot be given to somebody whose name was erased.",
        "ระบุให้บุคลากรที่ถูกลบชื่อแล้วไม่ได้"
    );

    public static readonly LocalText Moved = new(
        "is that of somebody whose record another office keeps; the development officer of that office appoints the person here.",
        "เป็นของบุคลากรที่ย้ายไปสำนักงานอื่นแล้ว ให้เจ้าหน้าที่พัฒนาบุคลากรของสำนักงานนั้นบันทึกการดำรงตำแหน่งที่นี่"
    );

    public static readonly LocalText ByHeading = new(
        "says no school and no unit: the person is appointed where the heading above the row, or the title of the list, says.",
        "ไม่ได้ระบุโรงเรียนหรือกลุ่ม จึงบันทึกตามหัวข้อเหนือแถวหรือชื่อบัญชี"
    );

    public static readonly LocalText AtOffice = new(
        "says no school and no unit: the person is appointed at the office itself.",
        "ไม่ได้ระบุโรงเรียนหรือกลุ่ม จึงบันทึกว่าอยู่ที่สำนักงานเขต"
    );
}
