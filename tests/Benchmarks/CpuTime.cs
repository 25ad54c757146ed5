using System.Globalization;

namespace TeacherDevPlan.Benchmarks;

/// <summary>CPU time of processes, as Linux accounts for it.</summary>
internal static class CpuTime
{
    private const double TicksPerSecond = 100;

    public static TimeSpan Of(int processId) => Read($"/proc/{processId}/stat").Time;

    /// <summary>The CPU time of a process and its children, including those that have ended.</summary>
    public static TimeSpan OfTree(int processId)
    {
        var total = TimeSpan.Zero;
        foreach (var folder in Directory.EnumerateDirectories("/proc"))
        {
            if (!int.TryParse(Path.GetFileName(folder), out var id))
                continue;
            try
            {
                var (parent, time, ended) = Read($"{folder}/stat");
                if (id == processId)
                    total += time + ended;
                else if (parent == processId)
                    total += time;
            }
            catch (IOException)
            {
                // The child has just ended, and its parent counts its time.
            }
        }

        return total;
    }

    private static (int Parent, TimeSpan Time, TimeSpan Ended) Read(string path)
    {
        var text = File.ReadAllText(path);
        // The fields follow the name, which is in parentheses and may contain blanks.
        var fields = text[(text.LastIndexOf(')') + 2)..].Split(' ');
        return (
            int.Parse(fields[1], CultureInfo.InvariantCulture),
            Ticks(fields[11]) + Ticks(fields[12]),
            Ticks(fields[13]) + Ticks(fields[14])
        );
    }

    private static TimeSpan Ticks(string text) =>
        TimeSpan.FromSeconds(long.Parse(text, CultureInfo.InvariantCulture) / TicksPerSecond);
}
