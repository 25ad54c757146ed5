using TeacherDevPlan.Domain.Common;

namespace TeacherDevPlan.Api.Hosting.Messages;

/// <summary>Files that commands create for officers.</summary>
internal static class NewFile
{
    /// <summary>Writes a file that does not exist yet; says so where that is not possible.</summary>
    public static async Task<bool> WriteAsync(
        string path,
        ReadOnlyMemory<byte> content,
        OfficerConsole console,
        CancellationToken cancellationToken
    )
    {
        try
        {
            await using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write);
            await file.WriteAsync(content, cancellationToken);
            return true;
        }
        catch (IOException) when (File.Exists(path))
        {
            console.Complain(
                new LocalText(
                    $"{path} exists already and was not changed. Choose another name.",
                    $"มีไฟล์ {path} อยู่แล้วและไม่ได้ถูกแก้ไข โปรดใช้ชื่ออื่น"
                )
            );
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            console.Complain(
                new LocalText(
                    $"{path} cannot be written: {exception.Message}",
                    $"เขียนไฟล์ {path} ไม่ได้ โปรดตรวจสอบโฟลเดอร์และสิทธิ์การเขียน"
                )
            );
        }

        return false;
    }
}
