using TeacherDevPlan.Domain.Common;

namespace TeacherDevPlan.Domain.Plans.Document;

/// <summary>Why lines of a document were not read, for people.</summary>
public static class UnreadReasons
{
    public static LocalText Of(UnreadReason reason) =>
        reason switch
        {
            UnreadReason.Repetition => new(
                "table of contents, printed elsewhere too",
                "สารบัญ ซึ่งมีอยู่ในส่วนอื่นแล้ว"
            ),
            UnreadReason.OutOfPlace => new(
                "stands where nothing of its kind is expected",
                "อยู่ในที่ที่ไม่ควรมีข้อความนี้"
            ),
            _ => new("not understood", "อ่านไม่เข้าใจ"),
        };
}
