using System.Globalization;

namespace TeacherDevPlan.Benchmarks.Load;

/// <summary>Resident memory of processes, in MB, as Linux accounts for it.</summary>
internal static class Resident
{
    public static double Now(int processId) => Read(processId, "VmRSS:");

    /// <summary>The maximum since the process started.</summary>
    public static double Peak(int processId) => Read(processId, "VmHWM:");

    /// <summary>The private memory of a process and its children, without shared pages.</summary>
    public static double OwnOfTree(int processId)
    {
        var total = 0.0;
        foreach (var folder in Directory.EnumerateDirectories("/proc"))
        {
            if (!int.TryParse(Path.GetFileName(folder), out var id))
                continue;
            try
            {
                if (id == processId || ParentOf(id) == processId)
                    total += Read(id, "RssAnon:");
            }
            catch (IOException)
            {
                // The process has just ended.
            }
        }

        return total;
    }

    private static int ParentOf(int processId) => int.Parse(Field(processId, "PPid:"), CultureInfo.InvariantCulture);

    private static double Read(int processId, string field) =>
        double.Parse(Field(processId, field), CultureInfo.InvariantCulture) / 1024;

    private static string Field(int processId, string field) =>
        File.ReadLines($"/proc/{processId}/status")
            .First(one => one.StartsWith(field, StringComparison.Ordinal))[field.Length..]
            .Trim()
            .Split(' ')[0];
}
