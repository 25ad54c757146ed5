using System.Text;
using TeacherDevPlan.Application.Tests.Documents.Variations;
using TeacherDevPlan.Domain.Findings.Rules;

namespace TeacherDevPlan.Application.Tests.Documents;

/// <summary>A value that is not read is one finding, and nothing that follows from it is another.</summary>
public sealed class OneFindingTests
{
    public static TheoryData<string, string, string> Faults { get; } = Planted();

    [Theory]
    [MemberData(nameof(Faults))]
    public void A_value_that_is_not_read_is_one_finding(string from, string to, string code)
    {
        var text = VariedPlan.Text.Replace(from, to, StringComparison.Ordinal);
        text.ShouldNotBe(VariedPlan.Text);
        var plan = Plans.Read(Encoding.UTF8.GetBytes(text)).Value;
        FindingRules.Check(plan).Select(found => found.Rule.Code).ShouldBe([code]);
    }

    /// <summary>Another amount beside one that is not read is checked as before.</summary>
    [Fact]
    public void Other_sums_are_still_checked()
    {
        var text = VariedPlan
            .Text.Replace("\t30,200\t", "\t3O,200\t", StringComparison.Ordinal)
            .Replace("\t8,400\t60,000", "\t8,500\t60,000", StringComparison.Ordinal);
        FindingRules
            .Check(Plans.Read(Encoding.UTF8.GetBytes(text)).Value)
            .Select(found => found.Rule.Code)
            .ShouldBe(["QUARTER_COLUMN_SUM", "AMOUNT_NOT_READ"]);
    }

    /// <summary>Each amount and each target of the plan, made unreadable.</summary>
    private static TheoryData<string, string, string> Planted()
    {
        var faults = new TheoryData<string, string, string>
        {
            { "64,500.- บาท", "-64,500 บาท", "AMOUNT_NOT_READ" },
            { "27,900.- บาท", "25,000-27,900 บาท", "AMOUNT_NOT_READ" },
        };
        foreach (var line in VariedPlan.Text.Split('\n').Where(line => line.Contains(',', StringComparison.Ordinal)))
        {
            var cells = line.Split('\t');
            for (var i = 1; i < cells.Length; i++)
            {
                if (cells[i] != "-")
                    faults.Add(
                        line,
                        string.Join('\t', cells.Index().Select(one => one.Index == i ? "1 2" : one.Item)),
                        "AMOUNT_NOT_READ"
                    );
            }
        }

        foreach (var target in (string[])["71", "76", "81", "72", "77", "82", "311", "322", "333"])
            faults.Add($"\t{target}\t", "\tดีมาก\t", "TARGET_NOT_READ");
        return faults;
    }
}
