using System.Text.Json;
using TeacherDevPlan.Infrastructure.Documents;
using static TeacherDevPlan.Api.Http.Documents.PrintedJson;

namespace TeacherDevPlan.Api.Http.Documents;

/// <summary>
/// What is recorded about the caller, as a document in Thai to print. Source of the right: Personal Data Protection Act B.E.
/// 2562 (2019), section 30.
/// </summary>
internal static class OwnRecordPage
{
    public const string Query = """
        { me {
            title name staffNumber status hasIdentity office { name } school { name }
            names { title name from to }
            appointments(first: 200) { nodes { position academicStanding from to main office { name } school { name } orgUnit { name } category { name } } }
            individualDevelopmentPlans(first: 50) { nodes { fiscalYear status latest { number items {
                priority goal benefit support from to topic { name } competency { name } method { name } } } } }
            needs(first: 50) { nodes { fiscalYear answeredAt choices { priority topic { name } } } }
            enrollments(first: 500) { nodes { fiscalYear status attendedMinutes preTest postTest offering { title startsOn endsOn } } }
            correctionRequests(first: 100) { nodes { askedAt wish status answer answeredAt } }
            readings(last: 500) { nodes { day reader times } }
        } }
        """;

    /// <param name="answer">The data of the answer to <see cref="Query"/>.</param>
    public static PrintedDocument? Of(JsonElement answer)
    {
        if (Row(answer, "me") is not { } me)
            return null;
        var title = $"ข้อมูลส่วนบุคคลของ {Text(me, "title")}{Text(me, "name")}";
        return new PrintedDocument(title, [.. Parts(title, me)]);
    }

    private static IEnumerable<PrintedPart> Parts(string title, JsonElement me)
    {
        yield return new PrintedPart.Heading(1, title);
        yield return new PrintedPart.Table(
            ["รายการ", "ข้อมูล"],
            [
                ["สำนักงานที่เก็บทะเบียน", Name(me, "office") ?? None],
                ["โรงเรียน", Name(me, "school") ?? None],
                ["เลขประจำตัวบุคลากร", Thai(Text(me, "staffNumber") ?? None)],
                ["สถานะ", Text(me, "status") ?? None],
                ["มีรหัสยืนยันตัวตน (ไม่แสดงเลข)", Text(me, "hasIdentity") == "True" ? "มี" : "ไม่มี"],
            ]
        );
        yield return Section("ชื่อที่เคยใช้");
        yield return Listed(
            me,
            "names",
            ["ชื่อ", "ตั้งแต่", "ถึง"],
            one => [$"{Text(one, "title")}{Text(one, "name")}", Day(one, "from"), Day(one, "to")]
        );
        yield return Section("การดำรงตำแหน่ง");
        yield return Listed(
            me,
            "appointments",
            ["ตำแหน่ง", "วิทยฐานะ", "ประเภท", "สังกัด", "ตั้งแต่", "ถึง"],
            one =>
                [
                    Text(one, "position"),
                    Text(one, "academicStanding"),
                    Name(one, "category"),
                    Name(one, "school") ?? Name(one, "orgUnit") ?? Name(one, "office"),
                    Day(one, "from"),
                    Day(one, "to"),
                ]
        );
        yield return Section("แผนพัฒนาตนเองรายบุคคล (ID PLAN)");
        foreach (var plan in List(me, "individualDevelopmentPlans"))
        {
            yield return new PrintedPart.Heading(
                3,
                Thai($"ปีงบประมาณ {Text(plan, "fiscalYear")} ({Text(plan, "status")})")
            );
            if (Row(plan, "latest") is { } latest)
                yield return Listed(
                    latest,
                    "items",
                    ["ลำดับ", "เรื่อง", "วิธีการ", "ตั้งแต่", "ถึง", "เป้าหมาย", "ประโยชน์", "การสนับสนุน"],
                    item =>
                        [
                            Number(item, "priority", null),
                            Name(item, "topic") ?? Name(item, "competency"),
                            Name(item, "method"),
                            Day(item, "from"),
                            Day(item, "to"),
                            Text(item, "goal"),
                            Text(item, "benefit"),
                            Text(item, "support"),
                        ]
                );
        }

        yield return Section("ความต้องการพัฒนาที่ตอบแบบสำรวจ");
        yield return Listed(
            me,
            "needs",
            ["ปีงบประมาณ", "ตอบเมื่อ", "เรื่อง"],
            one =>
                [
                    Number(one, "fiscalYear", null),
                    Day(one, "answeredAt"),
                    string.Join(
                        "\n",
                        List(one, "choices")
                            .Select(choice => $"{Number(choice, "priority", null)}. {Name(choice, "topic")}")
                    ),
                ]
        );
        yield return Section("การเข้ารับการพัฒนา");
        yield return Listed(
            me,
            "enrollments",
            ["ปีงบประมาณ", "กิจกรรม", "ตั้งแต่", "ถึง", "ผล", "นาทีที่เข้าร่วม", "ก่อนอบรม", "หลังอบรม"],
            one =>
                [
                    Number(one, "fiscalYear", null),
                    Row(one, "offering") is { } its ? Text(its, "title") : null,
                    Row(one, "offering") is { } from ? Day(from, "startsOn") : null,
                    Row(one, "offering") is { } to ? Day(to, "endsOn") : null,
                    Text(one, "status"),
                    Number(one, "attendedMinutes", "N0"),
                    Number(one, "preTest", null),
                    Number(one, "postTest", null),
                ]
        );
        yield return Section("คำขอแก้ไขข้อมูล");
        yield return Listed(
            me,
            "correctionRequests",
            ["ยื่นเมื่อ", "คำขอ", "สถานะ", "คำตอบ", "ตอบเมื่อ"],
            one =>
                [
                    Day(one, "askedAt"),
                    Text(one, "wish"),
                    Text(one, "status"),
                    Text(one, "answer"),
                    Day(one, "answeredAt"),
                ]
        );
        yield return Section("ผู้ที่อ่านข้อมูลของท่าน");
        yield return Listed(
            me,
            "readings",
            ["วันที่", "ผู้อ่าน", "จำนวนครั้ง"],
            one => [Day(one, "day"), Text(one, "reader"), Number(one, "times", "N0")]
        );
    }

    private static PrintedPart.Heading Section(string text) => new(2, text);

    private static PrintedPart.Table Listed(
        JsonElement row,
        string list,
        IReadOnlyList<string> header,
        Func<JsonElement, string?[]> cells
    ) => new(header, [.. List(row, list).Select(one => cells(one).Select(cell => cell ?? None).ToList())]);
}
