using System.Text;
using TeacherDevPlan.Domain.Findings.Rules;

namespace TeacherDevPlan.Application.Tests.Documents;

/// <summary>One fault at a time in a document without any: each is found, and nothing else.</summary>
public sealed class PlantedInDocumentTests
{
    /// <summary>What is planted, the text it replaces (where that first stands; a heading where it last stands), and the rules that find it.</summary>
    public static TheoryData<string, string, string, string> Faults { get; } =
        new()
        {
            {
                "a row's total",
                "๒. อบรมครูแกนนำเรื่องการเปิดชั้นเรียน\t-\t๒๔,๐๐๐\t-\t-\t๒๔,๐๐๐",
                "๒. อบรมครูแกนนำเรื่องการเปิดชั้นเรียน\t-\t๒๔,๐๐๐\t-\t-\t๒๕,๐๐๐",
                "ACTIVITY_ROW_SUM"
            },
            {
                "an amount of a quarter",
                "๒. อบรมครูแกนนำเรื่องการเปิดชั้นเรียน\t-\t๒๔,๐๐๐\t-\t-\t๒๔,๐๐๐",
                "๒. อบรมครูแกนนำเรื่องการเปิดชั้นเรียน\t-\t๒๓,๐๐๐\t-\t-\t๒๔,๐๐๐",
                "ACTIVITY_ROW_SUM QUARTER_COLUMN_SUM"
            },
            {
                "a quarter of the total row",
                "รวม\t๔,๕๐๐\t๔๔,๐๐๐\t๒๒,๐๐๐",
                "รวม\t๔,๕๐๐\t๔๔,๐๐๐\t๒๓,๐๐๐",
                "QUARTER_COLUMN_SUM"
            },
            { "the total of the total row", "๒๒,๐๐๐\t๑๔,๐๐๐\t๘๔,๕๐๐", "๒๒,๐๐๐\t๑๔,๐๐๐\t๘๕,๕๐๐", "TOTAL_ROW_SUM" },
            {
                "the stated budget",
                "จำนวนทั้งสิ้น ๘๔,๕๐๐ .- บาท",
                "จำนวนทั้งสิ้น ๘๕,๕๐๐ .- บาท",
                "STATED_BUDGET_TOTAL"
            },
            {
                "the stated budget of two sources",
                "งบประมาณ จำนวนทั้งสิ้น ๑๔๘,๐๐๐.- บาท",
                "งบประมาณ จำนวนทั้งสิ้น ๑๔๙,๐๐๐.- บาท",
                "STATED_BUDGET_TOTAL"
            },
            { "a source of funding", "จำนวน ๕๘,๐๐๐.- บาท", "จำนวน ๕๙,๐๐๐.- บาท", "FUNDING_SPLIT_SUM" },
            { "no total row", "รวมทั้งสิ้น\t-\t๒๖,๐๐๐\t๑๐,๐๐๐\t-\t๓๖,๐๐๐\n", "", "MISSING_TOTAL" },
            {
                "no total of a row",
                "๑. อบรมครูแกนนำด้านการปฐมพยาบาลและการช่วยฟื้นคืนชีพ\t-\t๒๖,๐๐๐\t-\t-\t๒๖,๐๐๐",
                "๑. อบรมครูแกนนำด้านการปฐมพยาบาลและการช่วยฟื้นคืนชีพ\t-\t๒๖,๐๐๐\t-\t-\t",
                "MISSING_TOTAL"
            },
            {
                "a row moved with its name",
                "๒. จัดทำและซ้อมแผนส่งต่อนักเรียนร่วมกับโรงพยาบาลส่งเสริมสุขภาพตำบล\t-\t-\t๑๐,๐๐๐\t-\t๑๐,๐๐๐",
                "\t๒. จัดทำและซ้อมแผนส่งต่อนักเรียนร่วมกับโรงพยาบาลส่งเสริมสุขภาพตำบล\t-\t-\t๑๐,๐๐๐\t-",
                "SHIFTED_ROW"
            },
            {
                "amounts moved aside",
                "๒. จัดทำและซ้อมแผนส่งต่อนักเรียนร่วมกับโรงพยาบาลส่งเสริมสุขภาพตำบล\t-\t-\t๑๐,๐๐๐\t-\t๑๐,๐๐๐",
                "๒. จัดทำและซ้อมแผนส่งต่อนักเรียนร่วมกับโรงพยาบาลส่งเสริมสุขภาพตำบล\t\t-\t-\t๑๐,๐๐๐\t-",
                "SHIFTED_ROW"
            },
            { "a sub-total", "รวมประถมศึกษา\t๕,๐๗๖", "รวมประถมศึกษา\t๕,๐๗๗", "DATASET_COLUMN_TOTAL" },
            { "a grand total", "รวมทั้งสิ้น\t๗,๑๒๖", "รวมทั้งสิ้น\t๗,๑๒๗", "DATASET_GRAND_TOTAL" },
            { "a cell below a sub-total", "มัธยมศึกษาปีที่ ๑\t๒๑๔", "มัธยมศึกษาปีที่ ๑\t๒๑๕", "DATASET_COLUMN_TOTAL" },
            { "a total by sex", "\tชำนาญการพิเศษ\t๕๘\t๓๑\t๘๙", "\tชำนาญการพิเศษ\t๕๘\t๓๑\t๘๘", "DATASET_ROW_TOTAL" },
            {
                "a grand total by sex",
                "รวมทั้งหมด\t\t๓๓๖\t๖๘๘\t๑,๐๒๔",
                "รวมทั้งหมด\t\t๓๓๖\t๖๘๙\t๑,๐๒๔",
                "DATASET_GRAND_TOTAL"
            },
            {
                "a cell by sex",
                "๔. ครูผู้ช่วย\t-\t๓๑\t๘๔\t๑๑๕",
                "๔. ครูผู้ช่วย\t-\t๓๒\t๘๔\t๑๑๕",
                "DATASET_GRAND_TOTAL DATASET_ROW_TOTAL"
            },
            { "a total row moved aside", "\tรวม\t๖๔\t๓๕\t๙๙", "\tรวม\t-\t๖๔\t๓๕", "SHIFTED_ROW" },
            { "a combined score", "๗๑.๓ ๖", "๗๑.๔ ๖", "COMBINED_SCORE_MEAN" },
            { "a percentage", "๖๗๒\t๖๕.๖๓", "๖๗๒\t๖๕.๖๔", "SURVEY_PERCENTAGE" },
            { "more demand than respondents", "๘๐๐\t๗๘.๑๓", "๑,๘๐๐\t๑๗๕.๗๘", "SURVEY_DEMAND_TOO_HIGH" },
            {
                "the respondents' total",
                "รวมทั้งสิ้น\tจำนวน\t๑,๐๒๔",
                "รวมทั้งสิ้น\tจำนวน\t๑,๐๒๕",
                "DATASET_GRAND_TOTAL"
            },
            { "an activity's number", "๕. เปิดชั้นเรียน", "๖. เปิดชั้นเรียน", "NUMBERING_REPEAT" },
            {
                "an objective left out",
                "๒.๒ เพื่อให้ครูช่วยเหลือนักเรียน",
                "๒.๔ เพื่อให้ครูช่วยเหลือนักเรียน",
                "NUMBERING_GAP"
            },
            { "an objective's number twice", "๒.๓ เพื่อรวบรวมบทเรียน", "๒.๒ เพื่อรวบรวมบทเรียน", "NUMBERING_REPEAT" },
            {
                "an indicator left out",
                "๓\tระดับความสำเร็จของการให้บริการ",
                "๔\tระดับความสำเร็จของการให้บริการ",
                "NUMBERING_GAP"
            },
            {
                "an indicator's number twice",
                "๓\tระดับความสำเร็จของการให้บริการ",
                "๒\tระดับความสำเร็จของการให้บริการ",
                "NUMBERING_REPEAT"
            },
            {
                "focus points left out",
                "๓. ผู้อำนวยการโรงเรียนใช้ข้อมูล",
                "๕. ผู้อำนวยการโรงเรียนใช้ข้อมูล",
                "NUMBERING_GAP"
            },
            { "a heading's number twice", "๘. การติดตามประเมินผล", "๗. การติดตามประเมินผล", "NUMBERING_REPEAT" },
            {
                "a heading left out",
                "๙. ผลที่คาดว่าจะได้รับ\n\n๙.๑ สำนักงาน",
                "๑๐. ผลที่คาดว่าจะได้รับ\n\n๙.๑ สำนักงาน",
                "NUMBERING_GAP"
            },
            { "a table left out", "ตารางที่ ๔ ผล", "ตารางที่ ๕ ผล", "NUMBERING_GAP" },
            { "the number of projects", "จำนวน ๔ โครงการ ดังนี้", "จำนวน ๕ โครงการ ดังนี้", "COUNT_DIFFERS" },
            { "no target", "\t- ๑๒ โรงเรียน\t", "\t\t", "EMPTY_KPI_TARGET" },
            { "no method", "- การทดสอบภาคปฏิบัติ\t- แบบทดสอบภาคปฏิบัติ", "\t- แบบทดสอบภาคปฏิบัติ", "EMPTY_KPI_METHOD" },
            {
                "no strategy",
                "กลยุทธ์ สพท.\tกลยุทธ์ที่ ๑ เสริมสร้างสถานศึกษาปลอดภัยโดยครูและชุมชนมีส่วนร่วม\n",
                "",
                "PROJECT_WITHOUT_STRATEGY"
            },
            {
                "a strategy's name",
                "กลยุทธ์ สพท.\tกลยุทธ์ที่ ๑ เสริมสร้างสถานศึกษา",
                "กลยุทธ์ สพท.\tกลยุทธ์ที่ ๑ เสริมสุขสถานศึกษา",
                "PROJECT_STRATEGY_NAME"
            },
            {
                "a period that ends late",
                "ธันวาคม ๒๕๖๖ – กันยายน ๒๕๖๗",
                "ธันวาคม ๒๕๖๖ – ตุลาคม ๒๕๖๗",
                "PERIOD_OUTSIDE_YEAR"
            },
            {
                "money before the period",
                "พฤศจิกายน ๒๕๖๖ – สิงหาคม ๒๕๖๗",
                "เมษายน ๒๕๖๗ – สิงหาคม ๒๕๖๗",
                "ACTIVITY_OUTSIDE_PERIOD"
            },
            { "a reporting period", "มกราคม ๒๕๖๗ - มีนาคม ๒๕๖๗", "มกราคม ๒๕๖๗ - เมษายน ๒๕๖๗", "REPORTING_PERIOD" },
            { "a person's name", "๑. นายกิตติภพ อินต๊ะวงค์", "๑. นางสาวเพ็ญพิชชา ธรรมลังกร", "PERSON_SPELLING" },
            { "a district's name", "เวียงสา\tนาน้อย", "เวียงสะ\tนาน้อย", "DISTRICT_SPELLING" },
            {
                "a unit's name",
                "เขต ๑ กลุ่มพัฒนาครูและบุคลากรทางการศึกษา\nลักษณะโครงการ\tโครงการต่อเนื่อง\nกลยุทธ์ สพท.\tกลยุทธ์ที่ ๑",
                "เขต ๑ กลุ่มพัฒนาครูและบุคลากรทางการศีกษา\nลักษณะโครงการ\tโครงการต่อเนื่อง\nกลยุทธ์ สพท.\tกลยุทธ์ที่ ๑",
                "UNIT_SPELLING"
            },
            {
                "the office's name",
                "ณ สำนักงานเขตพื้นที่การศึกษาประถมศึกษาน่าน เขต ๑ และโรงเรียน",
                "ณ สำนักงานเขตพื้นที่การศึกษาประถมศึกษาน่าม เขต ๑ และโรงเรียน",
                "OFFICE_SPELLING"
            },
            {
                "another office",
                "สำนักงานเขตพื้นที่การศึกษาประถมศึกษาน่าน เขต ๑ คัดเลือก",
                "สำนักงานเขตพื้นที่การศึกษาประถมศึกษาแพร่ เขต ๑ คัดเลือก",
                "OTHER_OFFICE"
            },
            { "another office in short", "สพป.น่าน เขต ๑\n\nจำนวน", "สพป.แพร่ เขต ๑\n\nจำนวน", "OTHER_OFFICE" },
            { "no position", "ตำแหน่ง ศึกษานิเทศก์ชำนาญการพิเศษ\n", "\n", "OWNER_WITHOUT_POSITION" },
            { "a target that falls", "๗๐\t๗๘\t๘๕\t๙๒\t๑๐๐", "๗๐\t๗๘\t๗๕\t๙๒\t๑๐๐", "INDICATOR_TARGET_FALLS" },
            { "more than 100 percent", "๗๐\t๗๘\t๘๕\t๙๒\t๑๐๐", "๗๐\t๗๘\t๘๕\t๙๒\t๑๑๐", "INDICATOR_PERCENT_RANGE" },
            {
                "a unit of measure",
                "จำนวนเครือข่ายครูที่เผยแพร่ผลงานระดับเขต\tเครือข่าย",
                "จำนวนเครือข่ายครูที่เผยแพร่ผลงานระดับเขต\tร้อยละ",
                "INDICATOR_UNIT_NAME"
            },
            { "a year without a target", "๗๐\t๗๘\t๘๕\t๙๒\t๑๐๐", "๗๐\t๗๘\t\t๙๒\t๑๐๐", "INDICATOR_MISSING_YEAR" },
            {
                "a success indicator above 100 percent",
                "- ร้อยละ ๑๐๐\t- การทดสอบ",
                "- ร้อยละ ๑๒๐\t- การทดสอบ",
                "KPI_PERCENT_RANGE"
            },
            { "no budget", "จำนวนทั้งสิ้น ๘๔,๕๐๐ .- บาท", "", "MISSING_BUDGET" },
            { "no period", " : ธันวาคม ๒๕๖๖ – กันยายน ๒๕๖๗", " :", "PERIOD_MISSING" },
            {
                "a name in the list",
                "๔\tโครงการสร้างเสริมทักษะครูด้านความปลอดภัย",
                "๔\tโครงการสร้างเสริมทักษะครูด้านความสะอาด",
                "PROJECT_NAME_DIFFERS"
            },
            {
                "a project without a chapter",
                "๔\tโครงการสร้างเสริมทักษะครูด้านความปลอดภัยในโรงเรียนพื้นที่สูง\n",
                "๔\tโครงการสร้างเสริมทักษะครูด้านความปลอดภัยในโรงเรียนพื้นที่สูง\n๕\tโครงการอบรมคอมพิวเตอร์เบื้องต้นสำหรับครูเกษียณ\n",
                "PROJECT_WITHOUT_CHAPTER"
            },
            { "the year of a quarter", "ไตรมาสที่ ๑ (ต.ค.-ธ.ค. ๖๖)", "ไตรมาสที่ ๑ (ต.ค.-ธ.ค. ๖๗)", "HEADING_YEAR" },
            {
                "the year of the calendar",
                "รายการ\tปีงบประมาณ พ.ศ. ๒๕๖๗",
                "รายการ\tปีงบประมาณ พ.ศ. ๒๕๖๖",
                "HEADING_YEAR"
            },
            { "a step left out", "๖. สรุปผลและจัดทำรายงานประจำปี", "๗. สรุปผลและจัดทำรายงานประจำปี", "NUMBERING_GAP" },
            { "a strategy's number", "กลยุทธ์ที่ ๓ บริหาร", "กลยุทธ์ที่ ๔ บริหาร", "NUMBERING_GAP" },
            {
                "a project that is not listed",
                "๔\tโครงการสร้างเสริมทักษะครูด้านความปลอดภัยในโรงเรียนพื้นที่สูง\n",
                "",
                "PROJECT_NOT_LISTED"
            },
            {
                "a name in a chapter",
                "โครงการ\tสร้างเสริมทักษะครู",
                "โครงการ\tสร้างเสิมทักษะครู",
                "PROJECT_NAME_DIFFERS"
            },
            {
                "a section's number",
                "๓. กลุ่มนโยบายและแผน มีหน้าที่",
                "๕. กลุ่มนโยบายและแผน มีหน้าที่",
                "NUMBERING_REPEAT"
            },
            { "a later topic's respondents", "คละชั้น\t๑,๐๒๔", "คละชั้น\t๑,๐๔๒", "SURVEY_RESPONDENTS_DIFFER" },
            {
                "the last topic's respondents",
                "ของครูและนักเรียน\t๑,๐๒๔",
                "ของครูและนักเรียน\t๖๐๐",
                "SURVEY_RESPONDENTS_DIFFER"
            },
            {
                "a topic's respondents in words",
                "ปฐมพยาบาลในโรงเรียน\t๑,๐๒๔",
                "ปฐมพยาบาลในโรงเรียน\tทุกคน",
                "SURVEY_RESPONDENTS_DIFFER"
            },
            { "a section's number twice", "๓. กลุ่มนโยบายและแผน", "๔. กลุ่มนโยบายและแผน", "NUMBERING_REPEAT" },
        };

    [Theory]
    [MemberData(nameof(Faults))]
    public void A_fault_is_found_and_nothing_else(string what, string clean, string planted, string rules)
    {
        var document = Plans.Text("plan-a.txt");
        var at =
            what == "a heading's number twice"
                ? document.LastIndexOf(clean, StringComparison.Ordinal)
                : document.IndexOf(clean, StringComparison.Ordinal);
        at.ShouldBeGreaterThan(0);
        var changed = document[..at] + planted + document[(at + clean.Length)..];

        var plan = Plans.Read(Encoding.UTF8.GetBytes(changed)).Value;

        var found = FindingRules.Check(plan).Select(finding => finding.Rule.Code).Order(StringComparer.Ordinal);
        string.Join(' ', found).ShouldBe(rules);
    }
}
