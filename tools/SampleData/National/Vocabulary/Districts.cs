using TeacherDevPlan.Domain.Offices;

namespace TeacherDevPlan.SampleData.National.Vocabulary;

/// <summary>Invented districts, except those of the provincial capitals.</summary>
internal static class Districts
{
    private static readonly string[] First = ["โนน", "หนอง", "บ้าน", "ท่า", "ดอน", "โพธิ์", "นา", "วัง", "เขา", "คลอง"];
    private static readonly string[] Second =
    [
        "สวรรค์",
        "แสง",
        "ใหม่",
        "ทอง",
        "ไทร",
        "งาม",
        "แก้ว",
        "เจริญ",
        "สูง",
        "พัฒนา",
    ];

    public static IEnumerable<string> Of(Province province, Dice dice)
    {
        var names = new HashSet<string> { $"เมือง{province.Name}" };
        for (var count = dice.Between(3, 7); names.Count < count; )
            names.Add(dice.Pick(First) + dice.Pick(Second));
        return names;
    }
}
