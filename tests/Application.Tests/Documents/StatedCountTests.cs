using System.Globalization;
using System.Text;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Findings;
using TeacherDevPlan.Domain.Findings.Rules;

namespace TeacherDevPlan.Application.Tests.Documents;

/// <summary>A number of things that a text states is compared with those that the plan lists, whatever its size.</summary>
public sealed class StatedCountTests
{
    private static readonly string Text = Plans.Text("plan-a.txt");

    /// <summary>A text of the plan with its number, what it lists, and the rule that compares the two.</summary>
    public static TheoryData<string, int, string> Counts =>
        new()
        {
            { "จำนวน {0} โครงการ ดังนี้", 4, "COUNT_DIFFERS" },
            { "กำหนดกลยุทธ์ไว้ {0} กลยุทธ์", 3, "COUNT_DIFFERS" },
            { "ครอบคลุม {0} อำเภอ", 4, "COUNT_DIFFERS" },
        };

    [Theory]
    [MemberData(nameof(Counts))]
    public void A_number_that_is_not_that_of_the_listed_things_is_told_whatever_its_size(
        string text,
        int listed,
        string rule
    )
    {
        var random = new Random(listed);
        for (var round = 0; round < 40; round++)
        {
            var digits = string.Concat(
                Enumerable
                    .Range(0, random.Next(1, 40))
                    .Select(_ => random.Next(1, 10).ToString(CultureInfo.InvariantCulture))
            );
            if (digits == $"{listed}" || (digits.Length == 4 && digits.StartsWith('2')))
                continue;
            var printed = round % 2 == 0 ? ThaiNumber.ToThaiDigits(digits) : digits;

            var found = Found(text, listed, printed);

            found.ShouldHaveSingleItem(printed).Rule.Code.ShouldBe(rule);
            found[0].Fault.Source!.RawText.ShouldContain(printed);
            found[0].Fault.Computed.ShouldBe($"{listed}");
            string.Concat(ThaiNumber.ToArabicDigits(found[0].Fault.Stated!).Where(char.IsAsciiDigit)).ShouldBe(digits);
        }
    }

    [Theory]
    [MemberData(nameof(Counts))]
    public void A_number_in_another_form_is_no_other_number(string text, int listed, string rule)
    {
        rule.ShouldNotBeEmpty();
        foreach (
            var printed in new[] { $"{listed}", $"0{listed}", $"  {listed}  ", ThaiNumber.ToThaiDigits($"{listed}.0") }
        )
            Found(text, listed, printed).ShouldBeEmpty(printed);
    }

    [Theory]
    [InlineData("คัดเลือก ๙๙๙๙๙๙๙๙๙๙๙๙ โครงการ", "COUNT_DIFFERS")]
    [InlineData("รวม ๔ โครงการ งบประมาณทั้งสิ้น ๙๙,๙๙๙ บาท ดังนี้", "COUNT_DIFFERS")]
    [InlineData("รวม ๔ โครงการ งบประมาณทั้งสิ้น {0} บาท ดังนี้", "")]
    [InlineData("รวม ๓ โครงการ งบประมาณทั้งสิ้น ๙๙,๙๙๙ บาท จากหน่วยงานอื่น", "")]
    [InlineData("รวมทั้งสิ้น ๗ โครงการ ดังนี้", "COUNT_DIFFERS")]
    [InlineData("ในปีงบประมาณ พ.ศ. ๒๕๖๗ สำนักงานดำเนินการ จำนวน ๗ โครงการ", "COUNT_DIFFERS")]
    [InlineData("ในปีงบประมาณ พ.ศ. ๒๕๖๖ สำนักงานดำเนินการ จำนวน ๗ โครงการ", "")]
    [InlineData("สำนักงานแบ่งงานออกเป็น ๙ กลุ่ม ประกอบด้วยกลุ่มต่าง ๆ", "COUNT_DIFFERS")]
    [InlineData("สำนักงานแบ่งงานออกเป็น ๕ กลุ่ม ประกอบด้วยกลุ่มต่าง ๆ", "")]
    [InlineData("มีโรงเรียนในสังกัด รวม ๙๙๙๙๙๙๙๙๙๙๙๙๙๙๙๙๙๙๙๙๙๙๙๙๙๙๙๙๙๙๙๙๙ โรงเรียน", "SCHOOL_COUNT")]
    public void A_sentence_about_the_plan_is_compared_with_it(string sentence, string rules)
    {
        var before = "\nสำนักงานเขตพื้นที่การศึกษาประถมศึกษาน่าน เขต ๑ คัดเลือกโครงการ";
        Text.ShouldContain(before);
        var sum = Plans.Read("plan-a.txt").DevelopmentPlan.Projects.Sum(project => project.StatedBudget);
        sentence = sentence.Replace("{0}", $"{sum:#,0}", StringComparison.Ordinal);
        var found = Found(Text.Replace(before, $"\n{sentence}\n{before}", StringComparison.Ordinal));
        string.Join(' ', found.Select(one => one.Rule.Code)).ShouldBe(rules);
    }

    private static IReadOnlyList<(FindingRule Rule, Fault Fault)> Found(string text, int listed, string printed)
    {
        var clean = string.Format(CultureInfo.InvariantCulture, text, ThaiNumber.ToThaiDigits($"{listed}"));
        Text.ShouldContain(clean);
        return Found(
            Text.Replace(clean, string.Format(CultureInfo.InvariantCulture, text, printed), StringComparison.Ordinal)
        );
    }

    private static IReadOnlyList<(FindingRule Rule, Fault Fault)> Found(string text) =>
        FindingRules.Check(Plans.Read(Encoding.UTF8.GetBytes(text)).Value);
}
