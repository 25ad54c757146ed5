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
            appointments(first: 200) { pageInfo { hasNextPage } nodes {
                position academicStanding from to main office { name } school { name } orgUnit { name } category { name } } }
            individualDevelopmentPlans(first: 50) { pageInfo { hasNextPage } nodes { fiscalYear status revisions(first: 20) { nodes { number
                assessments { level note competency { name } }
                items { priority goal benefit support from to topic { name } competency { name } method { name } } } } } }
            needs(first: 50) { pageInfo { hasNextPage } nodes { fiscalYear answeredAt choices { priority topic { name } } } }
            enrollments(first: 500) { pageInfo { hasNextPage } nodes {
                fiscalYear status attendedMinutes preTest postTest offering { title startsOn endsOn }
                applicationAssessments { by level status assessedAt } } }
            certificates(first: 500) { pageInfo { hasNextPage } nodes { number year issuedOn expiresOn validity offering { title } } }
            awards(first: 500) { pageInfo { hasNextPage } nodes { fiscalYear level division works status decidedOn decidedBy distinction orderNumber
                note programme { name } } }
            furtherStudies(first: 200) { pageInfo { hasNextPage } nodes { degree field institution leave funding scholarship startsOn endsOn endedOn
                status orderNumber note bondDays bondUntil } }
            inductions(first: 100) { pageInfo { hasNextPage } nodes { startsOn status decidedOn orderNumber note programme { name }
                steps { name dueOn doneOn result score note evidence } } }
            developmentHours(first: 200) { pageInfo { hasNextPage } nodes { fiscalYear minutes minutesInPeriod met rule { name } } }
            correctionRequests(first: 100) { pageInfo { hasNextPage } nodes { askedAt wish status answer answeredAt } }
            readings(last: 500) { pageInfo { hasPreviousPage } nodes { day reader times } }
        } }
        """;

    private static readonly Dictionary<string, string> States = new()
    {
        ["ACTIVE"] = "ปฏิบัติงาน",
        ["ON_LEAVE"] = "ลา",
        ["RESIGNED"] = "ลาออก",
        ["RETIRED"] = "เกษียณ",
        ["DECEASED"] = "เสียชีวิต",
        ["DRAFT"] = "ฉบับร่าง",
        ["SUBMITTED"] = "ส่งแล้ว",
        ["RETURNED"] = "ส่งคืนแก้ไข",
        ["APPROVED"] = "อนุมัติแล้ว",
        ["CLOSED"] = "ปิดแล้ว",
        ["REQUESTED"] = "ขอเข้าร่วม",
        ["WAITLISTED"] = "รอที่ว่าง",
        ["ENROLLED"] = "ลงทะเบียนแล้ว",
        ["COMPLETED"] = "ผ่าน",
        ["NOT_COMPLETED"] = "ไม่ผ่าน",
        ["ABSENT"] = "ไม่เข้าร่วม",
        ["DECLINED"] = "ไม่รับ",
        ["WITHDRAWN"] = "ถอนตัว",
        ["OPEN"] = "รอคำตอบ",
        ["DONE"] = "ดำเนินการแล้ว",
        ["DUE"] = "ยังไม่ประเมิน",
        ["OVERDUE"] = "เกินกำหนด",
        ["NOMINATED"] = "เสนอชื่อแล้ว",
        ["AWARDED"] = "ได้รับรางวัล",
        ["NOT_AWARDED"] = "ไม่ได้รับรางวัล",
        ["SCHOOL"] = "โรงเรียน",
        ["OFFICE"] = "เขตพื้นที่การศึกษา",
        ["PROVINCE"] = "จังหวัด",
        ["REGION"] = "ภาค",
        ["NATIONAL"] = "ชาติ",
        ["INTERNATIONAL"] = "นานาชาติ",
        ["CERTIFICATE"] = "ประกาศนียบัตร",
        ["BACHELOR"] = "ปริญญาตรี",
        ["MASTER"] = "ปริญญาโท",
        ["DOCTOR"] = "ปริญญาเอก",
        ["FULL_TIME"] = "ลาศึกษาเต็มเวลา",
        ["PART_TIME"] = "ใช้เวลาราชการบางส่วน",
        ["OWN_TIME"] = "นอกเวลาราชการ",
        ["GOVERNMENT"] = "ทุนของทางราชการ",
        ["OTHER"] = "ทุนอื่น",
        ["VALID"] = "ใช้ได้",
        ["EXPIRED"] = "หมดอายุ",
        ["REVOKED"] = "เพิกถอน",
        ["SELF"] = "ตนเอง",
        ["SUPERVISOR"] = "ผู้บังคับบัญชา",
        ["COMMITTEE"] = "คณะกรรมการ",
        ["PROFESSIONAL"] = "ชำนาญการ",
        ["SENIOR_PROFESSIONAL"] = "ชำนาญการพิเศษ",
        ["EXPERT"] = "เชี่ยวชาญ",
        ["ADVISORY"] = "เชี่ยวชาญพิเศษ",
    };

    /// <summary>The Thai words of codes that mean something else in other parts of the document.</summary>
    private static readonly Dictionary<string, string> Funding = new(States) { ["SELF"] = "ทุนส่วนตัว" };

    private static readonly Dictionary<string, string> Studies = new(States)
    {
        ["REQUESTED"] = "ขอศึกษาต่อ",
        ["REFUSED"] = "ไม่อนุมัติ",
        ["STUDYING"] = "กำลังศึกษา",
        ["COMPLETED"] = "สำเร็จการศึกษา",
        ["DISCONTINUED"] = "ยุติการศึกษา",
    };

    private static readonly Dictionary<string, string> Inductions = new()
    {
        ["IN_PROGRESS"] = "กำลังดำเนินการ",
        ["PASSED"] = "ผ่าน",
        ["NOT_PASSED"] = "ไม่ผ่าน",
        ["FAILED"] = "ไม่ผ่าน",
        ["ENDED"] = "ยุติ",
    };

    /// <param name="answer">The data of the answer to <see cref="Query"/>.</param>
    /// <param name="refused">The fields that the caller may not read: none of one's own record.</param>
    public static PrintedDocument? Of(JsonElement answer, IReadOnlySet<string> refused)
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
                ["เลขประจำตัวบุคลากร", Text(me, "staffNumber") ?? None],
                ["สถานะ", State(me) ?? None],
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
                    State(one, "academicStanding"),
                    Name(one, "category"),
                    Name(one, "school") ?? Name(one, "orgUnit") ?? Name(one, "office"),
                    Day(one, "from"),
                    Day(one, "to"),
                ]
        );
        yield return Section("แผนพัฒนาตนเองรายบุคคล (ID PLAN)");
        foreach (var plan in List(me, "individualDevelopmentPlans"))
        {
            yield return new PrintedPart.Heading(3, Thai($"ปีงบประมาณ {Text(plan, "fiscalYear")} ({State(plan)})"));
            foreach (var revision in List(plan, "revisions"))
            {
                yield return new PrintedPart.Heading(4, Thai($"ฉบับที่ {Text(revision, "number")}"));
                yield return Listed(
                    revision,
                    "assessments",
                    ["สมรรถนะ", "ระดับ", "หมายเหตุ"],
                    one => [Name(one, "competency"), Number(one, "level", null), Text(one, "note")]
                );
                yield return Listed(
                    revision,
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
            ["ปีงบประมาณ", "กิจกรรม", "ตั้งแต่", "ถึง", "ผล", "นาทีที่เข้าร่วม", "ก่อนอบรม", "หลังอบรม", "การนำไปใช้"],
            one =>
                [
                    Number(one, "fiscalYear", null),
                    Row(one, "offering") is { } its ? Text(its, "title") : null,
                    Row(one, "offering") is { } from ? Day(from, "startsOn") : null,
                    Row(one, "offering") is { } to ? Day(to, "endsOn") : null,
                    State(one),
                    Number(one, "attendedMinutes", "N0"),
                    Number(one, "preTest", null),
                    Number(one, "postTest", null),
                    string.Join("\n", List(one, "applicationAssessments").Select(Applied)),
                ]
        );
        yield return Section("วุฒิบัตร");
        yield return Listed(
            me,
            "certificates",
            ["เลขที่", "กิจกรรม", "วันที่ออก", "วันหมดอายุ", "สถานะ"],
            one =>
                [
                    Thai($"{Text(one, "number")}/{Text(one, "year")}"),
                    Row(one, "offering") is { } its ? Text(its, "title") : null,
                    Day(one, "issuedOn"),
                    Day(one, "expiresOn"),
                    State(one, "validity"),
                ]
        );
        yield return Section("รางวัลและการเสนอชื่อเพื่อรับรางวัล");
        yield return Listed(
            me,
            "awards",
            [
                "ปีงบประมาณ",
                "รางวัล",
                "ประเภท",
                "ระดับ",
                "ผลงาน",
                "ผล",
                "ชั้น",
                "ตัดสินเมื่อ",
                "ผู้ตัดสิน",
                "คำสั่งหรือประกาศ",
                "หมายเหตุ",
            ],
            one =>
                [
                    Number(one, "fiscalYear", null),
                    Name(one, "programme"),
                    Text(one, "division"),
                    State(one, "level"),
                    Text(one, "works"),
                    State(one),
                    Text(one, "distinction"),
                    Day(one, "decidedOn"),
                    Text(one, "decidedBy"),
                    Text(one, "orderNumber"),
                    Text(one, "note"),
                ]
        );
        yield return Section("การศึกษาต่อ");
        yield return Listed(
            me,
            "furtherStudies",
            [
                "วุฒิ",
                "สาขาวิชา",
                "สถานศึกษา",
                "การลา",
                "ทุน",
                "ตั้งแต่",
                "ถึง",
                "สถานะ",
                "คำสั่ง",
                "หมายเหตุ",
                "ชดใช้ (วัน)",
                "ชดใช้ถึง",
            ],
            one =>
                [
                    State(one, "degree"),
                    Text(one, "field"),
                    Text(one, "institution"),
                    State(one, "leave"),
                    Text(one, "scholarship") ?? PrintedJson.Word(one, "funding", Funding),
                    Day(one, "startsOn"),
                    Day(one, "endedOn") ?? Day(one, "endsOn"),
                    PrintedJson.Word(one, "status", Studies),
                    Text(one, "orderNumber"),
                    Text(one, "note"),
                    Number(one, "bondDays", "N0"),
                    Day(one, "bondUntil"),
                ]
        );
        yield return Section("การพัฒนาข้าราชการบรรจุใหม่");
        yield return Listed(
            me,
            "inductions",
            ["หลักสูตร", "วันแรก", "สถานะ", "วันที่ตัดสิน", "คำสั่ง", "หมายเหตุ", "ขั้นตอน"],
            one =>
                [
                    Name(one, "programme"),
                    Day(one, "startsOn"),
                    PrintedJson.Word(one, "status", Inductions),
                    Day(one, "decidedOn"),
                    Text(one, "orderNumber"),
                    Text(one, "note"),
                    string.Join("\n", List(one, "steps").Select(Step)),
                ]
        );
        yield return Section("ชั่วโมงการพัฒนา");
        yield return Listed(
            me,
            "developmentHours",
            ["ปีงบประมาณ", "เกณฑ์", "นาทีในปี", "นาทีในรอบเกณฑ์", "ถึงเกณฑ์"],
            one =>
                [
                    Number(one, "fiscalYear", null),
                    Name(one, "rule"),
                    Number(one, "minutes", "N0"),
                    Number(one, "minutesInPeriod", "N0"),
                    Text(one, "met") switch
                    {
                        "True" => "ถึง",
                        "False" => "ไม่ถึง",
                        _ => null,
                    },
                ]
        );
        yield return Section("คำขอแก้ไขข้อมูล");
        yield return Listed(
            me,
            "correctionRequests",
            ["ยื่นเมื่อ", "คำขอ", "สถานะ", "คำตอบ", "ตอบเมื่อ"],
            one => [Day(one, "askedAt"), Text(one, "wish"), State(one), Text(one, "answer"), Day(one, "answeredAt")]
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

    private static string Applied(JsonElement assessment) =>
        $"{State(assessment, "by")}: {Number(assessment, "level", null) ?? State(assessment) ?? None}";

    /// <summary>A step of an induction, with everything that is recorded of it.</summary>
    private static string Step(JsonElement step)
    {
        var done = Day(step, "doneOn") is { } day ? $"ทำเมื่อ {day}" : $"กำหนด {Day(step, "dueOn")}";
        string?[] told =
        [
            done,
            PrintedJson.Word(step, "result", Inductions),
            Text(step, "score") is { } score ? $"{PrintedJson.Thai(score)} คะแนน" : null,
            Text(step, "note"),
            Text(step, "evidence"),
        ];
        return $"{Text(step, "name")}: {string.Join(", ", told.Where(one => one is not null))}";
    }

    /// <summary>A list as a table. Where the list is longer than what is printed, its last row says so.</summary>
    private static PrintedPart.Table Listed(
        JsonElement row,
        string list,
        IReadOnlyList<string> header,
        Func<JsonElement, string?[]> cells
    )
    {
        List<IReadOnlyList<string>> rows =
        [
            .. List(row, list).Select(one => (IReadOnlyList<string>)[.. cells(one).Select(cell => cell ?? None)]),
        ];
        if (HasMore(row.GetProperty(list)))
            rows.Add(["มีรายการเพิ่มเติมที่ไม่ได้แสดง", .. header.Skip(1).Select(_ => "")]);
        return new PrintedPart.Table(header, rows);
    }

    private static bool HasMore(JsonElement list) =>
        list.ValueKind == JsonValueKind.Object
        && list.TryGetProperty("pageInfo", out var page)
        && page.EnumerateObject().Any(one => one.Value.ValueKind == JsonValueKind.True);

    private static string? State(JsonElement row, string field = "status") => PrintedJson.Word(row, field, States);
}
