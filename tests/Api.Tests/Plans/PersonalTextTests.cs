using System.Text.Json.Nodes;
using TeacherDevPlan.Domain.Findings.Rules;
using TeacherDevPlan.Domain.Plans.Document;
using static TeacherDevPlan.Api.Tests.SampleFile;

namespace TeacherDevPlan.Api.Tests.Plans;

/// <summary>Whatever becomes public with a plan is searched for what looks like personal data.</summary>
public sealed class PersonalTextTests(PlanService service) : PlanTests(service)
{
    private static readonly string[] Rules = ["CITIZEN_ID", "TELEPHONE_NUMBER", "EMAIL_ADDRESS"];

    [Fact]
    public void Every_text_of_the_format_is_searched()
    {
        Found(Service.ReadFile(Bytes(Sample()))).ShouldBeEmpty();
        var dice = new Random();
        var count = Texts(Sample()).Count;
        count.ShouldBeGreaterThan(500);
        foreach (var at in Enumerable.Range(0, 40).Select(_ => dice.Next(count)))
        {
            var file = Sample();
            var text = Texts(file)[at];
            var path = text.GetPath();
            text.ReplaceWith($"{text.GetValue<string>()} (0-2345-6789)");
            Found(Service.ReadFile(Bytes(file))).ShouldContain("TELEPHONE_NUMBER 0-2345-6789", path);
        }
    }

    [Theory]
    [InlineData("1-1037-02071-81-1", "CITIZEN_ID")]
    [InlineData("เลขที่ ๑๑๐๓๗๐๒๐๗๑๘๑๑ ออกให้", "CITIZEN_ID")]
    [InlineData("1-1037-02071-81-2", null)]
    [InlineData("1,103,702,071,811", null)]
    [InlineData("081-234 5678", "TELEPHONE_NUMBER")]
    [InlineData("+66 81 234 5678", "TELEPHONE_NUMBER")]
    [InlineData("โทร.๐ ๔๒๔๑ ๑๑๑๑", "TELEPHONE_NUMBER")]
    [InlineData("งบประมาณ 0212345678.50", null)]
    [InlineData("02,123,456", null)]
    [InlineData("อีเมล a.b@example.ac.th", "EMAIL_ADDRESS")]
    [InlineData("ร้อยละ 80 @ ปี", null)]
    public void What_looks_like_personal_data_is_found_and_other_numbers_are_not(string text, string? rule)
    {
        var file = Sample();
        file["developmentPlan"]!["projects"]![0]!["venue"] = text;
        Found(Service.ReadFile(Bytes(file))).Select(found => found.Split(' ')[0]).ShouldBe(rule is null ? [] : [rule]);
    }

    [Fact]
    public async Task Lines_of_the_document_are_searched_as_they_are_public_as_sources()
    {
        var text = await File.ReadAllTextAsync(
            Path.Combine(AppContext.BaseDirectory, "Plans", "plan-a.txt"),
            TestContext.Current.CancellationToken
        );
        Found(Read(text)).ShouldBeEmpty();
        var lines = text.Split('\n');
        var owner = Array.FindIndex(lines, line => line.StartsWith("ผู้รับผิดชอบโครงการ", StringComparison.Ordinal));
        owner.ShouldBeGreaterThan(0);
        lines[owner] = $"{lines[owner].TrimEnd()} โทร. 081-234-5678";
        var file = Read(string.Join('\n', lines));
        var seen = file.Reading!.Unread.Any(passage => passage.Text.Contains("081-234-5678", StringComparison.Ordinal));
        (seen || Found(file).Contains("TELEPHONE_NUMBER 081-234-5678")).ShouldBeTrue();
    }

    private PlanFile Read(string text) => Service.ReadFile(System.Text.Encoding.UTF8.GetBytes(text));

    private static List<string> Found(PlanFile file) =>
        [
            .. FindingRules
                .Find(file)
                .Where(found => Rules.Contains(found.Rule.Code))
                .Select(found => $"{found.Rule.Code} {found.Fault.Stated}"),
        ];

    /// <summary>What people read in a file: what is in Thai.</summary>
    private static List<JsonValue> Texts(JsonNode node) =>
        node switch
        {
            JsonObject members => [.. members.SelectMany(member => member.Value is { } value ? Texts(value) : [])],
            JsonArray items => [.. items.SelectMany(item => Texts(item!))],
            // What a file says of its own origin is not stored.
            JsonValue value
                when value.TryGetValue(out string? text)
                    && text.Any(c => c > 127)
                    && text.Length < 100
                    && !value.GetPath().StartsWith("$.source.", StringComparison.Ordinal) => [value],
            _ => [],
        };
}
