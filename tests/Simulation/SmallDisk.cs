using System.Diagnostics;

namespace TeacherDevPlan.Simulation;

/// <summary>A disk in memory that can be filled. Only root can make one.</summary>
internal sealed class SmallDisk : IAsyncDisposable
{
    private const string Size = "700m";

    private SmallDisk(string folder) => Folder = folder;

    public string Folder { get; }

    /// <summary>A new disk; null if this user cannot make one.</summary>
    public static async Task<SmallDisk?> MakeAsync(string folder)
    {
        if (!OperatingSystem.IsLinux() || !Environment.IsPrivilegedProcess)
            return null;
        Directory.CreateDirectory(folder);
        return await RunAsync("mount", "-t", "tmpfs", "-o", $"size={Size}", "tmpfs", folder) == 0
            ? new SmallDisk(folder)
            : null;
    }

    /// <summary>Nothing can be written for a while.</summary>
    public async Task FillAsync(TimeSpan time, CancellationToken cancellationToken)
    {
        var file = Path.Combine(Folder, "full");
        try
        {
            await using (var stream = File.Create(file, 1))
            {
                var block = new byte[1 << 20];
                try
                {
                    while (true)
                        await stream.WriteAsync(block, cancellationToken);
                }
                catch (IOException)
                {
                    // It is full.
                }
            }

            await Task.Delay(time, cancellationToken);
        }
        finally
        {
            File.Delete(file);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await RunAsync("umount", "-l", Folder);
        Directory.Delete(Folder, recursive: true);
    }

    private static async Task<int> RunAsync(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardError = true };
        using var process = Process.Start(start)!;
        await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode;
    }
}
