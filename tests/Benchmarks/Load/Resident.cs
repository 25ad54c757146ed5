using System.Globalization;

namespace TeacherDevPlan.Benchmarks.Load;

/// <summary>Resident memory of processes, in MB, as Linux accounts for it.</summary>
internal static class Resident
{
    public static double Now(int processId) => Read(processId, "VmRSS:");

    /// <summary>The most that it has been since the process began.</summary>
    public static double Peak(int processId) => Read(processId, "VmHWM:");

    private static double Read(int processId, string field)
    {
        var line = File.ReadLines($"/proc/{processId}/status")
            .First(one => one.StartsWith(field, StringComparison.Ordinal));
        return double.Parse(line[field.Length..].Trim().Split(' ')[0], CultureInfo.InvariantCulture) / 1024;
    }
}
