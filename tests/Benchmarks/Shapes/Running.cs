using System.Globalization;

namespace TeacherDevPlan.Benchmarks.Shapes;

/// <summary>The processes of a running service, found by its data folder.</summary>
internal static class Running
{
    public static (int ServerId, int PostgresId)? Find(string data)
    {
        var postmaster = Path.Combine(data, "postgres", "cluster", "postmaster.pid");
        if (!File.Exists(postmaster))
            return null;
        var setting = $"TEACHERDEVPLAN_DATA={Path.GetFullPath(data)}\0";
        foreach (var folder in Directory.EnumerateDirectories("/proc"))
        {
            if (int.TryParse(Path.GetFileName(folder), out var id) && IsService(folder, setting))
                return (id, int.Parse(File.ReadLines(postmaster).First(), CultureInfo.InvariantCulture));
        }

        return null;
    }

    private static bool IsService(string folder, string setting)
    {
        try
        {
            return File.ReadAllText($"{folder}/cmdline")
                    .Contains("TeacherDevPlan.Development.dll\0", StringComparison.Ordinal)
                && File.ReadAllText($"{folder}/cmdline").StartsWith("dotnet\0", StringComparison.Ordinal)
                && File.ReadAllText($"{folder}/environ").Contains(setting, StringComparison.Ordinal);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
