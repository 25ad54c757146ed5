using System.Text;
using System.Text.RegularExpressions;
using TeacherDevPlan.Domain.Plans.Document;

namespace TeacherDevPlan.Application.Tests.Documents.Forms;

/// <summary>The same plan is read from every form of file.</summary>
public sealed class SamePlanTests
{
    private const int Rounds = 40;

    private static readonly Dictionary<string, Func<string, Random, byte[]>> Writers = new()
    {
        ["docx"] = WordFile.Of,
        ["xlsx"] = ExcelFile.Of,
        ["odt"] = OdtFile.Of,
        ["html"] = HtmlFile.Of,
    };

    public static TheoryData<string> All => [.. Writers.Keys];

    public static TheoryData<string, string> Invented { get; } =
        new MatrixTheoryData<string, string>([.. Writers.Keys], ["plan-a.txt", "plan-b.txt"]);

    [Theory]
    [MemberData(nameof(All))]
    public void A_plan_in_any_clothes_is_the_same(string form)
    {
        for (var seed = 0; seed < Rounds; seed++)
        {
            var random = new Random(seed);
            var text = SmallPlan.Text(Clothes.Random(random) with { Separator = '\t' });
            var read = Plans.Read(Writers[form](text, random));
            read.Succeeded.ShouldBeTrue($"seed {seed}: {Refusal(read.Error)}");
            Facts(read.Value).ShouldBe(Facts(OfText(text)), $"seed {seed}\n{text}");
        }
    }

    [Theory]
    [MemberData(nameof(Invented))]
    public void An_invented_plan_is_the_same(string form, string name)
    {
        var text = form == "xlsx" ? WithoutLoneCells(Plans.Text(name)) : Plans.Text(name);
        var expected = Facts(OfText(text));
        for (var seed = 0; seed < 3; seed++)
        {
            var read = Plans.Read(Writers[form](text, new Random(seed)));
            read.Succeeded.ShouldBeTrue($"seed {seed}: {Refusal(read.Error)}");
            Facts(read.Value).ShouldBe(expected, $"seed {seed}");
        }
    }

    internal static string Refusal(object? error) =>
        error is PlanFileRefused refused
            ? string.Join('\n', refused.Faults.Select(fault => fault.Message))
            : $"{error}";

    /// <summary>A sheet does not show whether a cell that is alone between empty rows belongs to a table.</summary>
    private static string WithoutLoneCells(string text) =>
        Regex.Replace(text.ReplaceLineEndings("\n"), @"(?<=\n\n)\t(?=[^\t\n]+\n\n)", "");

    private static PlanFile OfText(string text) => Plans.Read(Encoding.UTF8.GetBytes(text)).Value;

    /// <summary>All that the plan states, without where it is printed.</summary>
    internal static string Facts(PlanFile plan)
    {
        var facts = Plans.Facts(plan).AsObject();
        facts.Remove("reading");
        return facts.ToJsonString();
    }
}
