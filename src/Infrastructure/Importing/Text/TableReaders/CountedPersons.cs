using TeacherDevPlan.Domain.Plans.Document;

namespace TeacherDevPlan.Infrastructure.Importing.Text.TableReaders;

/// <summary>
/// Whether a table of a document counts persons, so that its small cells are withheld. A document does not say so; a
/// table is taken for one unless its words are those of another kind of table and none of them means persons.
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

    private static readonly string[] Others =
    [
        "โรงเรียน",
        "สถานศึกษา",
        "ห้องเรียน",
        "คะแนน",
        "ค่าเฉลี่ย",
        "งบประมาณ",
        "อาคาร",
        "ครุภัณฑ์",
    ];

    public static bool In(string title, IEnumerable<string> dimensions, IEnumerable<ObservationDocument> observations)
    {
        var words = observations.SelectMany(cell => cell.At).Distinct().Concat(dimensions).Append(title).ToList();
        return Any(Persons, words) || !Any(Others, words);
    }

    private static bool Any(string[] sought, List<string> words) =>
        words.Exists(word => sought.Any(one => word.Contains(one, StringComparison.Ordinal)));
}
