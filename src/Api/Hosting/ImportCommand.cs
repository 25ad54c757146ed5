using System.CommandLine;
using Mediator;
using TeacherDevPlan.Api.Hosting.Checking;
using TeacherDevPlan.Api.Hosting.Messages;
using TeacherDevPlan.Application.Plans.Importing;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Findings;
using TeacherDevPlan.Domain.Plans.Document;

namespace TeacherDevPlan.Api.Hosting;

/// <summary>Imports a plan, and prints what came of it or why the file was rejected.</summary>
internal static class ImportCommand
{
    public static Command Create(OfficerConsole console, Func<Func<Task<int>>, Task<int>> guarded)
    {
        var file = PlanContent.Argument(console);
        var publish = console.Option<bool>(
            "--publish",
            new LocalText(
                "Publishes the plan. Otherwise only its office sees it, until publishPlan.",
                "เผยแพร่แผน หากไม่ระบุจะมีเฉพาะสำนักงานที่เห็นแผน จนกว่าจะเผยแพร่ด้วย publishPlan"
            )
        );
        var command = console.Command(
            "import",
            new LocalText(
                "Imports a plan, or lists the errors for which it is rejected.",
                "นำเข้าแผน หรือแสดงข้อผิดพลาดที่ทำให้นำเข้าไม่ได้"
            )
        );
        command.Add(file);
        command.Add(publish);
        command.Add(console.Language());
        command.SetAction(
            (parsed, cancellation) =>
                guarded(() => RunAsync(parsed.GetValue(file)!, parsed.GetValue(publish), console, cancellation))
        );
        return command;
    }

    private static async Task<int> RunAsync(
        string path,
        bool publish,
        OfficerConsole console,
        CancellationToken cancellationToken
    )
    {
        var name = Path.GetFileName(path);
        var content = await PlanContent.ReadAsync(path, cancellationToken);
        if (!content.Succeeded)
            return Refuse(name, content.Error!, console);
        return await Commands.WithDatabaseAsync(
            async services =>
            {
                var result = await services
                    .GetRequiredService<ISender>()
                    .Send(new ImportPlan(content.Value, publish), cancellationToken);
                if (!result.Succeeded)
                    return Refuse(name, result.Error!, console);
                Report(result.Value, console);
                return 0;
            },
            cancellationToken
        );
    }

    private static int Refuse(string file, DomainError error, OfficerConsole console)
    {
        console.Refuse(
            file,
            new LocalText(
                $"{file} was rejected and nothing was changed",
                $"นำเข้า {file} ไม่ได้ และไม่มีการเปลี่ยนแปลงใด"
            ),
            error
        );
        return 1;
    }

    private static void Report(ImportReport report, OfficerConsole console)
    {
        var outcome = WordFor(report.Outcome);
        console.Say(
            new LocalText(
                $"{outcome.English}: plan of {report.OfficeCode} for fiscal year {report.FiscalYear}, {report.Projects} projects, "
                    + $"{report.Activities} activities, {report.Indicators} indicators, {report.Datasets} datasets "
                    + $"({report.RowsChanged} rows changed).",
                $"{outcome.Thai}: แผนของ {report.OfficeCode} ปีงบประมาณ {report.FiscalYear} มีโครงการ {report.Projects} โครงการ "
                    + $"กิจกรรม {report.Activities} กิจกรรม ตัวชี้วัด {report.Indicators} ตัว ตารางข้อมูล {report.Datasets} ตาราง "
                    + $"(เปลี่ยนแปลง {report.RowsChanged} แถว)"
            )
        );
        console.Say(
            report.Published
                ? new LocalText("Everybody sees the plan.", "แผนนี้เผยแพร่แล้ว ทุกคนเห็นได้")
                : new LocalText(
                    "Only the office sees this until it is published (--publish, or publishPlan).",
                    "มีเฉพาะสำนักงานที่เห็นข้อมูลนี้ จนกว่าจะเผยแพร่ (--publish หรือ publishPlan)"
                )
        );
        if (report.Reading is { } reading)
            SayReading(reading, console);
        var findings = report.Findings;
        var counts = FindingWords.Counts(findings.Errors, findings.Warnings, findings.Infos);
        console.Say(new LocalText($"Open findings: {counts.English}", $"ข้อค้นพบที่รอดำเนินการ: {counts.Thai}"));
    }

    private static LocalText WordFor(ImportOutcome outcome) =>
        outcome switch
        {
            ImportOutcome.Created => new("Created", "เพิ่มแผนใหม่แล้ว"),
            ImportOutcome.Updated => new("Updated", "ปรับปรุงแผนแล้ว"),
            _ => new("Unchanged", "ไม่มีการเปลี่ยนแปลง"),
        };

    private static void SayReading(PlanReading reading, OfficerConsole console)
    {
        console.Say(
            new LocalText(
                $"{reading.LinesUsed} of {reading.Lines} lines are in the plan.",
                $"อยู่ในแผน {reading.LinesUsed} จาก {reading.Lines} บรรทัด"
            )
        );
        foreach (var passage in reading.Unread)
        {
            var reason = UnreadReasons.Of(passage.Reason);
            console.Say(
                new LocalText(
                    $"  lines {passage.FirstLine} to {passage.LastLine} went nowhere ({reason.English})",
                    $"  บรรทัดที่ {passage.FirstLine} ถึง {passage.LastLine} ไม่ได้นำเข้า ({reason.Thai})"
                )
            );
        }
    }
}
