using TeacherDevPlan.Domain.Budgets;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Indicators;
using TeacherDevPlan.Domain.Plans.Document;
using TeacherDevPlan.Domain.Vocabulary;

namespace TeacherDevPlan.Domain.Tests.Findings;

/// <summary>A small plan that agrees with itself, with something for every rule to look at.</summary>
internal static class CleanPlan
{
    public const string OfficeName = "สำนักงานเขตพื้นที่การศึกษาประถมศึกษาหนองคาย เขต ๒";

    public static PlanFile Create() =>
        new(Office(), StrategicPlan(), DevelopmentPlan())
        {
            NeedsSurveys =
            [
                new NeedsSurveyDocument(
                    new DateOnly(2022, 10, 30),
                    1167,
                    [
                        new SurveyTopicDocument(1, "เทคโนโลยีดิจิทัล", 876, 75.06m),
                        new SurveyTopicDocument(2, "การวัดผล", 499, 42.76m),
                        new SurveyTopicDocument(3, "หลักสูตร", 487, 41.73m),
                    ]
                ),
            ],
            Datasets = Datasets(),
        };

    /// <summary>The same as if it had been read from a document: where its parts are printed is known.</summary>
    public static PlanFile FromDocument()
    {
        var plan = Create();
        foreach (var project in plan.DevelopmentPlan.Projects)
        {
            var (line, row) = (100 * project.Number, 1);
            foreach (var member in (string[])["", "listed", "strategy", "responsibleUnit", "period", "statedBudget"])
                plan.Sources.Add(project, member, new Source(line++, null, null, null, member));
            foreach (var activity in project.Activities.SelectMany(a => a.SubActivities.Prepend(a)))
                Place(plan.Sources, activity, line++, ++row, 1);
            Place(plan.Sources, project, line, ++row, 1);
        }

        return plan;
    }

    /// <summary>Says where a row of a spending table is printed: its name in one column, its amounts in those after it.</summary>
    public static void Place(SourceMap sources, object part, int line, int row, int nameColumn)
    {
        if (part is ActivityDocument)
            sources.Add(part, "", new Source(line, 1, row, nameColumn, "name"));
        string[] members = ["q1", "q2", "q3", "q4", "total"];
        for (var i = 0; i < members.Length; i++)
            sources.Add(part, members[i], new Source(line, 1, row, nameColumn + 1 + i, members[i]));
    }

    public static ActivityDocument Row(string number, params decimal?[] amounts) =>
        new(number, $"กิจกรรม {number}", amounts[0], amounts[1], amounts[2], amounts[3], amounts[4]);

    public static NumberedTextDocument[] Items(params string[] numbers) =>
        [.. numbers.Select(number => new NumberedTextDocument(number, $"ข้อความของข้อ {number}"))];

    private static OfficeDocument Office() =>
        new(
            "TH-43-P2",
            OfficeName,
            OfficeKind.Primary,
            "หนองคาย",
            ["โพนพิสัย", "รัตนวาปี", "เฝ้าไร่"],
            [
                new OrgUnitDocument(1, "กลุ่มอำนวยการ"),
                new OrgUnitDocument(2, "กลุ่มนโยบายและแผน"),
                new OrgUnitDocument(3, "กลุ่มนิเทศ ติดตามและประเมินผลการจัดการศึกษา"),
            ]
        )
        {
            Staff =
            [
                new StaffMemberDocument("นางจุฬารัตน์ จันทาริ", "ศึกษานิเทศก์", 3, null),
                new StaffMemberDocument("นางจุฬารัตน์ ศรีบุญเรือง", "นักทรัพยากรบุคคล", 1, null),
            ],
        };

    private static StrategicPlanDocument StrategicPlan() =>
        new(
            2566,
            2568,
            "วิสัยทัศน์",
            "ค่านิยม",
            [
                new StrategyDocument(1, "ยกระดับคุณภาพการศึกษา ในศตวรรษที่ ๒๑")
                {
                    Objectives = Items("1", "2", "3"),
                    Indicators =
                    [
                        Indicator(1, "ร้อยละของเด็กออกกลางคัน กลับเข้าสู่ระบบ", "ร้อยละ", 80, 85, 90),
                        Indicator(2, "อัตราการออกกลางคัน", "ร้อยละ", 3, 2, 2),
                        Indicator(3, "จำนวนโรงเรียนคุณภาพ", "แห่ง", 10, 120, 130),
                    ],
                    Guidelines =
                    [
                        new GuidelineDocument(1, null, "แนวทาง", ResponsibleLevel.Office),
                        new GuidelineDocument(2, null, "แนวทาง", ResponsibleLevel.Office),
                    ],
                },
                new StrategyDocument(2, "เพิ่มประสิทธิภาพการบริหารจัดการศึกษา"),
            ]
        )
        {
            Missions = Items("1", "2", "3"),
            Goals = Items("1", "2"),
            SuccessFactors = Items("1", "2", "2.1", "2.2", "3"),
        };

    private static IndicatorDocument Indicator(int number, string name, string unit, params decimal[] targets) =>
        new(
            number,
            name,
            unit,
            ResponsibleLevel.Office,
            [.. targets.Select((target, i) => new IndicatorTargetDocument(2566 + i, target))]
        );

    private static DevelopmentPlanDocument DevelopmentPlan() =>
        new(2566, "แผนพัฒนาครูและบุคลากรทางการศึกษา ปีงบประมาณ พ.ศ. ๒๕๖๖", [First(), Second(), Third()])
        {
            Needs = Items("1", "1.1", "1.2", "2", "2.1", "2.2", "2.3"),
            FocusPoints = Items("1", "2", "3"),
            Calendar =
            [
                new CalendarStepDocument(1, "วิเคราะห์ปัญหา", ["2022-10", "2022-11"]),
                new CalendarStepDocument(2, "สพป.หนองคาย เขต ๒ อนุมัติงบประมาณ", ["2022-12"]),
                new CalendarStepDocument(3, "รายงานผล", ["2023-09"]),
            ],
            Sections = Sections(),
        };

    private static SectionDocument[] Sections() =>
        [
            new("1", "ข้อมูลทั่วไป", 1, []),
            new(
                "1",
                "ความเป็นมา",
                2,
                [
                    new("1", $"{OfficeName} เป็นหน่วยงานทางการศึกษา"),
                    new("2", "มีอำนาจหน้าที่ ดังนี้"),
                    new("1", "จัดทำนโยบาย"),
                    new("2", "วิเคราะห์งบประมาณ"),
                    new("ก", "งบลงทุน"),
                    new("ข", "งบดำเนินงาน"),
                    new("3", "ประสาน ส่งเสริม"),
                ]
            ),
            new("2", "ข้อมูลพื้นฐาน", 2, []),
            new(
                "2.1",
                "สภาพบริบท",
                3,
                [
                    new(
                        "1",
                        "ครอบคลุม ๓ อำเภอ ได้แก่ อำเภอโพนพิสัย อำเภอรัตนวาปี และอำเภอเฝ้าไร่ โดยมีโรงเรียนในสังกัด รวม ๑๐๑ โรงเรียน ประกอบด้วย โรงเรียนหลัก ๙๙ โรงเรียน และโรงเรียนสาขา ๒ โรงเรียน"
                    ),
                    new(
                        "2",
                        "จังหวัดใกล้เคียง ประกอบด้วย สำนักงานเขตพื้นที่การศึกษาประถมศึกษาหนองคาย เขต ๑ และสำนักงานเขตพื้นที่การศึกษาประถมศึกษาบึงกาฬ"
                    ),
                    new("3", "จำนวนทั้งสิ้น ๖๔๑ คน แบ่งเป็น นักเรียนชาย ๔๒๙ คน นักเรียนหญิง ๒๑๒ คน พบ ๗ คน"),
                ]
            ),
            new("2", "โครงการ", 1, [new("1", "โดยมีโครงการ จำนวน ๓ โครงการ ดังนี้")]),
            new("3", "การรายงานผล", 1, []),
            new(
                "1",
                "การรายงาน",
                2,
                [
                    new("1", "ไตรมาสที่ ๑ รอบ ๓ เดือน ไตรมาสที่ ๒ รอบ ๖ เดือน ดังนี้"),
                    new("2", "ไตรมาสที่ ๑ รอบการปฏิบัติงานระหว่างเดือน ตุลาคม ๒๕๖๕ - ธันวาคม ๒๕๖๕"),
                    new("3", "ไตรมาสที่ ๒ รอบการปฏิบัติงานระหว่างเดือน มกราคม ๒๕๖๖ - มีนาคม ๒๕๖๖"),
                    new("4", "ติดตาม เป็น ๓ ระยะ คือ ๑) ก่อน ๒) ระหว่าง ๓) หลังดำเนินการ"),
                ]
            ),
        ];

    private static ProjectDocument First() =>
        Project(
            1,
            [
                Row("1", 1000, 2000, 0, 0, 3000),
                Row("2", null, null, null, null, null) with
                {
                    SubActivities = [Row("2.1", 0, 500, 500, 0, 1000), Row("2.2", 0, 0, 0, 6000, 6000)],
                },
                Row("3", 0, 0, 0, 0, 0),
            ],
            new PrintedAmounts(1000, 2500, 500, 6000, 10_000)
        ) with
        {
            FundingSources =
            [
                new FundingSourceDocument(FundingKind.Office, 4000),
                new FundingSourceDocument(FundingKind.External, 6000),
            ],
            Rationale = "ซึ่งดำเนินการ ๒ กิจกรรม ดังนี้ (๑) กิจกรรมหนึ่ง และ (๒) กิจกรรมสอง",
        };

    private static ProjectDocument Second() =>
        Project(
            2,
            [
                Row("1", 0, 300, 200, 0, 500) with
                {
                    SubActivities = [Row("1.1", 0, 300, 0, 0, 300), Row("1.2", 0, 0, 200, 0, 200)],
                },
                Row("2", 0, 0, 4500, 0, 4500),
            ],
            new PrintedAmounts(0, 300, 4700, 0, 5000)
        ) with
        {
            StartsOn = new DateOnly(2023, 1, 1),
            EndsOn = new DateOnly(2023, 6, 30),
        };

    private static ProjectDocument Third() =>
        Project(3, [Row("1", 0, 0, 0, 2000, 2000)], new PrintedAmounts(0, 0, 0, 2000, 2000));

    private static ProjectDocument Project(
        int number,
        IReadOnlyList<ActivityDocument> activities,
        PrintedAmounts totals
    ) =>
        new(
            number,
            $"โครงการพัฒนาครูด้านที่ {number}",
            ProjectNature.New,
            ProjectStatus.Approved,
            1,
            "ยกระดับคุณภาพการศึกษาในศตวรรษที่ 21",
            3,
            "กลุ่มนิเทศติดตาม และประเมินผลการจัดการศึกษา",
            [new ProjectOwnerDocument("นางจุฬารัตน์ จันทาริ", "ศึกษานิเทศก์")],
            new DateOnly(2022, 10, 1),
            new DateOnly(2023, 9, 30),
            null,
            $"ณ {OfficeName}",
            true,
            [new FundingSourceDocument(FundingKind.Office, totals.Total ?? 0)],
            totals.Total ?? 0,
            null,
            activities,
            totals,
            [
                Kpi("1", KpiKind.Quantitative),
                Kpi("2", KpiKind.Quantitative),
                Kpi("3", KpiKind.Quantitative),
                Kpi("1", KpiKind.Qualitative),
            ]
        )
        {
            NamePrinted = $"พัฒนาครูด้านที่ {number}",
            Headings = Items("1", "2", "3", "4"),
            Objectives = Items("2.1", "2.2", "2.3"),
            OutputTargets = Items("3.1.1", "3.1.2", "3.1.3"),
            OutcomeTargets = Items("3.2.1", "3.2.2"),
            SuccessMeasures = Items("4.1", "4.1.1", "4.1.2", "4.2", "4.2.1"),
            ExpectedResults = Items("9.1", "9.2", "9.3"),
        };

    private static ProjectKpiDocument Kpi(string number, KpiKind kind) =>
        new(number, null, kind, "ครูได้รับการพัฒนา", "ร้อยละ ๘๐", 80, "ร้อยละ")
        {
            Methods = ["สังเกต"],
            Tools = ["แบบ"],
        };

    private static DatasetDocument[] Datasets() =>
        [
            Table(
                "table-1",
                "จำนวนโรงเรียน",
                ["ขนาดโรงเรียน", "อำเภอ"],
                ["โพนพิสัย", "รัตนวาปี", "เฝ้าไร่", "รวม"],
                ("ขนาดเล็ก", [32, 20, 6, 58]),
                ("ขนาดกลาง", [22, 6, 15, 43]),
                ("รวม", [54, 26, 21, 101])
            ),
            Table(
                "table-2",
                "การเปรียบเทียบจำนวนนักเรียน",
                ["ระดับ", "ปี"],
                ["2564", "2565"],
                ("อนุบาล ๑", [55, 59]),
                ("อนุบาล ๒", [10, 11]),
                ("รวมก่อนประถมศึกษา", [65, 70]),
                ("ป.๑", [20, 30]),
                ("ป.๒", [40, 50]),
                ("รวมประถมศึกษา", [60, 80]),
                ("รวมทั้งสิ้น", [125, 150])
            ),
            Staff(),
            Table(
                "table-4",
                "บุคลากร",
                ["กลุ่ม / หน่วย", "ระดับ"],
                ["ปฏิบัติการ", "ชำนาญการ", "รวมข้าราชการ", "ลูกจ้าง", "รวมลูกจ้าง", "รวม ทั้งหมด"],
                ("กลุ่มอำนวยการ", [2, 3, 5, 7, 7, 12]),
                ("กลุ่มนิเทศ ติดตามและ ประเมินผลการจัดการศึกษา", [1, 10, 11, 1, 1, 12]),
                ("รวม", [3, 13, 16, 8, 8, 24])
            ),
            Table(
                "table-5",
                "คะแนน O-NET",
                ["กลุ่มสาระ", "ปี"],
                ["2562", "2563", "เปรียบเทียบ ๒๕๖๓ - ๒๕๖๒"],
                ("ภาษาไทย", [46.08m, 51.67m, 5.59m]),
                ("ภาษาอังกฤษ", [28.68m, 34.28m, 5.60m]),
                ("เฉลี่ย ๒ กลุ่มสาระ", [37.38m, 42.98m, 5.60m])
            ),
            Scores(),
            Table(
                "table-7",
                "คะแนน ITA",
                ["ปีงบประมาณ", "รายการ"],
                ["ค่าคะแนนเฉลี่ยรวม", "พัฒนาการ"],
                ("2563", [86.35m, 0]),
                ("2564", [87.56m, 1.21m]),
                ("2565", [95.28m, 7.72m])
            ),
            new(
                "needs-survey-respondents",
                "ผู้ตอบแบบสำรวจ",
                null,
                ["ประเภทบุคลากร"],
                [Cell(["ครู"], 1000), Cell(["ลูกจ้าง"], 167), Cell(["รวมทั้งสิ้น"], 1167)]
            ),
        ];

    private static DatasetDocument Staff()
    {
        (string, string, string, decimal, decimal)[] rows =
        [
            ("๑. ผู้อำนวยการ", "ชำนาญการ", "คศ.๒", 3, 1),
            ("๑. ผู้อำนวยการ", "ชำนาญการพิเศษ", "คศ.๓", 68, 18),
            ("๑. ผู้อำนวยการ", "รวม", "-", 71, 19),
            ("๒. ครู", "-", "คศ.๑", 70, 200),
            ("๒. ครู", "ชำนาญการ", "คศ.๒", 20, 40),
            ("๒. ครู", "รวม", "-", 90, 240),
            ("๓. ลูกจ้าง", "-", "-", 32, 0),
            ("รวมทั้งหมด", "รวมทั้งหมด", "รวมทั้งหมด", 193, 259),
        ];
        return new DatasetDocument(
            "table-3",
            "จำนวนครู",
            null,
            ["ตำแหน่ง", "วิทยฐานะ", "ระดับตำแหน่ง", "เพศ"],
            [
                .. rows.SelectMany(row =>
                    (ObservationDocument[])
                        [
                            Cell([row.Item1, row.Item2, row.Item3, "ชาย"], row.Item4),
                            Cell([row.Item1, row.Item2, row.Item3, "หญิง"], row.Item5),
                            Cell([row.Item1, row.Item2, row.Item3, "รวม"], row.Item4 + row.Item5),
                        ]
                ),
            ]
        );
    }

    private static DatasetDocument Scores() =>
        new(
            "table-6",
            "คะแนนเฉลี่ย NT",
            null,
            ["ข้อมูล", "ด้าน", "ปี"],
            [
                Cell(["เขต", "ด้านภาษา", "2562"], 42.98m),
                Cell(["เขต", "ด้านภาษา", "2563"], 39.47m),
                Cell(["เขต", "ด้านคำนวณ", "2562"], 43.63m),
                Cell(["เขต", "ด้านคำนวณ", "2563"], 46.56m),
                Cell(["เขต", "รวมความสามารถ ๒ ด้าน", "2562"], 43.31m),
                Cell(["เขต", "รวมความสามารถ ๒ ด้าน", "2563"], 43.01m),
            ]
        );

    public static DatasetDocument Table(
        string code,
        string title,
        IReadOnlyList<string> dimensions,
        IReadOnlyList<string> columns,
        params (string Label, decimal[] Values)[] rows
    ) =>
        new(
            code,
            title,
            null,
            dimensions,
            [.. rows.SelectMany(row => columns.Select((column, i) => Cell([row.Label, column], row.Values[i])))]
        );

    private static ObservationDocument Cell(IReadOnlyList<string> at, decimal value) =>
        new(at, value, $"{value}", at.Any(label => label.StartsWith("รวม", StringComparison.Ordinal)));
}
