using System.Net.Sockets;
using GraphQL.Types;
using Mediator;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using TeacherDevPlan.Api.Auth;
using TeacherDevPlan.Api.Configuration;
using TeacherDevPlan.Api.Http;
using TeacherDevPlan.Application.Access;
using TeacherDevPlan.Application.Access.Administration;
using TeacherDevPlan.Application.Common.Querying;
using TeacherDevPlan.Application.Plans.Importing;
using TeacherDevPlan.Infrastructure.Hosting;
using TeacherDevPlan.Infrastructure.Persistence;
using TeacherDevPlan.Infrastructure.Persistence.Connections;
using TeacherDevPlan.Infrastructure.Persistence.Setup;

namespace TeacherDevPlan.Api.Hosting;

/// <summary>Starts the service.</summary>
internal static class Server
{
    public const string DefaultUrl = "http://127.0.0.1:5080";

    private const int PreparationAttempts = 5;

    private const string HostCategory = "Microsoft.Extensions.Hosting.Internal.Host";

    /// <param name="samplePlan">The plan that an empty database starts with; null if the program has none.</param>
    public static async Task<int> RunAsync(
        string[] args,
        ReadOnlyMemory<byte>? samplePlan,
        CancellationToken cancellationToken
    )
    {
        var builder = CreateBuilder(args);
        // Before anything is created.
        SettingsCheck.Check(builder.Configuration);
        await using var database = await DatabaseConnection.OpenAsync(
            builder.Configuration,
            joinRunning: false,
            Console.Error.WriteLine,
            cancellationToken
        );
        var local = AuthMode.LocalTokensOf(builder.Configuration);
        var started = false;
        // The host logs a failed start with its stack trace; the command line prints the reason alone.
        builder.Logging.AddFilter(HostCategory, level => started && level >= LogLevel.Warning);
        await using var app = Build(builder, database.Logins, local);
        var warm = Task.Run(() => Warm(app.Services), cancellationToken);
        await PatientlyAsync(
            () => PrepareAsync(app, database.IsEmbedded, samplePlan, cancellationToken),
            database.IsEmbedded ? PreparationAttempts : 1,
            cancellationToken
        );
        await AuthMode.EnsureSomebodyCanSignInAsync(app.Services, local, cancellationToken);
        await warm;
        await ListenAsync(app, cancellationToken);
        started = true;
        Announce(app);
        await Shutdown.WhenAskedAsync(app, cancellationToken);
        return 0;
    }

    /// <summary>
    /// Creates the host builder, with the content root next to the program instead of in the current folder.
    /// </summary>
    public static WebApplicationBuilder CreateBuilder(string[] args)
    {
        var builder = WebApplication.CreateBuilder(
            new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory }
        );
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            // Larger than what is accepted, so that what is too large gets an error in JSON. Beyond these bounds, Kestrel
            // itself answers with 414 or 431, without a body, and closes the connection.
            kestrel.Limits.MaxRequestLineSize = 1024 * 1024;
            kestrel.Limits.MaxRequestHeadersTotalSize = 256 * 1024;
            kestrel.Limits.MaxRequestHeaderCount = 1000;
            kestrel.Limits.MinRequestBodyDataRate = new MinDataRate(1024, TimeSpan.FromSeconds(5));
        });
        if (IsUnset("urls") && IsUnset("http_ports"))
            builder.WebHost.UseUrls(DefaultUrl);
        return builder;

        bool IsUnset(string name) => string.IsNullOrWhiteSpace(builder.Configuration[name]);
    }

    /// <param name="local">The local token key; null in production.</param>
    public static WebApplication Build(WebApplicationBuilder builder, DatabaseLogins logins, LocalTokens? local)
    {
        SettingsCheck.Check(builder.Configuration);
        var auth = Settings.Read<AuthOptions>(builder.Configuration);
        builder
            .Services.AddSingleton(auth)
            .AddSingleton(
                new TokenConfirmation(auth.ConfirmAccessTokens ?? AuthMode.IsProduction(builder.Configuration))
            )
            // Before the sign-in: the framework's authentication registers this machine's clock where none is registered.
            .AddTeacherDevPlan(builder.Configuration, logins)
            .AddSignIn(auth, local)
            .AddHttpApi(builder.Configuration)
            .AddHostedService<CommitmentExpiryJob>()
            .AddHostedService<Upkeep>()
            .AddHostedService<AuditAndVersionWorker>()
            .AddHostedService<AuditGauges>()
            .AddHealthChecks()
            .AddCheck<Shutdown>("shutdown");
        var finish = Settings.Read<ShutdownSettings>(builder.Configuration).FinishSeconds;
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(finish));
        var app = builder.Build();
        app.UseHttpApi();
        return app;
    }

    /// <summary>
    /// Migrates the database, or refuses one of another version, and imports the sample plan into an empty one. A
    /// server of the operator's own is migrated only with <c>Database:MigrateOnStart</c> and gets the sample only with
    /// <c>SampleData:Import</c>.
    /// </summary>
    public static async Task PrepareAsync(
        WebApplication app,
        bool embedded,
        ReadOnlyMemory<byte>? samplePlan,
        CancellationToken cancellationToken
    )
    {
        await using var scope = app.Services.CreateAsyncScope();
        var migrator = scope.ServiceProvider.AsSystem().GetRequiredService<DatabaseMigrator>();
        if (Settings.Read<DatabaseSettings>(app.Configuration).MigrateOnStart ?? embedded)
            await migrator.MigrateAsync(cancellationToken);
        else
            await migrator.EnsureCurrentAsync(cancellationToken);
        await migrator.EnsureFitsAsync(cancellationToken);
        await migrator.EnsureRestrictedAsync(cancellationToken);
        await migrator.EnsureParametersAsync(cancellationToken);
        await migrator.EnsureWatchedAsync(cancellationToken);
        await migrator.EnsureNameKeyAsync(cancellationToken);
        await RestoredNames.EraseAsync(scope.ServiceProvider, cancellationToken);
        // Reads the key of the cursors now, because the database may be unavailable when the first request needs it.
        app.Services.GetRequiredService<Cursors>();
        var import = Settings.Read<SampleDataSettings>(app.Configuration).Import;
        if (import == true && samplePlan is null)
            throw new HostingException(
                "SampleData__Import is true, but this program contains no sample plan. Import a plan file with the command import."
            );
        if (samplePlan is { } plan && (import ?? embedded))
            await ImportSampleAsync(scope.ServiceProvider, migrator, plan, cancellationToken);
    }

    /// <summary>The embedded server may end and be started again while the database is being prepared.</summary>
    private static async Task PatientlyAsync(Func<Task> prepare, int attempts, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await prepare();
                return;
            }
            catch (Exception exception) when (attempt < attempts && Outage.Is(exception))
            {
                await Task.Delay(TimeSpan.FromSeconds(attempt), cancellationToken);
            }
        }
    }

    private static async Task ListenAsync(WebApplication app, CancellationToken cancellationToken)
    {
        try
        {
            await app.StartAsync(cancellationToken);
        }
        catch (Exception exception) when (exception is IOException or SocketException || IsCertificate(app, exception))
        {
            var reason = exception.Message.Split('\n')[0].TrimEnd();
            throw new HostingException(
                $"The service cannot listen on {app.Configuration["urls"]}: {reason} Choose another address with --urls http://127.0.0.1:5081."
            );
        }
    }

    /// <summary>Kestrel tells that an https address has no certificate by an exception that has many meanings.</summary>
    private static bool IsCertificate(WebApplication app, Exception exception) =>
        exception is InvalidOperationException
        && app.Configuration["urls"]?.Contains("https:", StringComparison.OrdinalIgnoreCase) == true;

    /// <summary>Creates what every request needs, while the database is being checked.</summary>
    private static void Warm(IServiceProvider services)
    {
        services.GetRequiredService<ISchema>().Initialize();
        services.GetRequiredService<PlanDatabase>().Warm();
    }

    private static async Task ImportSampleAsync(
        IServiceProvider services,
        DatabaseMigrator migrator,
        ReadOnlyMemory<byte> plan,
        CancellationToken cancellationToken
    )
    {
        var database = services.GetRequiredService<PlanDatabase>();
        if (!await database.IsEmptyAsync(cancellationToken))
            return;
        await using var alone = await migrator.LockSetupAsync(cancellationToken);
        // Another process may have imported it in the meantime.
        if (!await database.IsEmptyAsync(cancellationToken))
            return;
        Console.Error.WriteLine("Importing the sample plan ...");
        var result = await services
            .GetRequiredService<ISender>()
            .Send(new ImportPlan(plan, Publish: true), cancellationToken);
        if (!result.Succeeded)
            throw new HostingException($"The sample plan was rejected: {result.Error}");
    }

    private static void Announce(WebApplication app)
    {
        var addresses = app
            .Services.GetRequiredService<Microsoft.AspNetCore.Hosting.Server.IServer>()
            .Features.Get<IServerAddressesFeature>()!
            .Addresses;
        var url = $"{addresses.First()}/graphql";
        Console.WriteLine($"TeacherDevPlan is ready: {url} (GraphiQL in a browser)");
        Console.WriteLine("A query to paste:");
        Console.WriteLine(
            "  { developmentPlan(officeCode: \"TH-43-P2\", fiscalYear: 2566) { title projects { totalCount budget { planned } } } }"
        );
        if (!AuthMode.IsProduction(app.Configuration))
            Console.WriteLine("A token to write with: ./run token --role budget-officer --office TH-43-P2");
    }
}
