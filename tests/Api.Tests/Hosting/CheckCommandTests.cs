using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using CsvHelper;
using TeacherDevPlan.Api.Hosting.Checking;

namespace TeacherDevPlan.Api.Tests.Hosting;

/// <summary><c>check</c>, as an officer and a tool run it; no database is near.</summary>
public sealed class CheckCommandTests : IDisposable
{
    private static readonly string Clean = Path.Combine(AppContext.BaseDirectory, "Plans", "plan-a.txt");

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory();

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task A_plan_without_faults_ends_with_0()
    {
        var (code, output) = await CheckAsync(Clean);
        code.ShouldBe(0, output);
        output.ShouldContain("TH-55-P1");
        output.ShouldContain("0 errors, 0 warnings, 0 notes.");
        (await CheckAsync(Clean, "--lang", "th")).Output.ShouldContain("ผิดพลาด 0 เตือน 0 ข้อสังเกต 0");
    }

    [Fact]
    public async Task Errors_end_with_1_and_stand_in_a_table_in_both_languages()
    {
        var (code, output) = await CheckAsync(Faulty());
        code.ShouldBe(1, output);
        output.ShouldContain("505    ERROR    STATED_BUDGET_TOTAL");
        output.ShouldContain("project 2");
        (await CheckAsync(Faulty(), "--lang", "th")).Output.ShouldContain("โครงการที่ 2");
    }

    [Theory]
    [InlineData("-5.37", "-5.37")]
    [InlineData("+12", "+12")]
    [InlineData("-", "'-")]
    [InlineData("-1+2", "'-1+2")]
    [InlineData("+1.", "'+1.")]
    [InlineData("", "")]
    [InlineData("1=2", "1=2")]
    public void Signed_numbers_are_no_formulas(string cell, string written) => CsvFormat.Text(cell).ShouldBe(written);

    [Fact]
    public void Whatever_begins_like_a_formula_is_written_as_text_and_nothing_else_is_changed()
    {
        var random = new Random(7);
        const string characters = "=+-@\t\r0123456789.eE'\"; กA(";
        for (var i = 0; i < 20_000; i++)
        {
            var length = random.Next(8);
            var cell = string.Concat(
                Enumerable.Range(0, length).Select(_ => characters[random.Next(characters.Length)])
            );
            var written = CsvFormat.Text(cell);
            (written == cell || written == "'" + cell).ShouldBeTrue();
            var isFormula = cell.Length > 0 && "=+-@\t\r".Contains(cell[0]);
            var isNumber =
                cell.Length > 1
                && "+-".Contains(cell[0])
                && cell[1..].All(character => char.IsAsciiDigit(character) || character == '.')
                && decimal.TryParse(cell[1..], System.Globalization.CultureInfo.InvariantCulture, out _)
                && char.IsAsciiDigit(cell[1])
                && char.IsAsciiDigit(cell[^1]);
            written.StartsWith('\'').ShouldBe(isFormula && !isNumber || cell.StartsWith('\''), cell);
        }
    }

    [Fact]
    public async Task Tools_get_JSON_CSV_or_SARIF()
    {
        var json = JsonDocument.Parse((await CheckAsync(Faulty(), "--format", "json")).Output).RootElement;
        json.GetProperty("errors").GetInt32().ShouldBe(1);
        var finding = json.GetProperty("findings")[0];
        finding.GetProperty("rule").GetString().ShouldBe("STATED_BUDGET_TOTAL");
        finding.GetProperty("source").GetProperty("line").GetInt32().ShouldBe(505);

        var sarif = JsonDocument.Parse((await CheckAsync(Faulty(), "--format", "sarif")).Output).RootElement;
        sarif.GetProperty("version").GetString().ShouldBe("2.1.0");
        var run = sarif.GetProperty("runs")[0];
        var result = run.GetProperty("results")[0];
        run.GetProperty("tool")
            .GetProperty("driver")
            .GetProperty("rules")[result.GetProperty("ruleIndex").GetInt32()]
            .GetProperty("id")
            .GetString()
            .ShouldBe("STATED_BUDGET_TOTAL");

        using var csv = new CsvReader(
            new StringReader((await CheckAsync(Faulty(), "--format", "csv")).Output.TrimStart('\uFEFF')),
            System.Globalization.CultureInfo.InvariantCulture
        );
        csv.Read().ShouldBeTrue();
        csv.ReadHeader();
        csv.Read().ShouldBeTrue();
        csv.GetField("rule").ShouldBe("STATED_BUDGET_TOTAL");
        csv.GetField("stated").ShouldBe("85,500");
    }

    [Theory]
    [InlineData("/dev/zero", "is larger than")]
    [InlineData("/nowhere/plan.txt", "cannot be read")]
    [InlineData("/tmp", "is a folder")]
    [InlineData("/dev/null", "is empty")]
    public async Task What_is_no_file_ends_with_2(string path, string message)
    {
        var (code, output) = await CheckAsync(path);
        code.ShouldBe(2);
        output.ShouldContain(message);
    }

    [Theory]
    [InlineData("/dev/zero")]
    [InlineData("/nowhere")]
    [InlineData("/tmp")]
    [InlineData("/dev/null")]
    public async Task What_is_refused_is_refused_in_Thai(string path)
    {
        foreach (var command in new[] { "check", "import" })
        {
            using var process = Programs.Start("LANG", "C.UTF-8", [command, path, "--lang", "th"]);
            var output = await Programs.OutputAsync(process);
            InThai(output.Replace(path, "").Replace(Path.GetFileName(path), ""), "MB");
        }
    }

    [Fact]
    public async Task Findings_are_told_in_Thai_throughout()
    {
        var (_, output) = await CheckAsync(Faulty(), "--lang", "th");
        InThai(output, "TH", "P1");
        output.ShouldContain("งบประมาณที่ระบุ");
    }

    [Fact]
    public async Task What_is_no_plan_ends_with_2()
    {
        var path = Path.Combine(folder.FullName, "plan.docx");
        await File.WriteAllBytesAsync(path, [0x50, 0x4B, 0x03, 0x04, 0x00], TestContext.Current.CancellationToken);
        var (code, output) = await CheckAsync(path);
        code.ShouldBe(2);
        output.ShouldContain("ZIP archive");
    }

    private static void InThai(string output, params string[] known)
    {
        var words = Regex.Matches(output, "[A-Za-z][A-Za-z0-9_]+").Select(word => word.Value).Except(known);
        words.ShouldBeEmpty(output);
        output.ShouldContain(letter => letter >= 'ก' && letter <= 'ฮ');
    }

    private string Faulty()
    {
        var path = Path.Combine(folder.FullName, "faulty.txt");
        var text = File.ReadAllText(Clean)
            .Replace("จำนวนทั้งสิ้น ๘๔,๕๐๐ .- บาท", "จำนวนทั้งสิ้น ๘๕,๕๐๐ .- บาท", StringComparison.Ordinal);
        File.WriteAllText(path, text, new UTF8Encoding(false));
        return path;
    }

    private static async Task<(int Code, string Output)> CheckAsync(string path, params string[] options)
    {
        using var process = Programs.Start("LANG", "C.UTF-8", ["check", path, .. options]);
        var output = await Programs.OutputAsync(process);
        return (process.ExitCode, output);
    }
}
