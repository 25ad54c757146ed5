using TeacherDevPlan.Domain.Budgets;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Findings.Rules.Spending;
using TeacherDevPlan.Domain.Findings.Rules.Wording;
using TeacherDevPlan.Domain.Plans.Document;

namespace TeacherDevPlan.Domain.Tests.Findings;

/// <summary>Numbers and names as the published plan of fiscal year 2566 prints them.</summary>
public sealed class RealPlanTests
{
    [Fact]
    public void One_cell_of_project_4_explains_its_row_and_its_column()
    {
        var plan = Spending(
            new PrintedAmounts(15_000, 20_000, 20_000, 501_000, 556_000),
            CleanPlan.Row("1", 1000, 1000, 1000, 1000, 4000),
            CleanPlan.Row("2", 2000, 2000, 2000, 2000, 8000),
            CleanPlan.Row("3", 2000, 2000, 2000, 2000, 8000),
            CleanPlan.Row("4", 10_000, 15_000, 15_000, 466_000, 536_000)
        );
        Plant
            .Found(plan)
            .ShouldBe([
                "ACTIVITY_ROW_SUM project 3/activity 4/total: 536,000, 506,000",
                "QUARTER_COLUMN_SUM project 3/totals/q4: 501,000, 471,000",
            ]);
        var fault = new ActivityRowSum().Check(plan).Single();
        fault.Message.English.ShouldContain("quarter 4 differs from the total row by the same 30,000");
        var after = fault.TakeStated!(plan);
        after.DevelopmentPlan.Projects[2].Activities[3].Q4.ShouldBe(496_000);
        Plant.Found(after).ShouldBeEmpty();
    }

    [Fact]
    public void Two_columns_of_project_5_explain_its_total_row() =>
        Plant
            .Found(
                Spending(
                    new PrintedAmounts(0, 45_500, 2000, 45_500, 100_000),
                    CleanPlan.Row("1", 0, 3500, 3500, 3000, 10_000) with
                    {
                        SubActivities = [CleanPlan.Row("1.1", null, null, null, null, null)],
                    },
                    CleanPlan.Row("2", 0, 40_000, 0, 0, 40_000),
                    CleanPlan.Row("3", 0, 0, 0, 40_000, 40_000),
                    CleanPlan.Row("4", 0, 5000, 2500, 2500, 10_000)
                )
            )
            .ShouldBe([
                "QUARTER_COLUMN_SUM project 3/totals/q2: 45,500, 48,500",
                "QUARTER_COLUMN_SUM project 3/totals/q3: 2,000, 6,000",
            ]);

    [Fact]
    public void The_total_of_activity_5_of_project_2_is_wrong_and_nothing_follows_from_it() =>
        Plant
            .Found(
                Spending(
                    new PrintedAmounts(5000, 21_000, 2000, 2000, 30_000),
                    CleanPlan.Row("1", 5000, 0, 0, 0, 5000),
                    CleanPlan.Row("2", 0, 8000, 2000, 0, 10_000),
                    CleanPlan.Row("3", 0, 5000, 0, 0, 5000),
                    CleanPlan.Row("4", 0, 8000, 0, 0, 8000),
                    CleanPlan.Row("5", 0, 0, 0, 2000, 5000)
                )
            )
            .ShouldBe(["ACTIVITY_ROW_SUM project 3/activity 5/total: 5,000, 2,000"]);

    [Fact]
    public void The_row_6_of_project_9_stands_before_5_and_is_told_once()
    {
        var plan = Spending(
            new PrintedAmounts(0, 0, 0, 0, 0),
            [.. new[] { "1", "2", "3", "4", "6", "5" }.Select(number => CleanPlan.Row(number, 0, 0, 0, 0, 0))]
        );
        plan = plan.Activity(
            3,
            "4",
            row =>
                row with
                {
                    SubActivities =
                    [
                        .. Enumerable.Range(1, 5).Select(i => CleanPlan.Row($"4.{i}", null, null, null, null, null)),
                    ],
                }
        );
        Plant.Found(plan).ShouldBe(["NUMBERING_ORDER project 3/activities/5: 5, -"]);
    }

    [Fact]
    public void A_sub_total_and_the_grand_total_of_table_3_agree_with_nothing()
    {
        var plan = CleanPlan.Create();
        var table = CleanPlan.Table(
            "table-2",
            "การเปรียบเทียบจำนวนนักเรียน",
            ["ระดับการศึกษา", "ปีการศึกษา"],
            ["2561", "2565"],
            ("อนุบาล ๑", [86, 59]),
            ("อนุบาล ๒", [1530, 1411]),
            ("อนุบาล ๓", [1809, 1439]),
            ("รวมก่อนประถมศึกษา", [3425, 2909]),
            ("ประถมศึกษาปีที่ ๑ - ๓", [5616, 4947]),
            ("ประถมศึกษาปีที่ ๔ - ๖", [5734, 5907]),
            ("รวมประถมศึกษา", [11_219, 10_854]),
            ("มัธยมศึกษา", [1477, 1411]),
            ("รวมมัธยมศึกษาตอนต้น", [1477, 1411]),
            ("รวมทั้งสิ้น", [16_308, 15_174])
        );
        Plant
            .Found(plan.Dataset("table-2", _ => table))
            .ShouldBe([
                "DATASET_COLUMN_TOTAL dataset table-2/รวมประถมศึกษา/2561: 11,219, 11,350",
                "DATASET_GRAND_TOTAL dataset table-2/รวมทั้งสิ้น/2561: 16,308, 16,121",
            ]);
    }

    [Theory]
    [InlineData("นางสาวนิยากร ศรีมั่งคละ", "นางสาวนิยากร ศรีมังคละ.", true)]
    [InlineData("ว่าที่ร้อยเอกรามภคิน โทรัตน์", "ว่าที่ร้อยเอก รามภคิน ไทรรัตน์", true)]
    [InlineData("นางจุฬารัตน์ จันทาริ", "นางจุฬารัตน์ ศรีบุญเรือง", false)]
    [InlineData("นายสมชาย ใจดีมาก", "นางสมชาย ใจดีมาด", false)]
    [InlineData("นางภัทราวดี แก้วจันทร์", "นางภัทราพร กองแก้ว", false)]
    public void Two_names_are_one_persons(string one, string other, bool found)
    {
        var plan = CleanPlan.Create();
        plan = plan with
        {
            Office = plan.Office with { Staff = [new(one, "ครู", null, null), new(other, "ครู", null, null)] },
        };
        plan = plan.Development(development =>
            development with
            {
                Projects = [.. development.Projects.Select(project => project with { Owners = [] })],
            }
        );
        new PersonSpelling().Check(plan).Any().ShouldBe(found);
    }

    [Theory]
    [InlineData("สำนักงานเขตพื้นที่การศึกษาระยองศึกษาหนองคาย เขต ๒", "OFFICE_SPELLING")]
    [InlineData("ทิศทางของสำนักงานเขตพื้นที่การศึกษาการศึกษาประถมศึกษาหนองคาย เขต ๒", "OFFICE_SPELLING")]
    [InlineData("ในสังกัดสำนักงานเขตพื้นที่การศึกษาประถมศึกษานองคาย เขต ๒ จำนวน", "OFFICE_SPELLING")]
    [InlineData("แผนภูมิแสดงโครงสร้างของสำนักงานเขตพื้นที่การศึกษาหนองคาย เขต ๒", "OFFICE_SPELLING")]
    [InlineData("สำนักเขตพื้นที่การศึกษาประถมศึกษาหนองคาย เขต ๒", "OFFICE_SPELLING")]
    [InlineData("สำนังานเขตพื้นที่การศึกษาประถมศึกษาหนองคาย เขต ๒", "OFFICE_SPELLING")]
    [InlineData("สำนักงานเขตพื้นที่การศึกษาประถมศึกษาสุพรรณบุรี เขต ๒ จึงกำหนดแนวทาง", "OTHER_OFFICE")]
    [InlineData("สพป.สุพรรณบุรี เขต ๒", "OTHER_OFFICE")]
    [InlineData("สพป.สพ.๒ อนุมัติงบประมาณ", "OTHER_OFFICE")]
    [InlineData("สำนักงานเขตพื้นที่การศึกษาประถมศึกษาหนองคาย เขต ๑ จึงกำหนดแนวทาง", "OTHER_OFFICE")]
    [InlineData("สำนักงานเขตพื้นที่การศึกษา ประถมศึกษา หนองคาย เขต 2", null)]
    [InlineData("สำนักงาน - เขตพื้นที่การศึกษาประถมศึกษาหนองคาย เขต ๒", null)]
    [InlineData("สำนักงานคณะกรรมการการศึกษาขั้นพื้นฐาน และสำนักงานเขตพื้นที่การศึกษาประถมศึกษาหนองคาย เขต ๒", null)]
    [InlineData("สำนักงานเขตพื้นที่การศึกษาให้การสนับสนุน สพป.หนองคาย เขต ๒", null)]
    [InlineData("คณะกรรมการเขตพื้นที่การศึกษาประถมศึกษาหนองคาย เขต ๒", null)]
    [InlineData("จังหวัดใกล้เคียง ได้แก่ สำนักงานเขตพื้นที่การศึกษาประถมศึกษาบึงกาฬ", null)]
    [InlineData("สพป.นค.๒", null)]
    public void An_office_is_named_rightly_or_not(string text, string? code) =>
        Plant
            .Found(
                CleanPlan.Create().Section(2, section => section with { Items = [new NumberedTextDocument("1", text)] })
            )
            .Select(line => line.Split(' ')[0])
            .ShouldBe(code is null ? [] : [code]);

    /// <summary>A clean plan whose third project has another spending table, and the budget of its total row.</summary>
    private static PlanFile Spending(PrintedAmounts totals, params ActivityDocument[] rows) =>
        CleanPlan
            .Create()
            .Project(
                3,
                project =>
                    project with
                    {
                        Activities = rows,
                        PrintedTotals = totals,
                        StatedBudget = totals.Total ?? 0,
                        FundingSources = [project.FundingSources[0] with { Amount = totals.Total ?? 0 }],
                    }
            );
}
