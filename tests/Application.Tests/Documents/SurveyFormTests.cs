using System.Text;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Findings;
using TeacherDevPlan.Domain.Findings.Rules;
using TeacherDevPlan.Domain.Plans.Document;

namespace TeacherDevPlan.Application.Tests.Documents;

/// <summary>The needs survey in other forms: what is printed in it is read, or told at its place and left empty.</summary>
public sealed class SurveyFormTests
{
    private const string Day = "๒๐ ตุลาคม ๒๕๖๖";

    private static readonly string Text = Plans.Text("plan-a.txt");

    public static TheoryData<string> Days =>
        [
            "ณ วันที่ ๒๐ ตุลาคม ๒๕๖๖",
            "เมื่อวันที่ 20 ต.ค. 66",
            "วันที่ ๒๐/๑๐/๒๕๖๖",
            "ณ วันที่ 20 ตุลาคม พ.ศ. 2566",
            "20 ตุลาคม 2566",
            "วันที่ 20 October 2023",
        ];

    [Theory]
    [MemberData(nameof(Days))]
    public void The_day_of_a_survey_is_read_in_its_usual_forms(string printed)
    {
        var (plan, found) = Read(Text.Replace($"ณ วันที่ {Day}", printed, StringComparison.Ordinal));
        found.ShouldBeEmpty();
        plan.NeedsSurveys.Single().SurveyedOn.ShouldBe(new DateOnly(2023, 10, 20));
    }

    [Fact]
    public void A_day_that_does_not_exist_or_is_not_one_is_told_and_left_empty()
    {
        var random = new Random(1);
        for (var round = 0; round < 40; round++)
        {
            var printed = NoDay(random);
            var changed = Text.Replace(Day, printed, StringComparison.Ordinal);

            var (plan, found) = Read(changed);

            found.ShouldHaveSingleItem(printed).Rule.Code.ShouldBe("PERIOD_NOT_READ");
            found[0].Fault.Source!.Line.ShouldBe(LineOf(changed, printed));
            plan.NeedsSurveys.Single().SurveyedOn.ShouldBe(new FiscalYear(2567).StartsOn);
            plan.Sources.Of(plan.NeedsSurveys.Single(), "surveyedOn").ShouldBeNull();
            plan.Datasets.Single(dataset => dataset.Code == "needs-survey").AsOf.ShouldBeNull();
        }
    }

    [Fact]
    public void A_day_that_does_not_exist_in_the_title_of_a_table_is_told()
    {
        var random = new Random(2);
        for (var round = 0; round < 20; round++)
        {
            var printed = $"(ข้อมูล ณ วันที่ {NoDay(random)})";
            var title = "ตารางที่ ๑ ";
            var changed = Text.Replace($"\n{title}", $"\n{title}{printed} ", StringComparison.Ordinal);

            var (plan, found) = Read(changed);

            found.ShouldHaveSingleItem(printed).Rule.Code.ShouldBe("PERIOD_NOT_READ");
            found[0].Fault.Source!.Line.ShouldBe(LineOf(changed, printed));
            plan.Datasets.Single(dataset => dataset.Code == "table-1").AsOf.ShouldBeNull();
        }
    }

    [Fact]
    public void A_number_of_respondents_that_is_none_is_told_and_the_others_are_read()
    {
        var random = new Random(3);
        string[] counts = ["๘๓๘", "๓๑", "๒๐", "๑๓๕", "๑,๐๒๔"];
        for (var round = 0; round < 30; round++)
        {
            var wrong = random.Next(counts.Length);
            var printed = NoNumber(random, counts[wrong]);
            var changed = Text.Replace(
                $"\tจำนวน\t{counts[wrong]}\tคน",
                $"\tจำนวน\t{printed}\tคน",
                StringComparison.Ordinal
            );

            var (plan, found) = Read(changed);

            found.ShouldHaveSingleItem(printed).Rule.Code.ShouldBe("FIGURE_NOT_READ");
            found[0].Fault.Source!.Line.ShouldBe(LineOf(changed, $"\tจำนวน\t{printed}"));
            plan.Datasets.Single(dataset => dataset.Code == "needs-survey-respondents")
                .Observations.Select(cell => cell.Value)
                .ShouldBe(counts.Select((count, index) => index == wrong ? null : ThaiNumber.Parse(count)));
        }
    }

    [Fact]
    public void A_topic_without_both_of_its_numbers_is_told_and_the_others_are_read()
    {
        string[][] rows =
        [
            .. Text.Split('\n')
                .Where(line =>
                    line.Contains("\t๑,๐๒๔\t", StringComparison.Ordinal)
                    && !line.Contains("จำนวน", StringComparison.Ordinal)
                )
                .Select(line => line.Split('\t')),
        ];
        rows.Length.ShouldBe(8);
        var random = new Random(4);
        for (var round = 0; round < 40; round++)
        {
            var cells = rows[random.Next(rows.Length)];
            var clean = string.Join('\t', cells);
            var at = 3 + (round % 2);
            string[] changed = [.. cells];
            changed[at] = random.Next(3) switch
            {
                0 => "",
                1 => NoNumber(random, cells[at]),
                _ => at == 3 ? $"{cells[at]}.๕" : $"{cells[at]}*",
            };
            var row = string.Join('\t', changed);
            var document = Text.Replace(clean, row, StringComparison.Ordinal);

            var (plan, found) = Read(document);

            found.ShouldNotBeEmpty(row);
            found.Select(one => one.Fault.Source!.Line).ShouldAllBe(line => line == LineOf(document, row));
            plan.NeedsSurveys.Single().Topics.Count.ShouldBe(7, row);
        }
    }

    /// <summary>Digits that are not one number.</summary>
    private static string NoNumber(Random random, string number) =>
        random.Next(4) switch
        {
            0 => $"{number} {random.Next(1000, 9999)}",
            1 => $"{number}/{random.Next(1, 99)}",
            2 => $"{number},๕",
            _ => $"{number} - {number}",
        };

    private static string NoDay(Random random) =>
        random.Next(6) switch
        {
            0 => $"{random.Next(32, 100)} ตุลาคม ๒๕๖๖",
            1 => "๓๑ กันยายน ๒๕๖๖",
            2 => $"{random.Next(30, 32)} กุมภาพันธ์ ๒๕๖๖",
            3 => $"{random.Next(1, 29)}/{random.Next(13, 100)}/๒๕๖๖",
            4 => $"๐ ตุลาคม ๒๕๖{random.Next(10)}",
            _ => $"{random.Next(1, 29)} ต.ค. {random.Next(10, 99)}๖๖๖",
        };

    private static int LineOf(string text, string printed) =>
        text[..text.IndexOf(printed, StringComparison.Ordinal)].Count(letter => letter == '\n') + 1;

    private static (PlanFile Plan, IReadOnlyList<(FindingRule Rule, Fault Fault)> Found) Read(string text)
    {
        var plan = Plans.Read(Encoding.UTF8.GetBytes(text)).Value;
        return (plan, FindingRules.Check(plan));
    }
}
