using TeacherDevPlan.Domain.Plans.Document;

namespace TeacherDevPlan.Infrastructure.Importing.Text.TableReaders;

/// <summary>
/// Whether a table of a document counts persons, so that its small cells are withheld. A document does not say so: its
/// title tells, or else the labels; a table of which neither tells is taken for one. Scores are not counts.
/// </summary>
internal static class CountedPersons
{
    private static readonly string[] Persons =
    [
        "ครู",
        "บุคลากร",
        "นักเรียน",
        "ผู้",
        "ข้าราชการ",
        "ลูกจ้าง",
        "พนักงาน",
        "คน",
        "ชาย",
        "หญิง",
        "อัตรากำลัง",
        "ตำแหน่ง",
        "วิทยฐานะ",
    ];

    private static readonly string[] Others = ["โรงเรียน", "สถานศึกษา", "ห้องเรียน", "งบประมาณ", "อาคาร", "ครุภัณฑ์"];

    private static readonly string[] Scores = ["คะแนน", "ค่าเฉลี่ย", "ผลการทดสอบ", "ผลการประเมิน"];

    public static bool In(string title, IEnumerable<string> dimensions, IEnumerable<ObservationDocument> observations)
    {
        if (Any(Scores, [title]) && !title.Contains("จำนวน", StringComparison.Ordinal))
            return false;
        var labels = observations.SelectMany(cell => cell.At).Distinct().Concat(dimensions).ToList();
        return Any(Persons, [title]) || (!Any(Others, [title]) && (Any(Persons, labels) || !Any(Others, labels)));
    }

    private static bool Any(string[] sought, List<string> words) =>
        words.Exists(word => sought.Any(one => word.Contains(one, StringComparison.Ordinal)));
}
