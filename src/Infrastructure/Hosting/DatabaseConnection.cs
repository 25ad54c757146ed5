using Microsoft.Extensions.Configuration;

namespace TeacherDevPlan.Infrastructure.Hosting;

/// <summary>The database this process works on: a real server that is named to it, or the embedded one.</summary>
public sealed class DatabaseConnection : IAsyncDisposable
{
    private readonly IAsyncDisposable? embedded;

    private DatabaseConnection(string connectionString, IAsyncDisposable? embedded) =>
        (ConnectionString, this.embedded) = (connectionString, embedded);

    public string ConnectionString { get; }

    public bool IsEmbedded => embedded is not null;

    /// <param name="configuration">
    /// <c>ConnectionStrings:TeacherDevPlan</c> names a real server, <c>ConnectionStrings:TeacherDevPlanFile</c> a file that
    /// holds the connection string (a mounted secret); <c>TEACHERDEVPLAN_DATA</c> moves the embedded server's data.
    /// </param>
    /// <param name="joinRunning">Whether the embedded server of a running service may be used.</param>
    public static async Task<DatabaseConnection> OpenAsync(
        IConfiguration configuration,
        bool joinRunning,
        Action<string> progress,
        CancellationToken cancellationToken
    )
    {
        var named = configuration.GetConnectionString("TeacherDevPlan");
        if (configuration.GetConnectionString("TeacherDevPlanFile") is { Length: > 0 } file)
            named = (await File.ReadAllTextAsync(file, cancellationToken)).Trim();
        if (!string.IsNullOrWhiteSpace(named))
            return new DatabaseConnection(named, null);
        if (OperatingSystem.IsWindows())
            throw new HostingException(
                "There is no embedded PostgreSQL on Windows: set ConnectionStrings__TeacherDevPlan."
            );
        var files = EmbeddedPostgresFiles.Locate(configuration["TEACHERDEVPLAN_DATA"]);
        var server = await EmbeddedPostgres.StartAsync(files, joinRunning, progress, cancellationToken);
        return new DatabaseConnection(server.ConnectionString, server);
    }

    public async ValueTask DisposeAsync()
    {
        if (embedded is not null)
            await embedded.DisposeAsync();
    }
}
