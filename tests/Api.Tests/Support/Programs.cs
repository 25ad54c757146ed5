using System.Diagnostics;

namespace TeacherDevPlan.Api.Tests;

/// <summary>The checkout, and the program as an operator runs it.</summary>
internal static class Programs
{
    /// <summary>The program that <c>./run</c> starts.</summary>
    public static readonly string Program = Path.Combine(AppContext.BaseDirectory, "TeacherDevPlan.Development.dll");

    public static string Home { get; } = FindHome();

    public static Process Start(string setting, string value, params string[] arguments) =>
        Start(new Dictionary<string, string> { [setting] = value }, arguments);

    public static Process Start(IReadOnlyDictionary<string, string> settings, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Program, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in settings)
            start.Environment[name] = value;
        return Process.Start(start)!;
    }

    /// <summary>All that a program says until it ends.</summary>
    public static async Task<string> OutputAsync(Process process)
    {
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var error = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return await output + error;
    }

    private static string FindHome()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "TeacherDevPlan.sln")))
            folder = folder.Parent!;
        return folder.FullName;
    }
}
