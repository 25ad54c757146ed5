using TeacherDevPlan.Domain.Budgets;
using TeacherDevPlan.Domain.Findings.Rules;
using TeacherDevPlan.Domain.Plans.Document;

namespace TeacherDevPlan.Domain.Tests.Findings;

/// <summary>One fault at a time is put into a clean plan: it is found, and nothing else is.</summary>
public sealed class PlantedFaultTests
{
    /// <summary>What is changed, and all that must be found: "CODE place: stated, computed".</summary>
    private static readonly Dictionary<string, (Func<PlanFile, PlanFile> Edit, string[] Found)> Plants = new()
    {
        ["the total of an activity"] = (
            plan => plan.Activity(1, "1", a => a with { Total = 3500 }),
            ["ACTIVITY_ROW_SUM project 1/activity 1/total: 3,500, 3,000"]
        ),
        ["a quarter of an activity"] = (
            plan => plan.Activity(1, "1", a => a with { Q2 = 1500 }),
            [
                "ACTIVITY_ROW_SUM project 1/activity 1/total: 3,000, 2,500",
                "QUARTER_COLUMN_SUM project 1/totals/q2: 2,500, 2,000",
            ]
        ),
        ["a quarter of a sub-activity that its heading does not sum up"] = (
            plan => plan.Activity(1, "2.1", a => a with { Q3 = 400 }),
            [
                "ACTIVITY_ROW_SUM project 1/activity 2.1/total: 1,000, 900",
                "QUARTER_COLUMN_SUM project 1/totals/q3: 500, 400",
            ]
        ),
        ["a quarter of a sub-activity that its parent sums up"] = (
            plan => plan.Activity(2, "1.2", a => a with { Q3 = 250, Total = 250 }),
            ["SUB_ACTIVITY_SUM project 2/activity 1/subActivities: 200; 500, 250; 550"]
        ),
        ["a quarter of the total row"] = (
            plan => plan.Project(1, p => p with { PrintedTotals = p.PrintedTotals! with { Q3 = 900 } }),
            ["QUARTER_COLUMN_SUM project 1/totals/q3: 900, 500"]
        ),
        ["the total of the total row"] = (
            plan => plan.Project(1, p => p with { PrintedTotals = p.PrintedTotals! with { Total = 11_000 } }),
            ["TOTAL_ROW_SUM project 1/totals/total: 11,000, 10,000"]
        ),
        ["the row of an activity that is right in itself"] = (
            plan => plan.Activity(1, "3", a => a with { Q1 = 70, Total = 70 }),
            [
                "QUARTER_COLUMN_SUM project 1/totals/q1: 1,000, 1,070",
                "TOTAL_COLUMN_SUM project 1/totals/total: 10,000, 10,070",
            ]
        ),
        ["the stated budget"] = (
            plan => plan.Project(1, p => p with { StatedBudget = 12_000 }),
            ["STATED_BUDGET_TOTAL project 1/statedBudget: 12,000, 10,000"]
        ),
        ["a source of funding"] = (
            plan =>
                plan.Project(
                    1,
                    p => p with { FundingSources = [p.FundingSources[0], p.FundingSources[1] with { Amount = 6500 }] }
                ),
            ["FUNDING_SPLIT_SUM project 1/fundingSources: 10,000, 10,500"]
        ),
        ["the total row left out"] = (
            plan => plan.Project(2, p => p with { PrintedTotals = null }),
            ["MISSING_TOTAL project 2/totals: -, 5,000"]
        ),
        ["the total of an activity left out"] = (
            plan => plan.Activity(2, "2", a => a with { Total = null }),
            ["MISSING_TOTAL project 2/activity 2/total: -, 4,500"]
        ),
        ["a cell of a table"] = (
            plan => plan.Cell("table-1", 21, "ขนาดเล็ก", "รัตนวาปี"),
            [
                "DATASET_ROW_TOTAL dataset table-1/ขนาดเล็ก/รวม: 58, 59",
                "DATASET_COLUMN_TOTAL dataset table-1/รวม/รัตนวาปี: 26, 27",
            ]
        ),
        ["the total of a table's row"] = (
            plan => plan.Cell("table-1", 60, "ขนาดเล็ก", "รวม"),
            ["DATASET_ROW_TOTAL dataset table-1/ขนาดเล็ก/รวม: 60, 58"]
        ),
        ["the total of a table's column"] = (
            plan => plan.Cell("table-1", 28, "รวม", "รัตนวาปี"),
            ["DATASET_COLUMN_TOTAL dataset table-1/รวม/รัตนวาปี: 28, 26"]
        ),
        ["the total of a table's totals"] = (
            plan => plan.Cell("table-1", 104, "รวม", "รวม"),
            ["DATASET_GRAND_TOTAL dataset table-1/รวม/รวม: 104, 101"]
        ),
        ["a sub-total of rows"] = (
            plan => plan.Cell("table-2", 81, "รวมประถมศึกษา", "2565"),
            ["DATASET_COLUMN_TOTAL dataset table-2/รวมประถมศึกษา/2565: 81, 80"]
        ),
        ["a sub-total of rows that the grand total follows"] = (
            plan => plan.Cell("table-2", 81, "รวมประถมศึกษา", "2565").Cell("table-2", 151, "รวมทั้งสิ้น", "2565"),
            ["DATASET_COLUMN_TOTAL dataset table-2/รวมประถมศึกษา/2565: 81, 80"]
        ),
        ["a grand total of sub-totals"] = (
            plan => plan.Cell("table-2", 126, "รวมทั้งสิ้น", "2564"),
            ["DATASET_GRAND_TOTAL dataset table-2/รวมทั้งสิ้น/2564: 126, 125"]
        ),
        ["a sub-total in nested rows"] = (
            plan => plan.Cell("table-3", 91, "๒. ครู", "รวม", "-", "ชาย"),
            ["DATASET_COLUMN_TOTAL dataset table-3/๒. ครู/รวม/-/ชาย: 91, 90"]
        ),
        ["a grand total of nested rows"] = (
            plan => plan.Cell("table-3", 194, "รวมทั้งหมด", "รวมทั้งหมด", "รวมทั้งหมด", "ชาย"),
            ["DATASET_GRAND_TOTAL dataset table-3/รวมทั้งหมด/รวมทั้งหมด/รวมทั้งหมด/ชาย: 194, 193"]
        ),
        ["a sub-total of columns"] = (
            plan => plan.Cell("table-4", 6, "กลุ่มอำนวยการ", "รวมข้าราชการ"),
            ["DATASET_ROW_TOTAL dataset table-4/กลุ่มอำนวยการ/รวมข้าราชการ: 6, 5"]
        ),
        ["the total of sub-totals of columns"] = (
            plan => plan.Cell("table-4", 13, "กลุ่มอำนวยการ", "รวม ทั้งหมด"),
            ["DATASET_GRAND_TOTAL dataset table-4/กลุ่มอำนวยการ/รวม ทั้งหมด: 13, 12"]
        ),
        ["a row of totals one column to the right"] = (
            plan =>
                plan.Cell("table-3", 0, "๑. ผู้อำนวยการ", "รวม", "-", "ชาย")
                    .Cell("table-3", 71, "๑. ผู้อำนวยการ", "รวม", "-", "หญิง")
                    .Cell("table-3", 19, "๑. ผู้อำนวยการ", "รวม", "-", "รวม"),
            ["SHIFTED_ROW dataset table-3/๑. ผู้อำนวยการ/รวม/-: 0 | 71 | 19, 71 | 19 | 90"]
        ),
        ["a difference of two years"] = (
            plan => plan.Cell("table-5", 5.95m, "ภาษาไทย", "เปรียบเทียบ ๒๕๖๓ - ๒๕๖๒"),
            ["DATASET_DIFFERENCE dataset table-5/ภาษาไทย/เปรียบเทียบ ๒๕๖๓ - ๒๕๖๒: +5.95, +5.59"]
        ),
        ["the progress since the year before"] = (
            plan => plan.Cell("table-7", 1.12m, "2564", "พัฒนาการ"),
            ["DATASET_DIFFERENCE dataset table-7/2564/พัฒนาการ: +1.12, +1.21"]
        ),
        ["an average"] = (
            plan =>
                plan.Cell("table-5", 37.83m, "เฉลี่ย ๒ กลุ่มสาระ", "2562")
                    .Cell("table-5", 5.15m, "เฉลี่ย ๒ กลุ่มสาระ", "เปรียบเทียบ ๒๕๖๓ - ๒๕๖๒"),
            ["DATASET_AVERAGE dataset table-5/เฉลี่ย ๒ กลุ่มสาระ/2562: 37.83, 37.38"]
        ),
        ["a percentage beside a count"] = (
            plan =>
                plan with
                {
                    Datasets =
                    [
                        .. plan.Datasets,
                        new DatasetDocument(
                            "table-8",
                            "จำนวนครู",
                            null,
                            ["ตำแหน่ง", "รายการ"],
                            [
                                new ObservationDocument(["ครู", "จำนวน"], 134, "134"),
                                new ObservationDocument(["ครู", "ร้อยละ"], 75.71m, "75.71"),
                                new ObservationDocument(["ครูผู้ช่วย", "จำนวน"], 43, "43"),
                                new ObservationDocument(["ครูผู้ช่วย", "ร้อยละ"], 42.29m, "42.29"),
                                new ObservationDocument(["รวม", "จำนวน"], 177, "177", true),
                                new ObservationDocument(["รวม", "ร้อยละ"], 100, "100.00", true),
                            ]
                        ),
                    ],
                },
            ["DATASET_PERCENTAGE dataset table-8/ครูผู้ช่วย/ร้อยละ: 42.29, 24.29"]
        ),
        ["a combined score"] = (
            plan => plan.Cell("table-6", 43.13m, "เขต", "รวมความสามารถ ๒ ด้าน", "2562"),
            ["COMBINED_SCORE_MEAN dataset table-6/เขต/รวมความสามารถ ๒ ด้าน/2562: 43.13, 43.305"]
        ),
        ["a percentage of a survey"] = (
            plan => plan.Topic(2, topic => topic with { Percentage = 42.75m }),
            ["SURVEY_PERCENTAGE survey 2022-10-30/topic 2/percentage: 42.75, 42.76"]
        ),
        ["the demand of a survey"] = (
            plan => plan.Topic(2, topic => topic with { Demand = 1499 }),
            ["SURVEY_DEMAND_TOO_HIGH survey 2022-10-30/topic 2/demand: 1,499, 1,167"]
        ),
        ["the respondents of a survey"] = (
            plan => plan.Survey(survey => survey with { Respondents = 1176 }),
            ["SURVEY_RESPONDENTS survey 2022-10-30/respondents: 1,176, 1,167"]
        ),
        ["the total of a survey's respondents"] = (
            plan => plan.Cell("needs-survey-respondents", 1176, "รวมทั้งสิ้น"),
            ["DATASET_GRAND_TOTAL dataset needs-survey-respondents/รวมทั้งสิ้น: 1,176, 1,167"]
        ),
        ["a number left out"] = (
            plan => plan.Development(d => d with { Needs = CleanPlan.Items("1", "1.1", "1.3", "1.4", "2") }),
            ["NUMBERING_GAP needs/1.3: 1.3, 1.2"]
        ),
        ["a number left out at the end of a level"] = (
            plan => plan.Development(d => d with { Needs = CleanPlan.Items("1", "1.1", "1.2", "1.4", "2", "2.1") }),
            ["NUMBERING_GAP needs/1.4: 1.4, 1.3"]
        ),
        ["the first number left out"] = (
            plan => plan.Project(1, p => p with { Objectives = CleanPlan.Items("2.2", "2.3") }),
            ["NUMBERING_GAP project 1/objectives/2.2: 2.2, 2.1"]
        ),
        ["a project left out"] = (
            plan =>
                plan.Development(d => d with { Projects = [d.Projects[0], d.Projects[2]] })
                    .Text(4, 0, "๓ โครงการ", "๒ โครงการ"),
            ["NUMBERING_GAP projects/3: 3, 2"]
        ),
        ["a letter left out"] = (
            plan =>
                plan.Section(
                    1,
                    s => s with { Items = [.. s.Items.Select(i => i.Number == "ข" ? i with { Number = "ค" } : i)] }
                ),
            ["NUMBERING_GAP section 2/items/ค: ค, ข"]
        ),
        ["a table left out"] = (
            plan => plan with { Datasets = [.. plan.Datasets.Where(dataset => dataset.Code != "table-2")] },
            ["NUMBERING_GAP datasets/3: 3, 2"]
        ),
        ["a section left out"] = (
            plan => plan.Section(2, s => s with { Number = "3" }).Section(3, s => s with { Number = "3.1" }),
            ["NUMBERING_GAP section 1/sections/3: 3, 2"]
        ),
        ["a number twice"] = (
            plan => plan.Project(1, p => p with { Headings = CleanPlan.Items("1", "2", "3", "3", "4") }),
            ["NUMBERING_REPEAT project 1/headings/3#2: 3, 4"]
        ),
        ["a number twice instead of the next"] = (
            plan => plan.Project(1, p => p with { Headings = CleanPlan.Items("6", "7", "7", "9", "10") }),
            ["NUMBERING_GAP project 1/headings/6: 6, 1", "NUMBERING_REPEAT project 1/headings/7#2: 7, 8"]
        ),
        ["the number of an indicator of success twice"] = (
            plan => plan.Project(1, p => p with { Kpis = [p.Kpis[0], p.Kpis[1], p.Kpis[2] with { Number = "2" }] }),
            ["NUMBERING_REPEAT project 1/kpis 1/QUANTITATIVE/2#2: 2, 3"]
        ),
        ["two items exchanged"] = (
            plan => plan.Project(1, p => p with { ExpectedResults = CleanPlan.Items("9.1", "9.3", "9.2") }),
            ["NUMBERING_ORDER project 1/expectedResults/9.2: 9.2, -"]
        ),
        ["the number of a parent below which its old number stays"] = (
            plan => plan.Activity(1, "2", a => a with { Number = "3" }),
            ["NUMBERING_REPEAT project 1/activities/3: 3, 2"]
        ),
        ["sub-activities with another parent's number"] = (
            plan =>
                plan.Activity(1, "2.1", a => a with { Number = "3.1" })
                    .Activity(1, "2.2", a => a with { Number = "3.2" }),
            ["NUMBERING_ORDER project 1/activities/3.1: 3.1, 2.1"]
        ),
        ["the number of projects"] = (
            plan => plan.Text(4, 0, "๓ โครงการ", "๘ โครงการ"),
            ["COUNT_DIFFERS section 5/item 1/โครงการ 1: 8, 3"]
        ),
        ["the number of activities in a rationale"] = (
            plan => plan.Project(1, p => p with { Rationale = "ดำเนินการ ๓ กิจกรรม ดังนี้ (๑) หนึ่ง และ (๒) สอง" }),
            ["COUNT_DIFFERS project 1/rationale/กิจกรรม 1: 3, 2"]
        ),
        ["the number of districts"] = (
            plan => plan.Text(3, 0, "๓ อำเภอ", "๔ อำเภอ"),
            ["COUNT_DIFFERS section 4/item 1/อำเภอ 1: 4, 3"]
        ),
        ["the number of schools"] = (
            plan => plan.Text(3, 0, "๑๐๑", "๑๐๕"),
            ["COUNT_DIFFERS section 4/item 1/โรงเรียน 1: 105, 101"]
        ),
        ["the number of schools without their kinds"] = (
            plan =>
                plan.Text(
                    3,
                    0,
                    "รวม ๑๐๑ โรงเรียน ประกอบด้วย โรงเรียนหลัก ๙๙ โรงเรียน และโรงเรียนสาขา ๒ โรงเรียน",
                    "รวม ๑๐๕ โรงเรียน"
                ),
            ["SCHOOL_COUNT section 4/item 1/schools: 105, 101"]
        ),
        ["the number of pupils of a kind"] = (
            plan => plan.Text(3, 2, "๔๒๙", "๔๓๐"),
            ["COUNT_DIFFERS section 4/item 3/คน 1: 641, 642"]
        ),
        ["the name of a project in its chapter"] = (
            plan => plan.Project(1, p => p with { NamePrinted = "โครงการพัฒนาครูและบุคลากร" }),
            ["PROJECT_NAME_DIFFERS project 1/name: โครงการพัฒนาครูและบุคลากร, โครงการพัฒนาครูด้านที่ 1"]
        ),
        ["no strategy"] = (
            plan =>
                (
                    plan with
                    {
                        StrategicPlan = plan.StrategicPlan with
                        {
                            Strategies = [.. plan.StrategicPlan.Strategies, new(0, "(ไม่ระบุกลยุทธ์)")],
                        },
                    }
                ).Project(1, p => p with { Strategy = 0, StrategyPrinted = null }),
            ["PROJECT_WITHOUT_STRATEGY project 1/strategy: -, -"]
        ),
        ["the name of a strategy"] = (
            plan => plan.Project(1, p => p with { StrategyPrinted = "ยกย่องคุณภาพการศึกษา ในศตวรรษที่ ๒๑" }),
            [
                "PROJECT_STRATEGY_NAME project 1/strategy: ยกย่องคุณภาพการศึกษา ในศตวรรษที่ ๒๑, ยกระดับคุณภาพการศึกษา ในศตวรรษที่ ๒๑",
            ]
        ),
        ["no unit"] = (
            plan => plan.Project(1, p => p with { ResponsibleUnit = 0, ResponsibleUnitPrinted = null }),
            ["PROJECT_WITHOUT_UNIT project 1/responsibleUnit: -, -"]
        ),
        ["no owner"] = (
            plan => plan.Project(1, p => p with { Owners = [] }),
            ["PROJECT_WITHOUT_OWNER project 1/owners: -, -"]
        ),
        ["an owner without a position"] = (
            plan => plan.Project(1, p => p with { Owners = [p.Owners[0] with { Position = " " }] }),
            ["OWNER_WITHOUT_POSITION project 1/owners/นางจุฬารัตน์ จันทาริ: นางจุฬารัตน์ จันทาริ, -"]
        ),
        ["another position of the same person"] = (
            plan =>
                plan.Project(
                    3,
                    p => p with { Owners = [.. p.Owners, new("นางจุฬารัตน์ จันทาริ", "นักทรัพยากรบุคคล")] }
                ),
            ["PERSON_POSITIONS person นางจุฬารัตน์ จันทาริ/position: นักทรัพยากรบุคคล, ศึกษานิเทศก์"]
        ),
        ["no target of an indicator of success"] = (
            plan =>
                plan.Project(
                    1,
                    p => p with { Kpis = [.. p.Kpis.Take(3), p.Kpis[3] with { TargetText = null, TargetValue = null }] }
                ),
            ["EMPTY_KPI_TARGET project 1/kpis 1/QUALITATIVE 1: -, -"]
        ),
        ["no methods of indicators of success"] = (
            plan =>
                plan.Project(
                    1,
                    p => p with { Kpis = [p.Kpis[0], p.Kpis[1] with { Methods = [] }, p.Kpis[2] with { Tools = [] }] }
                ),
            ["EMPTY_KPI_METHOD project 1/kpis 1/methods: -, -"]
        ),
        ["a target of an indicator of success above 100 percent"] = (
            plan => plan.Project(1, p => p with { Kpis = [p.Kpis[0] with { TargetValue = 800 }] }),
            ["KPI_PERCENT_RANGE project 1/kpis 1/QUANTITATIVE 1: 800, 0-100"]
        ),
        ["the end of a project"] = (
            plan => plan.Project(1, p => p with { EndsOn = new DateOnly(2024, 9, 30) }),
            ["PERIOD_OUTSIDE_YEAR project 1/period: 1/10/2565 - 30/9/2567, 1/10/2565 - 30/9/2566"]
        ),
        ["a period that ends before its money is spent"] = (
            plan => plan.Project(2, p => p with { EndsOn = new DateOnly(2023, 3, 31) }),
            [
                "ACTIVITY_OUTSIDE_PERIOD project 2/activity 1/q3: 200, 1/1/2566 - 31/3/2566",
                "ACTIVITY_OUTSIDE_PERIOD project 2/activity 2/q3: 4,500, 1/1/2566 - 31/3/2566",
            ]
        ),
        ["a month of the calendar"] = (
            plan =>
                plan.Development(d => d with { Calendar = [d.Calendar[0] with { Months = ["2022-10", "2023-11"] }] }),
            ["CALENDAR_OUTSIDE_YEAR calendar/1: 2023-11, -"]
        ),
        ["the months of a report"] = (
            plan => plan.Text(6, 1, "ธันวาคม ๒๕๖๕", "ธันวาคม ๒๕๖๖"),
            ["REPORTING_PERIOD section 7/item 2/quarter 1: ตุลาคม ๒๕๖๕ - ธันวาคม ๒๕๖๖, ตุลาคม ๒๕๖๕ - ธันวาคม ๒๕๖๕"]
        ),
        ["the year of the title"] = (
            plan => plan.Development(d => d with { Title = "แผนพัฒนาครู ปีงบประมาณ พ.ศ. ๒๕๖ ๕" }),
            ["TITLE_YEAR title/year: 2565, 2566"]
        ),
        ["the spelling of a surname"] = (
            plan => plan.Project(3, p => p with { Owners = [p.Owners[0] with { Name = "นางจุฬารัตน์ จันทารี" }] }),
            [
                "PERSON_SPELLING person นางจุฬารัตน์ จันทาริ / นางจุฬารัตน์ จันทารี: นางจุฬารัตน์ จันทารี, นางจุฬารัตน์ จันทาริ",
            ]
        ),
        ["the spelling of a district"] = (
            plan => plan.Label("table-1", "เฝ้าไร่", "เผ่าไร่"),
            ["DISTRICT_SPELLING district เผ่าไร่: เผ่าไร่, เฝ้าไร่"]
        ),
        ["a district that is quite another"] = (
            plan => plan.Label("table-1", "โพนพิสัย", "โพธิ์ชัย"),
            ["DISTRICT_SPELLING district โพธิ์ชัย: โพธิ์ชัย, โพนพิสัย"]
        ),
        ["the spelling of a unit in a project"] = (
            plan =>
                plan.Project(1, p => p with { ResponsibleUnitPrinted = "กลุ่มนิเทศ ติดตามและประเมินการจัดการศึกษา" }),
            [
                "UNIT_SPELLING project 1/responsibleUnit: กลุ่มนิเทศ ติดตามและประเมินการจัดการศึกษา, กลุ่มนิเทศ ติดตามและประเมินผลการจัดการศึกษา",
            ]
        ),
        ["the spelling of a unit in a table"] = (
            plan => plan.Label("table-4", "กลุ่มอำนวยการ", "กลุ่มอำนวยกา"),
            ["UNIT_SPELLING dataset table-4/กลุ่มอำนวยกา: กลุ่มอำนวยกา, กลุ่มอำนวยการ"]
        ),
        ["the spelling of the office"] = (
            plan => plan.Text(1, 0, "ประถมศึกษาหนองคาย", "ประถมศึกษานองคาย"),
            [
                $"OFFICE_SPELLING office สำนักงานเขตพื้นที่การศึกษาประถมศึกษานองคายเขต2: สำนักงานเขตพื้นที่การศึกษาประถมศึกษานองคาย เขต ๒, {CleanPlan.OfficeName}",
            ]
        ),
        ["the office of another province"] = (
            plan => plan.Text(1, 0, "หนองคาย", "สุพรรณบุรี"),
            [
                $"OTHER_OFFICE office สำนักงานเขตพื้นที่การศึกษาประถมศึกษาสุพรรณบุรีเขต2: สำนักงานเขตพื้นที่การศึกษาประถมศึกษาสุพรรณบุรี เขต ๒, {CleanPlan.OfficeName}",
            ]
        ),
        ["the short name of another province's office"] = (
            plan =>
                plan.Development(d =>
                    d with
                    {
                        Calendar =
                        [
                            d.Calendar[0],
                            d.Calendar[1] with
                            {
                                Name = "สพป.สพ.๒ อนุมัติงบประมาณ",
                            },
                            d.Calendar[2],
                        ],
                    }
                ),
            [$"OTHER_OFFICE office สพป.สพ.2: สพป.สพ.๒, {CleanPlan.OfficeName}"]
        ),
        ["a target that falls"] = (
            plan => plan.Target(1, 2567, 75),
            ["INDICATOR_TARGET_FALLS strategy 1/indicator 1/targets/2567: 75, 80"]
        ),
        ["a target that should fall and rises"] = (
            plan => plan.Target(2, 2568, 5),
            ["INDICATOR_TARGET_FALLS strategy 1/indicator 2/targets/2568: 5, 2"]
        ),
        ["a target above 100 percent"] = (
            plan => plan.Target(1, 2568, 900),
            ["INDICATOR_PERCENT_RANGE strategy 1/indicator 1/targets/2568: 900, 0-100"]
        ),
        ["a year without a target"] = (
            plan => plan.Indicator(1, indicator => indicator with { Targets = [.. indicator.Targets.Take(2)] }),
            ["INDICATOR_MISSING_YEAR strategy 1/indicator 1/targets: -, 2568"]
        ),
        ["a number in percent"] = (
            plan =>
                plan.Indicator(3, indicator => indicator with { Unit = "ร้อยละ" })
                    .Target(3, 2567, 20)
                    .Target(3, 2568, 30),
            ["INDICATOR_UNIT_NAME strategy 1/indicator 3/unit: ร้อยละ, -"]
        ),
        ["a percentage in schools"] = (
            plan => plan.Indicator(1, indicator => indicator with { Unit = "โรงเรียน" }),
            ["INDICATOR_UNIT_NAME strategy 1/indicator 1/unit: โรงเรียน, ร้อยละ"]
        ),
        ["what looks like personal data"] = (
            plan =>
                plan.Project(1, p => p with { Venue = "โทร. 081-234-5678 a@example.ac.th เลขที่ 1-1037-02071-81-1" }),
            [
                "TELEPHONE_NUMBER /developmentPlan/projects/0/venue: 081-234-5678, -",
                "EMAIL_ADDRESS /developmentPlan/projects/0/venue: a@example.ac.th, -",
                "CITIZEN_ID /developmentPlan/projects/0/venue: 1-1037-02071-81-1, -",
            ]
        ),
        ["a total row that agrees with itself alone"] = (
            plan => plan.Project(3, p => p with { PrintedTotals = new PrintedAmounts(0, 0, 0, 1000, 1000) }),
            [
                "QUARTER_COLUMN_SUM project 3/totals/q4: 1,000, 2,000",
                "TOTAL_COLUMN_SUM project 3/totals/total: 1,000, 2,000",
                "STATED_BUDGET_TOTAL project 3/statedBudget: 2,000, 1,000",
            ]
        ),
    };

    public static TheoryData<string> Names => [.. Plants.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_planted_fault_is_found_and_nothing_else(string name) =>
        Plant.Found(Plants[name].Edit(CleanPlan.Create())).ShouldBe(Plants[name].Found, ignoreOrder: true);

    [Theory]
    [MemberData(nameof(Names))]
    public void Taking_either_side_ends_the_finding(string name)
    {
        var plan = Plants[name].Edit(CleanPlan.Create());
        foreach (var (rule, fault) in FindingRules.Check(plan))
        {
            foreach (var take in new[] { fault.TakeStated, fault.TakeComputed }.OfType<Func<PlanFile, PlanFile>>())
            {
                var found = FindingRules.Check(take(plan));
                found.ShouldNotContain(other => other.Rule == rule && other.Fault.Place == fault.Place);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_finding_says_in_both_languages_where_and_what(string name)
    {
        foreach (var (_, fault) in FindingRules.Check(Plants[name].Edit(CleanPlan.Create())))
        {
            foreach (var text in new[] { fault.Location, fault.Message })
            {
                text.English.ShouldNotBeNullOrWhiteSpace();
                text.Thai.ShouldContain(letter => letter >= 'ก' && letter <= 'ฮ');
            }
        }
    }

    [Fact]
    public void Every_rule_that_needs_no_document_has_a_planted_fault()
    {
        string[] ofDocuments =
        [
            "LISTED_BUDGET_DIFFERS",
            "LISTED_BUDGET_TOTAL",
            "MISSING_BUDGET",
            "MISSING_SPENDING_TABLE",
            "AMOUNT_NOT_READ",
            "AMOUNTS_MULTIPLIED",
            "EXPENSE_CLASS_SUM",
            "FORMULA_DIFFERS",
            "FIGURE_NOT_READ",
            "REPEATED_LABEL",
            "SURVEY_RESPONDENTS_DIFFER",
            "UNIT_NOT_LISTED",
            "PERIOD_MISSING",
            "PERIOD_NOT_READ",
            "PROJECT_NOT_LISTED",
            "PROJECT_WITHOUT_CHAPTER",
            "MISSING_TARGETS",
            "TARGET_NOT_READ",
            "HEADING_YEAR",
            "MISSING_PART",
            "SHARED_KPI_TARGET",
        ];
        var planted = Plants.Values.SelectMany(plant => plant.Found).Select(line => line.Split(' ')[0]);
        FindingRules.All.Select(rule => rule.Code).Except(planted).ShouldBe(ofDocuments, ignoreOrder: true);
    }
}
