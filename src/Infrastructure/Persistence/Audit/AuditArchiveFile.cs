using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using TeacherDevPlan.Infrastructure.Hosting;

namespace TeacherDevPlan.Infrastructure.Persistence.Audit;

/// <summary>
/// A file with a part of the audit trail, in UTF-8: one JSON array per line with the fields of a record, in the order of
/// the chain. The first line is an object that names the fields and the place in the chain where the part begins.
/// </summary>
internal sealed class AuditArchiveFile : IAsyncDisposable
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private readonly FileStream file;
    private readonly StreamWriter lines;

    private AuditArchiveFile(FileStream file) =>
        (this.file, lines) = (file, new StreamWriter(file, new UTF8Encoding(false)) { NewLine = "\n" });

    /// <summary>Creates the file, readable by its owner alone.</summary>
    /// <exception cref="HostingException">It exists, or cannot be written.</exception>
    public static async Task<AuditArchiveFile> CreateAsync(string path, ChainEnd before)
    {
        try
        {
            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows())
                options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            var archive = new AuditArchiveFile(new FileStream(path, options));
            var head = new Head("TeacherDevPlan audit archive, version 1", AuditSql.Names, before.Position, before.Hex);
            await archive.lines.WriteLineAsync(JsonSerializer.Serialize(head, Json));
            return archive;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new HostingException($"The archive {path} cannot be written: {exception.Message}");
        }
    }

    public Task AddAsync(string?[] fields) => lines.WriteLineAsync(JsonSerializer.Serialize(fields, Json));

    /// <summary>Writes everything to the disk.</summary>
    public async Task EndAsync()
    {
        await lines.FlushAsync();
        file.Flush(flushToDisk: true);
    }

    public ValueTask DisposeAsync() => lines.DisposeAsync();

    /// <summary>Computes the chain of a file anew: where it begins and ends, and every hash of it.</summary>
    /// <param name="passed">Called with each place.</param>
    /// <exception cref="HostingException">The file cannot be read, or is no archive.</exception>
    public static async Task<ReadArchive> ReadAsync(
        string path,
        Action<ChainEnd> passed,
        CancellationToken cancellationToken
    )
    {
        try
        {
            await using var file = File.OpenRead(path);
            var digest = await SHA256.HashDataAsync(file, cancellationToken);
            file.Position = 0;
            using var lines = new StreamReader(file, new UTF8Encoding(false, throwOnInvalidBytes: true));
            var head = JsonSerializer.Deserialize<Head>(await lines.ReadLineAsync(cancellationToken) ?? "", Json);
            if (head is not { Hash: not null })
                throw new FormatException("The first line does not tell where the chain begins.");
            var first = new ChainEnd(head.After, Convert.FromHexString(head.Hash));
            var end = first;
            while (await lines.ReadLineAsync(cancellationToken) is { } line)
                passed(
                    end = end.Next(
                        JsonSerializer.Deserialize<string?[]>(line, Json)
                            ?? throw new FormatException("A record is null.")
                    )
                );
            return new ReadArchive(path, first, end, digest);
        }
        catch (Exception exception)
            when (exception
                    is IOException
                        or UnauthorizedAccessException
                        or JsonException
                        or FormatException
                        or DecoderFallbackException
                        or ArgumentException
            )
        {
            throw new HostingException($"{path} cannot be read as an archive of the audit trail: {exception.Message}");
        }
    }

    private sealed record Head(string Format, string[] Fields, long After, string Hash);
}

/// <param name="First">The place before the first record.</param>
/// <param name="End">The place after the last record.</param>
/// <param name="Digest">The SHA-256 of the file.</param>
internal sealed record ReadArchive(string Path, ChainEnd First, ChainEnd End, byte[] Digest);
