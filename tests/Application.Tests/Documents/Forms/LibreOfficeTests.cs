using System.Diagnostics;
using System.Text;

namespace TeacherDevPlan.Application.Tests.Documents.Forms;

/// <summary>
/// The same plan is read from files that LibreOffice writes, whose inner form is not ours. Skipped where it is not installed;
/// Debian has it in libreoffice-writer-nogui.
/// </summary>
public sealed class LibreOfficeTests
{
    private static readonly string? Program = (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator)
        .Select(folder => Path.Combine(folder, "soffice"))
        .FirstOrDefault(File.Exists);

    [Theory]
    [InlineData("docx:MS Word 2007 XML")]
    [InlineData("odt")]
    [InlineData("rtf")]
    [InlineData("html:HTML (StarWriter)")]
    public async Task A_file_that_LibreOffice_writes_gives_the_same_plan(string form)
    {
        Assert.SkipWhen(Program is null, "LibreOffice is not installed.");
        var folder = Directory.CreateTempSubdirectory("teacherdevplan-office-");
        try
        {
            string[] names = ["plan-a", "plan-b"];
            foreach (var name in names)
                await File.WriteAllBytesAsync(
                    Path.Combine(folder.FullName, $"{name}.html"),
                    HtmlFile.Of(Plans.Text($"{name}.txt"), new Random(1)),
                    TestContext.Current.CancellationToken
                );
            await ConvertAsync(folder.FullName, form, [.. names.Select(name => $"{name}.html")]);
            foreach (var name in names)
            {
                var saved = Path.Combine(folder.FullName, "saved", $"{name}.{form.Split(':')[0]}");
                var read = Plans.Read(await File.ReadAllBytesAsync(saved, TestContext.Current.CancellationToken));
                read.Succeeded.ShouldBeTrue($"{name}: {SamePlanTests.Refusal(read.Error)}");
                var expected = Plans.Read(Encoding.UTF8.GetBytes(Plans.Text($"{name}.txt"))).Value;
                SamePlanTests.Facts(read.Value).ShouldBe(SamePlanTests.Facts(expected), name);
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task ConvertAsync(string folder, string form, string[] files)
    {
        var start = new ProcessStartInfo(
            Program!,
            [
                $"-env:UserInstallation={new Uri(Path.Combine(folder, "profile"))}",
                "--headless",
                "--infilter=HTML (StarWriter)",
                "--convert-to",
                form,
                "--outdir",
                "saved",
                .. files,
            ]
        )
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(TimeSpan.FromMinutes(3));
        var errors = process.StandardError.ReadToEndAsync(limit.Token);
        _ = process.StandardOutput.ReadToEndAsync(limit.Token);
        await process.WaitForExitAsync(limit.Token);
        process.ExitCode.ShouldBe(0, await errors);
    }
}
