using System.Globalization;
using System.Text.Json;
using TeacherDevPlan.Infrastructure.Documents;
using static TeacherDevPlan.Api.Http.Documents.PrintedJson;

namespace TeacherDevPlan.Api.Http.Documents;

/// <summary>
/// A quarterly report as a document in Thai. It is the answer to one query, so it holds what the caller may read: what is
/// null is left out.
/// </summary>
internal sealed class QuarterlyReportPage
{
    public const string Query = """
        query ($id: ID!) { quarterlyReport(id: $id) {
            quarter fiscalYear revision status endsOn assembledAt submittedAt submittedBy summary problems suggestions
            office { name } plan { title } money { ...Money }
            projects { number name strategy unit status workDone issues correctiveAction money { ...Money }
                kpis { name targetText result resultText status } }
            indicators { strategy number name unit target result status }
            events { projectNumber title form startsOn endsOn status people { ...People } }
            people { ...People } } }
        fragment Money on ReportedMoney { planned revised paidInQuarter paidToDate committed remaining rate }
        fragment People on QuarterlyReportPeople { enrolled attended completed minutes }
        """;

    private static readonly Dictionary<string, string> States = new()
    {
        ["APPROVED"] = "อนุมัติแล้ว",
        ["IN_PROGRESS"] = "กำลังดำเนินการ",
        ["COMPLETED"] = "เสร็จสิ้น",
        ["CANCELLED"] = "ยกเลิก",
        ["PLANNED"] = "วางแผน",
        ["OPEN"] = "เปิดรับสมัคร",
        ["REPORTED"] = "รายงานผลแล้ว",
        ["ACHIEVED"] = "บรรลุ",
        ["ON_TRACK"] = "ใกล้บรรลุ",
        ["OFF_TRACK"] = "ไม่บรรลุ",
        ["NOT_REPORTED"] = "ยังไม่รายงาน",
    };

    private static readonly string[] MoneyFields =
    [
        "planned",
        "revised",
        "paidInQuarter",
        "paidToDate",
        "committed",
        "remaining",
        "rate",
    ];

    private static readonly string[] CountFields = ["enrolled", "attended", "completed"];

    private readonly JsonElement report;
    private readonly IReadOnlySet<string> refused;
    private int section;

    private QuarterlyReportPage(JsonElement report, IReadOnlySet<string> refused) =>
        (this.report, this.refused) = (report, refused);

    /// <param name="answer">The data of the answer to <see cref="Query"/>.</param>
    /// <param name="refused">The fields that the caller may not read.</param>
    public static PrintedDocument? Of(JsonElement answer, IReadOnlySet<string> refused)
    {
        if (answer.GetProperty("quarterlyReport") is not { ValueKind: JsonValueKind.Object } report)
            return null;
        var page = new QuarterlyReportPage(report, refused);
        return new PrintedDocument(page.Title(), [.. page.Parts()]);
    }

    private string Title()
    {
        var quarter = Text(report, "quarter")![1] - '0';
        return Thai(
            $"รายงานผลการดำเนินงานตามแผนพัฒนาครูและบุคลากร ไตรมาสที่ {quarter} (รอบ {3 * quarter} เดือน) ปีงบประมาณ พ.ศ. {Text(report, "fiscalYear")}"
        );
    }

    private IEnumerable<PrintedPart> Parts()
    {
        yield return new PrintedPart.Heading(1, Title());
        yield return new PrintedPart.Paragraph(Text(report.GetProperty("office"), "name") ?? "");
        yield return new PrintedPart.Paragraph(State());
        foreach (var part in Words("summary", "สรุปผลการดำเนินงาน"))
            yield return part;
        yield return Section("งบประมาณ (บาท)");
        yield return Budget();
        yield return Section("ผลการดำเนินงานรายโครงการ");
        foreach (var part in Projects())
            yield return part;
        yield return Section("ตัวชี้วัดตามกลยุทธ์");
        yield return Indicators();
        yield return Section("การพัฒนาครูและบุคลากรในไตรมาส");
        yield return Events();
        foreach (var part in Words("problems", "ปัญหาและอุปสรรค").Concat(Words("suggestions", "ข้อเสนอแนะ")))
            yield return part;
    }

    /// <summary>The office's own words. That there are none is said only to those who may read them.</summary>
    private PrintedPart[] Words(string field, string title) =>
        refused.Contains(field) ? [] : [Section(title), new PrintedPart.Paragraph(Text(report, field) ?? None)];

    private PrintedPart.Heading Section(string title) => new(2, Thai($"{++section}. ") + title);

    private string State()
    {
        var revision =
            Text(report, "revision") == "1"
                ? ""
                : $" ฉบับแก้ไขครั้งที่ {report.GetProperty("revision").GetInt32() - 1}";
        var state = Day(report, "submittedAt") is { } submitted
            ? $"ส่งเมื่อ {submitted}{(Text(report, "submittedBy") is { } by ? $" โดย {by}" : "")}"
            : "ฉบับร่าง";
        return $"{state}{Thai(revision)} ข้อมูล ณ วันที่ {Day(report, "assembledAt")}";
    }

    private PrintedPart.Table Budget() =>
        new(
            [
                "ที่",
                "โครงการ",
                "งบประมาณตามแผน",
                "หลังโอน",
                "เบิกจ่ายในไตรมาส",
                "เบิกจ่ายสะสม",
                "ผูกพัน",
                "คงเหลือ",
                "ร้อยละที่เบิกจ่าย",
            ],
            [
                .. List(report, "projects")
                    .Select(project => Money(project, Thai(Text(project, "number")!), Text(project, "name")!)),
                Money(report, "", "รวมทั้งสิ้น"),
            ],
            2
        );

    private IEnumerable<PrintedPart> Projects()
    {
        string? strategy = null;
        foreach (var project in List(report, "projects"))
        {
            if (Text(project, "strategy") is { } its && its != strategy)
                yield return new PrintedPart.Heading(3, strategy = its);
            yield return new PrintedPart.Heading(
                4,
                Thai($"โครงการที่ {Text(project, "number")} ") + Text(project, "name")
            );
            var done = Text(project, "workDone") is { } percent ? $" ความก้าวหน้าร้อยละ {percent}" : "";
            yield return new PrintedPart.Paragraph(
                $"ผู้รับผิดชอบ: {Text(project, "unit")}  สถานะ: {Word(project)}{Thai(done)}"
            );
            var kpis = List(project, "kpis").ToList();
            if (kpis.Count > 0)
                yield return new PrintedPart.Table(
                    ["ตัวชี้วัดความสำเร็จ", "ค่าเป้าหมาย", "ผล", "สถานะ"],
                    [
                        .. kpis.Select(kpi =>
                            new[]
                            {
                                Text(kpi, "name")!,
                                Text(kpi, "targetText")!,
                                Number(kpi, "result", null) ?? Text(kpi, "resultText") ?? None,
                                Word(kpi),
                            }
                        ),
                    ]
                );
            if (Text(project, "issues") is { Length: > 0 } issues)
                yield return new PrintedPart.Paragraph($"ปัญหาอุปสรรค: {issues}");
            if (Text(project, "correctiveAction") is { Length: > 0 } action)
                yield return new PrintedPart.Paragraph($"แนวทางแก้ไข: {action}");
        }
    }

    private PrintedPart.Table Indicators() =>
        new(
            ["กลยุทธ์", "ตัวชี้วัด", "หน่วยนับ", "เป้าหมาย", "ผล", "สถานะ"],
            [
                .. List(report, "indicators")
                    .Select(one =>
                        new[]
                        {
                            Text(one, "strategy")!,
                            $"{Thai(Text(one, "number")!)}. {Text(one, "name")}",
                            Text(one, "unit")!,
                            Number(one, "target", null)!,
                            Number(one, "result", null) ?? None,
                            Word(one),
                        }
                    ),
            ]
        );

    private PrintedPart.Table Events()
    {
        var isCounted = Row(report, "people") is not null;
        string[] counts = isCounted ? ["ผู้ลงทะเบียน (คน)", "เข้าร่วม (คน)", "ผ่าน (คน)", "ชั่วโมงรวม"] : [];
        var rows = List(report, "events").Select(one => Event(one, isCounted)).ToList();
        if (isCounted)
            rows.Add(["", "รวม (นับแต่ละคนครั้งเดียว)", "", "", "", .. Counts(report.GetProperty("people"))]);
        return new PrintedPart.Table(["โครงการที่", "กิจกรรม", "รูปแบบ", "วันที่", "สถานะ", .. counts], rows, 5);
    }

    private static string[] Event(JsonElement one, bool isCounted)
    {
        var (first, last) = (Day(one, "startsOn")!, Day(one, "endsOn")!);
        return
        [
            Thai(Text(one, "projectNumber") ?? None),
            Text(one, "title")!,
            Text(one, "form")!,
            first == last ? first : $"{first} – {last}",
            Word(one),
            .. isCounted ? Counts(one.GetProperty("people")) : [],
        ];
    }

    private static string[] Counts(JsonElement people) =>
        [
            .. CountFields.Select(name => Number(people, name, "N0") ?? None),
            Thai((people.GetProperty("minutes").GetDecimal() / 60).ToString("N1", CultureInfo.InvariantCulture)),
        ];

    private static string[] Money(JsonElement row, string number, string name)
    {
        var money = row.GetProperty("money");
        return [number, name, .. MoneyFields.Select(field => Number(money, field, "N2") ?? None)];
    }

    private static string Word(JsonElement row) => PrintedJson.Word(row, "status", States) ?? None;
}
