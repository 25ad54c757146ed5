using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.People;

namespace TeacherDevPlan.Application.People.Importing;

/// <summary>The words that lists of staff have for categories, besides the names and codes of the catalogue.</summary>
internal static class CategoryWords
{
    private static readonly Dictionary<string, string[]> Usual = new()
    {
        ["TEACHER_CIVIL_SERVANT"] = ["ครู (ข้าราชการ)", "ขรก.ครู"],
        ["OTHER_EDUCATION_PERSONNEL"] =
        [
            "38 ค.(2)",
            "มาตรา 38 ค.(2)",
            "ตามมาตรา 38 ค.(2)",
            "บุคลากร 38 ค.(2)",
            "บุคลากรทางการศึกษา 38 ค.(2)",
            "บุคลากรทางการศึกษาอื่น",
            "บุคลากรทางการศึกษาอื่น ตามมาตรา 38 ค.(2)",
        ],
        ["TEMPORARY_EMPLOYEE"] = ["อัตราจ้าง", "ลูกจ้างอัตราจ้าง"],
    };

    /// <summary>All words for a category.</summary>
    public static IEnumerable<string> Of(StaffCategory category) =>
        [category.Code, category.Name, .. Usual.GetValueOrDefault(category.Code, [])];

    public static LocalText Unknown(IEnumerable<StaffCategory> categories)
    {
        var known = string.Join(", ", categories.Select(category => category.Name));
        return new LocalText($"must be one of {known}.", $"ต้องเป็น {known}");
    }
}
