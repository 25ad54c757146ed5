using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using TeacherDevPlan.Application.Plans.Importing;
using TeacherDevPlan.Infrastructure;

namespace TeacherDevPlan.Benchmarks;

/// <summary>
/// Reads published plans of any form, and prints the time, the CPU time and the most memory of each. The goals: a text of
/// 5 MB in 3 s and 200 MB, a file of 300 pages in 10 s and 400 MB. Run it with one file for figures of a cold start.
/// </summary>
internal static class DocumentBenchmark
{
    private const int Megabyte = 1_000_000;

    public static int Run(IReadOnlyList<string> files, CancellationToken cancellationToken)
    {
        using var services = new ServiceCollection().AddPlanFiles().BuildServiceProvider();
        var reader = services.GetRequiredService<IPlanFileReader>();
        foreach (var file in files)
        {
            var content = File.ReadAllBytes(file);
            using var process = Process.GetCurrentProcess();
            var before = process.TotalProcessorTime;
            var watch = Stopwatch.StartNew();
            var read = reader.Read(content, cancellationToken);
            watch.Stop();
            process.Refresh();
            var cpu = process.TotalProcessorTime - before;
            Console.WriteLine(
                $"{Path.GetFileName(file)}: {content.Length / (double)Megabyte:0.0} MB, {(read.Succeeded ? "read" : "refused")} in {watch.Elapsed.TotalSeconds:0.0} s, CPU {cpu.TotalSeconds:0.0} s, at most {process.PeakWorkingSet64 / Megabyte} MB"
            );
        }

        return 0;
    }
}
