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
    private const string StandardInput = "-";
    private const int MostMegabytes = ImportPlanValidator.MaxBytes / 1024 / 1024;

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
        try
        {
            await using var stream = path == StandardInput ? Console.OpenStandardInput() : File.OpenRead(path);
            using var content = new MemoryStream();
            var buffer = new byte[81_920];
            int count;
            while ((count = await stream.ReadAsync(buffer, cancellationToken)) > 0)
            {
                content.Write(buffer, 0, count);
                if (content.Length > ImportPlanValidator.MaxBytes)
                    return Refused(
                        $"is larger than {MostMegabytes} MB, the maximum size of a plan file.",
                        $"มีขนาดเกิน {MostMegabytes} MB ซึ่งเป็นขนาดสูงสุดของไฟล์แผน"
                    );
            }

            return content.Length > 0 ? content.ToArray() : Refused("is empty.", "เป็นไฟล์ว่าง");
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            return Refused("does not exist, so it cannot be read.", "อ่านไม่ได้ เพราะไม่มีไฟล์นี้");
        }
        catch (UnauthorizedAccessException exception)
        {
            return Refused($"cannot be read: {exception.Message}", "อ่านไม่ได้ เพราะเป็นโฟลเดอร์หรือไม่มีสิทธิ์อ่าน");
        }
        catch (IOException exception)
        {
            return Refused(
                $"cannot be read: {exception.Message}",
                "อ่านไม่ได้ โปรดตรวจสอบว่าไฟล์ไม่เสียหายและไม่ได้ถูกใช้งานอยู่"
            );
        }
    }

    private static PlanFileRefused Refused(string english, string thai) =>
        new([new PlanFault("", new LocalText(english, thai))]);
}
