using System.Text;
using System.Text.Json;
using TeacherDevPlan.Domain.Staff;

namespace TeacherDevPlan.Infrastructure.Hosting;

/// <summary>An erased person, without the name.</summary>
/// <param name="Person">The id of a staff member or, if registered, of a person.</param>
/// <param name="Office">The code of an office whose texts had the name.</param>
/// <param name="Names">The digests by which imports recognise the name.</param>
/// <param name="KeyMark">Tells the key that the digests were made with.</param>
public sealed record Erasure(
    Guid Person,
    bool IsRegistered,
    string Office,
    IReadOnlyList<FormerName> Names,
    byte[] KeyMark
);

/// <summary>
/// The erasures, in a file outside the database. A backup that is restored has erased
/// names again; by this file the service erases them again.
/// </summary>
/// <param name="path">The file, created when it is first needed; null if there is none.</param>
public sealed class ErasureJournal(string? path)
{
    private const int Attempts = 50;

    /// <summary>Adds an erasure before it is committed. It is on disk when this returns; false if it cannot be written.</summary>
    public async Task<bool> AddAsync(Erasure erasure, CancellationToken cancellationToken)
    {
        if (path is null)
            return false;
        // A line that was torn by a crash stays by itself; its erasure was not committed.
        var line = Encoding.UTF8.GetBytes($"\n{JsonSerializer.Serialize(erasure)}\n");
        try
        {
            await using var file = await OpenAsync(path, cancellationToken);
            file.Seek(0, SeekOrigin.End);
            await file.WriteAsync(line, cancellationToken);
            file.Flush(flushToDisk: true);
            return true;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    public IReadOnlyList<Erasure> Read() =>
        File.Exists(path) ? [.. File.ReadLines(path).Select(Parse).OfType<Erasure>()] : [];

    private static Erasure? Parse(string line)
    {
        try
        {
            return line.Length == 0 ? null : JsonSerializer.Deserialize<Erasure>(line);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Opens the file for this process alone; waits for others.</summary>
    private static async Task<FileStream> OpenAsync(string path, CancellationToken cancellationToken)
    {
        var options = new FileStreamOptions
        {
            Mode = FileMode.OpenOrCreate,
            Access = FileAccess.Write,
            Share = FileShare.None,
        };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return new FileStream(path, options);
            }
            catch (IOException) when (attempt < Attempts && File.Exists(path))
            {
                await Task.Delay(20, cancellationToken);
            }
        }
    }
}
