using System.Text;
using TeacherDevPlan.Application.Tests.Documents.Variations;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Plans.Document;

namespace TeacherDevPlan.Application.Tests.Documents;

/// <summary>A dash in front of a number: its sign, the mark of an item, or that of a range.</summary>
public sealed class SignTests
{
    private const string Kpi = "- ร้อยละ 91";
    private const string Budget = "64,500.- บาท";

    private static readonly string[] Dashes = ["-", "–", "−", "－", "‑", "﹣"];

    /// <summary>Where a number is printed, and what it reads as without a sign.</summary>
    private static readonly (string Plain, string Signed, Func<PlanFile, decimal?> Value, decimal Absolute)[] Places =
    [
        (Kpi, "{0}91%", KpiOf, 91),
        (Kpi, "{0}91 คน", KpiOf, 91),
        (Kpi, "ร้อยละ {0}91", KpiOf, 91),
        (Kpi, "- ร้อยละ {0}91", KpiOf, 91),
        (Kpi, "- {0}91%", KpiOf, 91),
        (Kpi, "ไม่น้อยกว่า {0}91%", KpiOf, 91),
        ("\t71\t", "\t{0}71\t", TargetOf, 71),
        ("\t71\t", "\tร้อยละ {0}71\t", TargetOf, 71),
        ("\t30,200\t", "\t{0}30,200\t", AmountOf, 30_200),
        ("\t30,200\t", "\t{0} 30,200\t", AmountOf, 30_200),
        (Budget, "{0}64,500 บาท", StatedOf, 64_500),
        (Budget, "{0}64,500.- บาท", StatedOf, 64_500),
        (Budget, "60,000{0}64,500 บาท", StatedOf, 64_500),
        (Budget, "60,000 {0} 64,500 บาท", StatedOf, 64_500),
    ];

    public static TheoryData<string, string> Signs { get; } =
    [.. from dash in Dashes from digits in new[] { "arabic", "thai" } select (dash, digits)];

    [Theory]
    [MemberData(nameof(Signs))]
    public void A_number_with_a_sign_is_never_read_as_one_without(string dash, string digits)
    {
        foreach (var (plain, signed, value, absolute) in Places)
        {
            var printed = string.Format(null, CompositeFormat.Parse(signed), dash);
            var text = VariedPlan.Text.Replace(
                plain,
                digits == "thai" ? ThaiNumber.ToThaiDigits(printed) : printed,
                StringComparison.Ordinal
            );
            var plan = Read(text);
            value(plan).ShouldNotBe(absolute, printed);
            var changed = Array.FindIndex(text.Split('\n'), line => !VariedPlan.Text.Contains($"{line}\n"));
            Reported(plan).ShouldContain(changed + 1, printed);
        }
    }

    [Theory]
    [InlineData("- 91%", 91)]
    [InlineData("– 91%", 91)]
    [InlineData("• 91%", 91)]
    [InlineData("- ๙๑ คน", 91)]
    [InlineData("- ร้อยละ ๙๑", 91)]
    public void A_dash_with_a_space_is_the_mark_of_an_item(string printed, int value)
    {
        var plan = Read(VariedPlan.Text.Replace(Kpi, printed, StringComparison.Ordinal));
        KpiOf(plan).ShouldBe(value);
        Reported(plan).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("− 91%")]
    [InlineData("80-91%")]
    [InlineData("80 – 91%")]
    [InlineData("ร้อยละ 80-91")]
    [InlineData("(91%)")]
    public void A_minus_sign_and_a_range_are_reported(string printed)
    {
        var plan = Read(VariedPlan.Text.Replace(Kpi, printed, StringComparison.Ordinal));
        KpiOf(plan).ShouldBeNull();
        Reported(plan).Length.ShouldBe(1);
    }

    [Theory]
    [InlineData("64,500/-")]
    [InlineData("64,500 บ.")]
    [InlineData("64,500 ฿")]
    [InlineData("64,500 บาทถ้วน")]
    [InlineData("5,000.- 64,500 บาท", 5_000)]
    public void An_amount_has_its_usual_ends(string printed, int value = 64_500) =>
        StatedOf(Read(VariedPlan.Text.Replace(Budget, printed, StringComparison.Ordinal))).ShouldBe(value);

    private static PlanFile Read(string text) => Plans.Read(Encoding.UTF8.GetBytes(text)).Value;

    private static int[] Reported(PlanFile plan) =>
        [
            .. plan.Reading!.Unread.Where(passage => passage.Reason != UnreadReason.Repetition)
                .SelectMany(passage => Enumerable.Range(passage.FirstLine, passage.Lines)),
        ];

    private static decimal? KpiOf(PlanFile plan) => First(plan).Kpis[0].TargetValue;

    private static decimal? TargetOf(PlanFile plan) =>
        plan
            .StrategicPlan.Strategies[0]
            .Indicators[0]
            .Targets.FirstOrDefault(target => target.FiscalYear == 2567)
            ?.Target;

    private static decimal? AmountOf(PlanFile plan) => First(plan).Activities[0].Printed.Q2;

    private static decimal? StatedOf(PlanFile plan) =>
        plan.Sources.Of(First(plan), "statedBudget") is null ? null : First(plan).StatedBudget;

    private static ProjectDocument First(PlanFile plan) => plan.DevelopmentPlan.Projects[0];
}
