namespace TeacherDevPlan.Infrastructure.Hosting;

/// <summary>Files that only their owner can read.</summary>
internal static class SecretFile
{
    /// <summary>Creates a file; fails if it exists.</summary>
    public static void Create(string path, string secret)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using var writer = new StreamWriter(path, options);
        writer.Write(secret);
    }

    /// <summary>Replaces a file.</summary>
    public static void Replace(string path, string secret)
    {
        File.Delete(path);
        Create(path, secret);
    }
}
