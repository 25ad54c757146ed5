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
/// The erasures, in a file outside the database. A backup that is restored has erased names again; by this file the
/// service erases them again. An erasure is noted before it is committed, and counts once it is marked as done.
/// </summary>
/// <param name="path">The file, created when it is first needed; null if there is none.</param>
public sealed class ErasureJournal(string? path)
{
    private const int Attempts = 50;

    /// <summary>Adds an erasure before it is committed. It is on disk when this returns; false if it cannot be written.</summary>
    public Task<bool> AddAsync(Erasure erasure, CancellationToken cancellationToken) =>
        WriteAsync(new Entry(Step.Noted, erasure.Person, erasure), cancellationToken);

    /// <summary>Marks the noted erasures of a person as committed.</summary>
    public Task<bool> MarkDoneAsync(Guid person, CancellationToken cancellationToken) =>
        WriteAsync(new Entry(Step.Done, person, null), cancellationToken);

    /// <summary>Marks the erasures of a person as revoked: the person has a name again, by a correction.</summary>
    public Task<bool> MarkLiftedAsync(Guid person, CancellationToken cancellationToken) =>
        WriteAsync(new Entry(Step.Lifted, person, null), cancellationToken);

    /// <summary>All erasures that were not lifted, and whether each is known to be committed.</summary>
    public IReadOnlyList<(Erasure Erasure, bool IsDone)> Read()
    {
        var noted = new List<Erasure>();
        var done = new HashSet<Guid>();
        foreach (var entry in Entries())
        {
            if (entry.Step == Step.Noted && entry.Erasure is { } erasure)
            {
                noted.Add(erasure);
            }
            else if (entry.Step == Step.Done)
            {
                done.Add(entry.Person);
            }
            else
            {
                noted.RemoveAll(one => one.Person == entry.Person);
                done.Remove(entry.Person);
            }
        }

        return noted.ConvertAll(one => (one, done.Contains(one.Person)));
    }

    private async Task<bool> WriteAsync(Entry entry, CancellationToken cancellationToken)
    {
        if (path is null)
            return false;
        // A line that was torn by a crash stays by itself; its erasure was not committed.
        var line = Encoding.UTF8.GetBytes($"\n{JsonSerializer.Serialize(entry)}\n");
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

    private List<Entry> Entries()
    {
        if (!File.Exists(path))
            return [];
        // Also while another process writes: what it has not finished is not committed.
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var reader = new StreamReader(file, Encoding.UTF8);
        return [.. reader.ReadToEnd().Split('\n').Select(Parse).OfType<Entry>()];
    }

    private static Entry? Parse(string line)
    {
        try
        {
            return line.Length == 0 ? null : JsonSerializer.Deserialize<Entry>(line);
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

    private enum Step
    {
        Noted,
        Done,
        Lifted,
    }

    private sealed record Entry(Step Step, Guid Person, Erasure? Erasure);
}
