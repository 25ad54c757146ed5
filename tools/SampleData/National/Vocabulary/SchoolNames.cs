namespace TeacherDevPlan.SampleData.National.Vocabulary;

/// <summary>Invented names of schools.</summary>
internal static class SchoolNames
{
    private static readonly string[] First =
    [
        "บ้าน",
        "วัด",
        "ชุมชนบ้าน",
        "อนุบาล",
        "บ้านหนอง",
        "บ้านโนน",
        "บ้านดอน",
        "บ้านท่า",
    ];

    private static readonly string[] Second =
    [
        "แก้ว",
        "ทอง",
        "สว่าง",
        "สูง",
        "งาม",
        "ใหญ่",
        "น้อย",
        "ไผ่",
        "บัว",
        "แสง",
        "โพธิ์",
        "ม่วง",
    ];

    private static readonly string[] Third =
    [
        "",
        "วิทยา",
        "พิทยาคม",
        "ราษฎร์บำรุง",
        "ประชาสรรค์",
        "อุปถัมภ์",
        "สามัคคี",
        "วิทยาคาร",
    ];

    public static string Of(Dice dice) => $"โรงเรียน{dice.Pick(First)}{dice.Pick(Second)}{dice.Pick(Third)}";
}
