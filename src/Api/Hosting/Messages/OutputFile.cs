using TeacherDevPlan.Domain.Common;

namespace TeacherDevPlan.Api.Hosting.Messages;

/// <summary>Files that commands write for officers.</summary>
internal static class OutputFile
{
    /// <summary>Writes a file, and says so or why that is not possible; whether it was written.</summary>
    public static async Task<bool> WriteAsync(
        string path,
        ReadOnlyMemory<byte> content,
        OfficerConsole console,
        CancellationToken cancellationToken
    )
    {
        try
        {
            await using var file = new FileStream(path, FileMode.Create, FileAccess.Write);
            await file.WriteAsync(content, cancellationToken);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            console.Complain(
                new LocalText(
                    $"{path} cannot be written: {exception.Message}",
                    $"เขียนไฟล์ {path} ไม่ได้ โปรดตรวจสอบโฟลเดอร์และสิทธิ์การเขียน"
                )
            );
            return false;
        }

        console.Complain(new LocalText($"Written: {path}", $"บันทึกไฟล์แล้ว: {path}"));
        return true;
    }
}
