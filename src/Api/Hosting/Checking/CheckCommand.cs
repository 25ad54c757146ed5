using System.CommandLine;
using TeacherDevPlan.Api.Hosting.Messages;
using TeacherDevPlan.Application.Plans.Importing;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Findings;
using TeacherDevPlan.Domain.Findings.Rules;
using TeacherDevPlan.Domain.Plans.Document;
using TeacherDevPlan.Infrastructure;

namespace TeacherDevPlan.Api.Hosting.Checking;

/// <summary>
/// Checks a plan file without a database. The exit code is 0 if there are at most warnings, 1 if there are errors, and
/// 2 if the file cannot be read as a plan.
/// </summary>
internal static class CheckCommand
{
    private const int Errors = 1;
    private const int Unreadable = 2;

    /// <summary>For files of at least this size, the progress is reported.</summary>
    private const int LongFile = 1024 * 1024;

    private static readonly Dictionary<string, ICheckFormat> Formats = new(StringComparer.Ordinal)
    {
        ["table"] = new TableFormat(),
        ["json"] = new JsonFormat(),
        ["csv"] = new CsvFormat(),
        ["sarif"] = new SarifFormat(),
    };

    public static Command Create(OfficerConsole console, Func<Func<Task<int>>, Task<int>> guarded)
    {
        var file = PlanContent.Argument(console);
        var format = new Option<string>("--format")
        {
            Description = console.Text(new LocalText("The output format of findings.", "รูปแบบของผลการตรวจสอบ")),
            DefaultValueFactory = _ => "table",
        };
        format.AcceptOnlyFromAmong([.. Formats.Keys]);
        var report = console.Option<string?>(
            "--report",
            new LocalText(
                "Also writes a page (HTML) with the document and the findings beside it.",
                "บันทึกหน้าเอกสาร (HTML) ที่แสดงเนื้อหาพร้อมผลการตรวจสอบที่ขอบกระดาษด้วย"
            )
        );
        var command = console.Command(
            "check",
            new LocalText(
                "Lists the contradictions in a plan. Needs no database. Exits with 1 if there are errors, with 2 if the file is not a plan.",
                "แสดงจุดที่ขัดแย้งกันในแผน โดยไม่ต้องใช้ฐานข้อมูล รหัสสิ้นสุดเป็น 1 หากมีข้อผิดพลาด และเป็น 2 หากไฟล์ไม่ใช่แผน"
            )
        );
        command.Add(file);
        command.Add(format);
        command.Add(report);
        command.Add(console.Language());
        command.SetAction(
            (parsed, cancellation) =>
                guarded(() =>
                    RunAsync(
                        parsed.GetValue(file)!,
                        Formats[parsed.GetValue(format)!],
                        parsed.GetValue(report),
                        console,
                        cancellation
                    )
                )
        );
        return command;
    }

    private static async Task<int> RunAsync(
        string path,
        ICheckFormat format,
        string? report,
        OfficerConsole console,
        CancellationToken cancellationToken
    )
    {
        var content = await PlanContent.ReadAsync(path, cancellationToken);
        if (!content.Succeeded)
            return Refuse(path, content.Error!, console);

        var progress = content.Value.Length >= LongFile ? new Progress(console) : null;
        progress?.Report(
            new LocalText(
                $"Reading {path} ({content.Value.Length / 1024.0 / 1024.0:0.0} MB) …",
                $"กำลังอ่าน {path} ({content.Value.Length / 1024.0 / 1024.0:0.0} MB) …"
            )
        );
        await using var services = new ServiceCollection().AddPlanFiles().BuildServiceProvider();
        var opened = services.GetRequiredService<IPlanFileReader>().Open(content.Value, cancellationToken);
        var read = opened.Succeeded ? opened.Value.Read(cancellationToken) : Result<PlanFile>.Refused(opened.Errors);
        if (!read.Succeeded)
        {
            progress?.End();
            return Refuse(path, read.Error!, console);
        }

        var findings = Findings(read.Value, progress, cancellationToken);
        progress?.End();
        var plan = new CheckedPlan(path, read.Value, findings, console.InThai) { Rows = opened.Value.Rows };
        await using var output = new StreamWriter(Console.OpenStandardOutput());
        format.Write(plan, output);
        if (report is not null && !await WriteReportAsync(plan, report, console, cancellationToken))
            return Unreadable;
        return plan.HasErrors ? Errors : 0;
    }

    /// <summary>The findings in the order of the document.</summary>
    private static IReadOnlyList<(FindingRule, Fault)> Findings(
        PlanFile file,
        Progress? progress,
        CancellationToken cancellationToken
    )
    {
        var findings = new List<(FindingRule Rule, Fault Fault)>();
        foreach (var (index, rule) in FindingRules.All.Index())
        {
            cancellationToken.ThrowIfCancellationRequested();
            progress?.Report(
                new LocalText(
                    $"Checking: {index + 1} of {FindingRules.All.Count} rules …",
                    $"กำลังตรวจสอบ กฎที่ {index + 1} จาก {FindingRules.All.Count} …"
                )
            );
            findings.AddRange(rule.Check(file).Select(fault => (rule, fault)));
        }

        return [.. findings.OrderBy(finding => finding.Fault.Source?.Line ?? 0)];
    }

    /// <summary>The report never replaces the document itself.</summary>
    private static async Task<bool> WriteReportAsync(
        CheckedPlan plan,
        string path,
        OfficerConsole console,
        CancellationToken cancellationToken
    )
    {
        if (Path.GetFullPath(path) != Path.GetFullPath(plan.Name))
            return await OutputFile.WriteAsync(path, ReportPage.Of(plan), console, cancellationToken);
        console.Complain(
            new LocalText(
                $"{path} is the document itself. Choose another name for the report.",
                $"{path} เป็นไฟล์เอกสารเอง โปรดใช้ชื่ออื่นสำหรับรายงาน"
            )
        );
        return false;
    }

    private static int Refuse(string path, DomainError error, OfficerConsole console)
    {
        console.Refuse(path, new LocalText($"{path} cannot be read as a plan", $"อ่าน {path} เป็นแผนไม่ได้"), error);
        return Unreadable;
    }
}

/// <summary>Reports the progress: on one line that is updated on a terminal, otherwise on few separate lines.</summary>
internal sealed class Progress(OfficerConsole console)
{
    private readonly bool watched = !Console.IsErrorRedirected;
    private int width;

    public void Report(LocalText step)
    {
        var text = console.Text(step);
        if (watched)
            Console.Error.Write($"\r{text.PadRight(width)}");
        else if (width == 0)
            console.Complain(step);
        width = Math.Max(width, text.Length);
    }

    public void End()
    {
        if (watched)
            Console.Error.Write($"\r{new string(' ', width)}\r");
    }
}
