using System.CommandLine;
using Mediator;
using TeacherDevPlan.Api.Hosting.Messages;
using TeacherDevPlan.Application.Common;
using TeacherDevPlan.Application.People.Importing;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.People.Importing;

namespace TeacherDevPlan.Api.Hosting;

/// <summary>Imports a list of an office's staff, and prints what its columns are and what came of it.</summary>
internal static class ImportStaffCommand
{
    private const int RowsNamed = 20;

    public static Command Create(OfficerConsole console, Func<Func<Task<int>>, Task<int>> guarded)
    {
        var file = console.Argument<string>(
            "file",
            new LocalText(
                "A list of staff, as CSV or Excel (.xlsx), described in docs/staff-file.md; - reads standard input.",
                "รายชื่อบุคลากรเป็นไฟล์ CSV หรือ Excel (.xlsx) ตาม docs/staff-file.md หากระบุ - จะอ่านจากข้อมูลนำเข้ามาตรฐาน"
            )
        );
        var office = console.Option<string>(
            "--office",
            new LocalText("The code of the office: TH-43-P2.", "รหัสสำนักงาน เช่น TH-43-P2")
        );
        office.Required = true;
        var dryRun = console.Option<bool>(
            "--dry-run",
            new LocalText(
                "Shows what would be imported, and changes nothing.",
                "แสดงผลที่จะเกิดขึ้นโดยไม่เปลี่ยนแปลงข้อมูล"
            )
        );
        var command = console.Command(
            "import-staff",
            new LocalText(
                "Imports a list of an office's staff, or lists the errors for which it is rejected.",
                "นำเข้ารายชื่อบุคลากรของสำนักงาน หรือแสดงข้อผิดพลาดที่ทำให้นำเข้าไม่ได้"
            )
        );
        command.Add(file);
        command.Add(office);
        command.Add(dryRun);
        command.Add(console.Language());
        command.SetAction(
            (parsed, cancellation) =>
                guarded(() =>
                    RunAsync(
                        parsed.GetValue(file)!,
                        new ImportStaff(parsed.GetValue(office)!, []) { DryRun = parsed.GetValue(dryRun) },
                        console,
                        cancellation
                    )
                )
        );
        return command;
    }

    private static async Task<int> RunAsync(
        string path,
        ImportStaff command,
        OfficerConsole console,
        CancellationToken cancellationToken
    )
    {
        var name = Path.GetFileName(path);
        var (content, wrong) = await InputFile.ReadAsync(
            path,
            ImportStaffValidator.MaxBytes,
            new LocalText("a staff file", "ไฟล์บุคลากร"),
            cancellationToken
        );
        if (wrong is not null)
        {
            console.Complain(new LocalText($"{name} {wrong.English}", $"{name} {wrong.Thai}"));
            return 1;
        }

        return await Commands.WithDatabaseAsync(
            async services =>
            {
                var work = services.GetRequiredService<IUnitOfWork>();
                if (command.DryRun)
                    work.BeginRehearsal();
                var result = await services.GetRequiredService<ISender>().Send(command.Of(content), cancellationToken);
                await work.EndRehearsalAsync();
                if (!result.Succeeded)
                {
                    SayColumns((result.Error as StaffFileRefused)?.Columns ?? [], console);
                    console.Refuse(
                        name,
                        new LocalText(
                            $"{name} was rejected and nothing was changed",
                            $"นำเข้า {name} ไม่ได้ และไม่มีการเปลี่ยนแปลงใด"
                        ),
                        result.Error!
                    );
                    return 1;
                }

                SayColumns(result.Value.File.Columns, console);
                Report(result.Value, command.DryRun, console);
                return 0;
            },
            cancellationToken
        );
    }

    private static void SayColumns(IReadOnlyList<StaffColumn> columns, OfficerConsole console)
    {
        foreach (var column in columns)
        {
            var use = column.Field is { } field ? EnumText.Of(field) : null;
            console.Say(
                new LocalText(
                    $"  {column.Name} “{column.Header}”: {use ?? "not used"}",
                    $"  {column.Name} “{column.Header}”: {use ?? "ไม่ได้ใช้"}"
                )
            );
        }
    }

    private static void Say(StaffNotice notice, OfficerConsole console)
    {
        var rows =
            string.Join(", ", notice.Rows.Take(RowsNamed))
            + (notice.Rows.Count > RowsNamed ? $" … ({notice.Rows.Count})" : "");
        var (english, thai) = (notice.Rows.Count, notice.Column) switch
        {
            (0, null) => ("The file", "ไฟล์"),
            (0, { } column) => ($"Column “{column}”", $"คอลัมน์ “{column}”"),
            (_, null) => ($"Rows {rows}: each", $"แถวที่ {rows}: แต่ละแถว"),
            (_, { } column) => (
                $"Column “{column}”, rows {rows}: each",
                $"คอลัมน์ “{column}” แถวที่ {rows}: แต่ละช่อง"
            ),
        };
        console.Say(new LocalText($"{english} {notice.Message.English}", $"{thai} {notice.Message.Thai}"));
    }

    private static void Report(StaffReport report, bool isDryRun, OfficerConsole console)
    {
        if (report.File.IgnoredRows.Count > 0)
        {
            var rows = string.Join(", ", report.File.IgnoredRows);
            console.Say(new LocalText($"Rows that are about nobody: {rows}", $"แถวที่ไม่ใช่ข้อมูลบุคลากร: {rows}"));
        }

        foreach (var notice in report.File.Notices)
            Say(notice, console);
        console.Say(
            new LocalText(
                $"{report.File.Rows.Count} rows: {report.Created} people added, {report.Updated} changed, {report.Unchanged} as they were"
                    + (isDryRun ? " (dry run: nothing was written)." : "."),
                $"{report.File.Rows.Count} แถว: เพิ่มบุคลากร {report.Created} คน เปลี่ยนแปลง {report.Updated} คน คงเดิม {report.Unchanged} คน"
                    + (isDryRun ? " (ทดลอง ไม่มีการบันทึก)" : "")
            )
        );
    }
}
