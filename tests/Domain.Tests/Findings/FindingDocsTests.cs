using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Findings.Rules;

namespace TeacherDevPlan.Domain.Tests.Findings;

public sealed class FindingDocsTests
{
    private static readonly string[] Lines = File.ReadAllLines(Path.Combine(Root(), "docs", "findings.md"));

    [Fact]
    public void The_documentation_has_every_rule_with_its_severity_and_its_meaning()
    {
        var documented = Lines.Where(line => line.StartsWith("| `", StringComparison.Ordinal)).Select(Cells);
        documented.ShouldBe(
            FindingRules.All.Select(rule => $"`{rule.Code}` {EnumText.Of(rule.Severity)} {rule.Meaning.English}")
        );
    }

    [Fact]
    public void Every_rule_has_a_code_of_its_own_and_a_meaning_in_both_languages()
    {
        FindingRules.All.Select(rule => rule.Code).ShouldBeUnique();
        foreach (var rule in FindingRules.All)
        {
            rule.Meaning.English.ShouldNotBeNullOrWhiteSpace();
            rule.Meaning.Thai.ShouldContain(letter => letter >= 'ก' && letter <= 'ฮ');
        }
    }

    private static string Cells(string line) =>
        string.Join(' ', line.Split('|').Skip(1).Take(3).Select(cell => cell.Trim()));

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "TeacherDevPlan.sln")))
            folder = folder.Parent!;
        return folder.FullName;
    }
}
