using System.Text;
using TeacherDevPlan.Application.Tests.Documents.Variations;
using TeacherDevPlan.Domain.Plans.Document;

namespace TeacherDevPlan.Application.Tests.Documents;

/// <summary>The targets of success indicators in the forms that offices print, and in a table with a column of units.</summary>
public sealed class KpiTargetTests
{
    private const string Head = "ตัวชี้วัดความสำเร็จ\tค่าเป้าหมาย\t";

    [Theory]
    [InlineData("91", "91", "")]
    [InlineData("๙๑.๕ %", "91.5", "ร้อยละ")]
    [InlineData("91.5%", "91.5", "ร้อยละ")]
    [InlineData("3.51 ขึ้นไป", "3.51", "")]
    [InlineData("- 3.51 ขึ้นไป", "3.51", "")]
    [InlineData("4.5 คะแนน", "4.5", "คะแนน")]
    [InlineData("91 คนขึ้นไป", "91", "คน")]
    [InlineData("16 ขึ้นไป", "16", "")]
    [InlineData("ร้อยละ 91 ของครูที่เข้าอบรม", "91", "ร้อยละ")]
    [InlineData("ไม่น้อยกว่าร้อยละ 91 ของครู ทุกโรงเรียน", "91", "ร้อยละ")]
    [InlineData("ร้อยละ : 91", "91", "ร้อยละ")]
    [InlineData("1. ร้อยละ 91", "91", "ร้อยละ")]
    public void A_number_with_its_unit_is_read(string printed, string value, string unit)
    {
        var plan = Read(VariedPlan.Text.Replace("- ร้อยละ 91", printed, StringComparison.Ordinal));
        var kpi = plan.DevelopmentPlan.Projects[0].Kpis[0];
        ($"{kpi.TargetValue:0.##}", kpi.TargetUnit ?? "").ShouldBe((value, unit));
        plan.Reading!.Unread.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("ร้อยละ 91 หรือ 95")]
    [InlineData("91 คน (ร้อยละ 100)")]
    [InlineData("1.1 ร้อยละ 91")]
    [InlineData("ร้อยละ 91 ของครู 120 คน")]
    [InlineData("91 คน/ปี")]
    public void Another_number_beside_it_is_reported(string printed)
    {
        var plan = Read(VariedPlan.Text.Replace("- ร้อยละ 91", printed, StringComparison.Ordinal));
        plan.DevelopmentPlan.Projects[0].Kpis[0].TargetValue.ShouldBeNull();
        plan.Reading!.Unread.ShouldHaveSingleItem().Text.ShouldBe(printed);
    }

    [Theory]
    [InlineData("ร้อยละ", "91", "91 ร้อยละ")]
    [InlineData("ร้อยละ", "- ร้อยละ 91", "91 ร้อยละ")]
    [InlineData("%", "91", "91 ร้อยละ")]
    [InlineData("คน", "ไม่น้อยกว่า 91", "91 คน")]
    [InlineData("คน", "91 แห่ง", " ")]
    [InlineData("ร้อยละ", "91 คน", " ")]
    public void The_unit_may_have_a_column_of_its_own(string unit, string target, string expected)
    {
        var text = VariedPlan
            .Text.Replace(Head, "ตัวชี้วัดความสำเร็จ\tหน่วยนับ\tค่าเป้าหมาย\t", StringComparison.Ordinal)
            .Replace("\t- ร้อยละ 91\t", $"\t{unit}\t{target}\t", StringComparison.Ordinal)
            .Replace("\t- 16 บทเรียน\t", "\tบทเรียน\t16\t", StringComparison.Ordinal);
        var plan = Read(text);
        var kpis = plan.DevelopmentPlan.Projects[0].Kpis;
        $"{kpis[0].TargetValue:0} {kpis[0].TargetUnit}".ShouldBe(expected);
        $"{kpis[1].TargetValue:0} {kpis[1].TargetUnit}".ShouldBe("16 บทเรียน");
        plan.Reading!.Unread.Count.ShouldBe(expected == " " ? 1 : 0);
    }

    private static PlanFile Read(string text) => Plans.Read(Encoding.UTF8.GetBytes(text)).Value;
}
