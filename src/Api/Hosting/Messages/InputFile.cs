using TeacherDevPlan.Domain.Common;

namespace TeacherDevPlan.Api.Hosting.Messages;

/// <summary>Files that officers give to commands.</summary>
internal static class InputFile
{
    public const string StandardInput = "-";
    private const int Megabyte = 1024 * 1024;

    /// <summary>
    /// The bytes of a file, at most the maximum size, even if the length of the input is unknown; or what is wrong with it.
    /// </summary>
    /// <param name="maxBytes">Whole megabytes.</param>
    /// <param name="what">What a person calls such a file: "a plan file", in both languages.</param>
    public static async Task<(byte[] Content, LocalText? Wrong)> ReadAsync(
        string path,
        int maxBytes,
        LocalText what,
        CancellationToken cancellationToken
    )
    {
        if (Directory.Exists(path))
            return Wrong("is a folder, not a file.", "เป็นโฟลเดอร์ ไม่ใช่ไฟล์");
        try
        {
            await using var stream = path == StandardInput ? Console.OpenStandardInput() : File.OpenRead(path);
            using var content = new MemoryStream();
            var buffer = new byte[81_920];
            int count;
            while ((count = await stream.ReadAsync(buffer, cancellationToken)) > 0)
            {
                content.Write(buffer, 0, count);
                if (content.Length > maxBytes)
                    return Wrong(
                        $"is larger than {maxBytes / Megabyte} MB, the maximum size of {what.English}.",
                        $"มีขนาดเกิน {maxBytes / Megabyte} MB ซึ่งเป็นขนาดสูงสุดของ{what.Thai}"
                    );
            }

            return content.Length > 0 ? (content.ToArray(), null) : Wrong("is empty.", "เป็นไฟล์ว่าง");
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            return Wrong("does not exist, so it cannot be read.", "อ่านไม่ได้ เพราะไม่มีไฟล์นี้");
        }
        catch (UnauthorizedAccessException exception)
        {
            return Wrong($"cannot be read: {exception.Message}", "อ่านไม่ได้ เพราะไม่มีสิทธิ์อ่าน");
        }
        catch (IOException exception)
        {
            return Wrong(
                $"cannot be read: {exception.Message}",
                "อ่านไม่ได้ โปรดตรวจสอบว่าไฟล์ไม่เสียหายและไม่ได้ถูกใช้งานอยู่"
            );
        }
    }

    private static (byte[] Content, LocalText? Wrong) Wrong(string english, string thai) =>
        ([], new LocalText(english, thai));
}
