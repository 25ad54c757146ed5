namespace TeacherDevPlan.Infrastructure.Hosting;

/// <summary>Files that only their owner can read.</summary>
internal static class SecretFile
{
    /// <summary>Makes one; there must be none of that name.</summary>
    public static void Create(string path, string secret)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using var writer = new StreamWriter(path, options);
        writer.Write(secret);
    }

    /// <summary>Makes one in the place of another.</summary>
    public static void Replace(string path, string secret)
    {
        File.Delete(path);
        Create(path, secret);
    }
}
