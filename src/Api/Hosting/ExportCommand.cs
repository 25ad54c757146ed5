using System.CommandLine;
using Mediator;
using TeacherDevPlan.Api.Hosting.Messages;
using TeacherDevPlan.Application.Common;
using TeacherDevPlan.Application.Plans.Importing;
using TeacherDevPlan.Domain.Common;

namespace TeacherDevPlan.Api.Hosting;

/// <summary>Writes a stored plan back as a plan file, to a new file or to standard output.</summary>
internal static class ExportCommand
{
    public static Command Create(OfficerConsole console, Func<Func<Task<int>>, Task<int>> guarded)
    {
        var office = console.Argument<string>(
            "office",
            new LocalText("The code of the office: TH-43-P2.", "รหัสสำนักงาน เช่น TH-43-P2")
        );
        var year = console.Argument<int>(
            "year",
            new LocalText("The fiscal year (Buddhist era): 2566.", "ปีงบประมาณ (พ.ศ.) เช่น 2566")
        );
        var file = console.Option<string?>(
            "--out",
            new LocalText(
                "The file to write. Otherwise the plan is written to standard output.",
                "ไฟล์ที่จะบันทึก หากไม่ระบุจะแสดงแผนทางหน้าจอ"
            )
        );
        var command = console.Command(
            "export",
            new LocalText(
                "Writes a stored plan as a JSON plan file (docs/plan-file.md). Importing it changes nothing.",
                "ส่งออกแผนที่จัดเก็บไว้เป็นไฟล์แผน JSON (docs/plan-file.md) ซึ่งเมื่อนำเข้าอีกครั้งจะไม่มีการเปลี่ยนแปลง"
            )
        );
        command.Add(office);
        command.Add(year);
        command.Add(file);
        command.Add(console.Language());
        command.SetAction(
            (parsed, cancellation) =>
                guarded(() =>
                    RunAsync(
                        new WritePlanFile(parsed.GetValue(office)!, parsed.GetValue(year)),
                        parsed.GetValue(file),
                        console,
                        cancellation
                    )
                )
        );
        return command;
    }

    private static Task<int> RunAsync(
        WritePlanFile query,
        string? file,
        OfficerConsole console,
        CancellationToken cancellationToken
    )
    {
        if (FiscalYears.IsKnown(query.FiscalYear))
            return Commands.WithDatabaseAsync(
                services => WriteAsync(services.GetRequiredService<ISender>(), query, file, console, cancellationToken),
                cancellationToken
            );
        var right = FiscalYears.Right(query.FiscalYear);
        console.Complain(new LocalText($"The year {right.English}", $"ปี{right.Thai}"));
        return Task.FromResult(1);
    }

    private static async Task<int> WriteAsync(
        ISender sender,
        WritePlanFile query,
        string? file,
        OfficerConsole console,
        CancellationToken cancellationToken
    )
    {
        if (await sender.Send(query, cancellationToken) is not { } content)
        {
            console.Complain(
                new LocalText(
                    $"There is no plan of {query.OfficeCode} for fiscal year {query.FiscalYear}.",
                    $"ไม่พบแผนของ {query.OfficeCode} ปีงบประมาณ {query.FiscalYear}"
                )
            );
            return 1;
        }

        if (file is null)
        {
            await using var output = Console.OpenStandardOutput();
            await output.WriteAsync(content, cancellationToken);
            return 0;
        }

        return await OutputFile.WriteAsync(file, content, console, cancellationToken) ? 0 : 1;
    }
}
