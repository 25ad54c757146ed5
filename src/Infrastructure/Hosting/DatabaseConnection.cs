using Microsoft.Extensions.Configuration;
using Npgsql;

namespace TeacherDevPlan.Infrastructure.Hosting;

/// <summary>The database that this process uses: a configured server or the embedded one.</summary>
public sealed class DatabaseConnection : IAsyncDisposable
{
    private readonly IAsyncDisposable? embedded;

    private DatabaseConnection(DatabaseLogins logins, IAsyncDisposable? embedded) =>
        (Logins, this.embedded) = (logins, embedded);

    public DatabaseLogins Logins { get; }

    public bool IsEmbedded => embedded is not null;

    /// <summary>Whether a server of the operator's own is configured.</summary>
    public static bool IsConfigured(IConfiguration configuration) =>
        configuration.GetConnectionString("TeacherDevPlan") is { Length: > 0 };

    /// <param name="configuration"><c>ConnectionStrings:TeacherDevPlan</c> is a server with the service's login,
    /// <c>ConnectionStrings:Owner</c> the owner's login for migrations and archives; <c>ConnectionStrings:PasswordFile</c> and
    /// <c>OwnerPasswordFile</c> are files with their passwords (mounted secrets). <c>TEACHERDEVPLAN_DATA</c> is the
    /// folder of the embedded server's data.</param>
    /// <param name="joinRunning">Whether the embedded server of a running service may be used.</param>
    public static async Task<DatabaseConnection> OpenAsync(
        IConfiguration configuration,
        bool joinRunning,
        Action<string> progress,
        CancellationToken cancellationToken
    )
    {
        if (configuration.GetConnectionString("TeacherDevPlan") is { Length: > 0 } named)
        {
            var logins = await NamedAsync(named, configuration, cancellationToken);
            var most = await ServerLimit.OfAsync(logins, cancellationToken);
            return new DatabaseConnection(logins with { MostConnections = most }, null);
        }

        if (configuration.GetConnectionString("Owner") is { Length: > 0 })
            throw new HostingException(
                "ConnectionStrings__Owner is set, but not ConnectionStrings__TeacherDevPlan, which names the server with the service's login."
            );
        if (OperatingSystem.IsWindows())
            throw new HostingException(
                "There is no embedded PostgreSQL on Windows: set ConnectionStrings__TeacherDevPlan."
            );
        var files = EmbeddedPostgresFiles.Locate(configuration["TEACHERDEVPLAN_DATA"]);
        var server = await EmbeddedPostgres.StartAsync(files, joinRunning, progress, cancellationToken);
        return new DatabaseConnection(server.Logins, server);
    }

    private static async Task<DatabaseLogins> NamedAsync(
        string connectionString,
        IConfiguration configuration,
        CancellationToken cancellationToken
    )
    {
        var service = await LoginAsync(
            "TeacherDevPlan",
            connectionString,
            "PasswordFile",
            configuration,
            cancellationToken
        );
        var owner = configuration.GetConnectionString("Owner") is { Length: > 0 } named
            ? await LoginAsync("Owner", named, "OwnerPasswordFile", configuration, cancellationToken)
            : service;
        var hasPooler = bool.TryParse(configuration["Database:Pooler"], out var pooler) && pooler;
        return new DatabaseLogins(service, owner) { HasPooler = hasPooler };
    }

    private static async Task<string> LoginAsync(
        string name,
        string connectionString,
        string passwordFile,
        IConfiguration configuration,
        CancellationToken cancellationToken
    )
    {
        try
        {
            var settings = new NpgsqlConnectionStringBuilder(connectionString);
            if (FaultIn(settings) is { } fault)
                throw new HostingException($"ConnectionStrings__{name} {fault}.");
            if (configuration.GetConnectionString(passwordFile) is { Length: > 0 } file)
                settings.Password = await PasswordAsync(file, cancellationToken);
            return settings.ConnectionString;
        }
        catch (ArgumentException exception)
        {
            throw new HostingException(
                $"ConnectionStrings__{name} is not a valid connection string, such as \"Host=...;Database=...;Username=...;Password=...\": {exception.Message}"
            );
        }
    }

    /// <summary>What the driver would find only when it connects.</summary>
    private static string? FaultIn(NpgsqlConnectionStringBuilder settings) =>
        string.IsNullOrWhiteSpace(settings.Host) ? "names no Host"
        : settings.Port is < 1 or > ushort.MaxValue ? $"has the port {settings.Port}; it must be 1 to {ushort.MaxValue}"
        : settings.MaxPoolSize < Math.Max(1, settings.MinPoolSize)
            ? $"has a Maximum Pool Size of {settings.MaxPoolSize}; it must be 1 at least, and not below the Minimum Pool Size"
        : null;

    private static async Task<string> PasswordAsync(string file, CancellationToken cancellationToken)
    {
        try
        {
            var password = (await File.ReadAllTextAsync(file, cancellationToken)).Trim();
            return password.Length > 0
                ? password
                : throw new HostingException($"The file with the database password, {file}, is empty.");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new HostingException($"The file with the database password cannot be read: {exception.Message}");
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (embedded is not null)
            await embedded.DisposeAsync();
    }
}
