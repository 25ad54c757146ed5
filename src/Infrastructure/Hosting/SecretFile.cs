using System.Security.Cryptography;

namespace TeacherDevPlan.Infrastructure.Hosting;

/// <summary>Files that only their owner can read.</summary>
internal static class SecretFile
{
    public static string NewPassword() => Convert.ToHexString(RandomNumberGenerator.GetBytes(24));

    /// <summary>Creates a file; fails if it exists.</summary>
    public static void Create(string path, string secret)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using var writer = new StreamWriter(path, options);
        writer.Write(secret);
    }

    /// <summary>Creates or replaces a file. Readers see the old or the new content, and never a part of it.</summary>
    public static void Replace(string path, string secret)
    {
        var aside = $"{path}.{Guid.NewGuid():N}";
        Create(aside, secret);
        File.Move(aside, path, overwrite: true);
    }
}
