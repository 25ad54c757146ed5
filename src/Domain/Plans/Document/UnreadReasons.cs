using TeacherDevPlan.Domain.Common;

namespace TeacherDevPlan.Domain.Plans.Document;

/// <summary>The reasons why lines of a document were not used, for people.</summary>
public static class UnreadReasons
{
    public static LocalText Of(UnreadReason reason) =>
        reason switch
        {
            UnreadReason.Repetition => new(
                "repeated text, such as a table of contents",
                "สารบัญ ซึ่งมีอยู่ในส่วนอื่นแล้ว"
            ),
            UnreadReason.OutOfPlace => new("nothing of this kind is expected here", "อยู่ในที่ที่ไม่ควรมีข้อความนี้"),
            UnreadReason.Hidden => new("hidden in the file", "ซ่อนอยู่ในไฟล์"),
            _ => new("not understood", "อ่านไม่เข้าใจ"),
        };
}
