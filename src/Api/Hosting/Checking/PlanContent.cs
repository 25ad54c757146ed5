using System.CommandLine;
using TeacherDevPlan.Api.Hosting.Messages;
using TeacherDevPlan.Application.Plans.Importing;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Plans.Document;

namespace TeacherDevPlan.Api.Hosting.Checking;

/// <summary>
/// Reads the bytes of a plan file, at most the maximum size, even if the length of the input is unknown.
/// </summary>
internal static class PlanContent
{
    /// <summary>The argument by which a command takes the file.</summary>
    public static Argument<string> Argument(OfficerConsole console) =>
        console.Argument<string>(
            "file",
            new LocalText(
                "The published document (.docx, .xlsx, .odt, .pdf, .rtf, .html or text), or a JSON plan file (docs/plan-file.md); - reads standard input.",
                "เอกสารแผน (.docx .xlsx .odt .pdf .rtf .html หรือข้อความ) หรือไฟล์แผน JSON (docs/plan-file.md) หากระบุ - จะอ่านจากข้อมูลนำเข้ามาตรฐาน"
            )
        );

    public static async Task<Result<byte[]>> ReadAsync(string path, CancellationToken cancellationToken)
    {
        var (content, wrong) = await InputFile.ReadAsync(
            path,
            ImportPlanValidator.MaxBytes,
            new LocalText("a plan file", "ไฟล์แผน"),
            cancellationToken
        );
        return wrong is null ? content : new PlanFileRefused([new PlanFault("", wrong)]);
    }
}
