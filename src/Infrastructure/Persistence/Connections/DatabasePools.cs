using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using TeacherDevPlan.Infrastructure.Hosting;

namespace TeacherDevPlan.Infrastructure.Persistence.Connections;

/// <summary>The connections of this process: a pool for writing, and one that can only read.</summary>
internal sealed class DatabasePools : IAsyncDisposable
{
    /// <summary>
    /// What the connection string can change. A connection attempt, or waiting for a free connection, takes 10 seconds at
    /// most. Keepalive probes keep the entries of firewalls alive and find connections that are dead. Dashboards send
    /// hundreds of different queries, and planning one takes longer than running it, so a connection prepares a statement
    /// as soon as it is sent for the second time.
    /// </summary>
    private const string Defaults =
        "Timeout=10;Command Timeout=35;Cancellation Timeout=1000;Tcp Keepalive=true;Tcp Keepalive Time=15;"
        + "Tcp Keepalive Interval=5;Max Auto Prepare=250;Auto Prepare Min Usages=2";

    /// <summary>
    /// Blocked transactions do not pile up: a write waits 10 seconds for a lock and 30 for everything, and a transaction
    /// that is left alone ends after 30.
    /// </summary>
    private static readonly SessionSettings WriteLimits = new(
        ("statement_timeout", "30s"),
        ("lock_timeout", "10s"),
        ("idle_in_transaction_session_timeout", "30s")
    );

    private static readonly SessionSettings ReadLimits = new(("statement_timeout", "20s"));

    /// <summary>
    /// Planning a statement anew for each execution costs more than running it. Writes find their rows by ids: a plan that
    /// reads whole tables, because they were small when it was made, would read every version of their rows later.
    /// </summary>
    private static readonly SessionSettings WritePlans = new(
        ("plan_cache_mode", "force_generic_plan"),
        ("enable_seqscan", "off"),
        ("jit", "off")
    );

    /// <summary>
    /// A list of one office, grouped by a related row, joins more tables than the planner reorders by default (8). What is
    /// read is in memory or on a disk without a head, so a row by an index costs hardly more than the next row. From twelve
    /// tables on, the planner searches at random; with its usual effort, that takes longer than trying all orders.
    /// </summary>
    private static readonly SessionSettings ReadPlans = new(
        ("plan_cache_mode", "force_generic_plan"),
        ("join_collapse_limit", "20"),
        ("from_collapse_limit", "20"),
        ("geqo_effort", "1"),
        ("random_page_cost", "1.1")
    );

    private readonly List<NpgsqlDataSource> owned = [];
    private readonly ILoggerFactory logs;

    /// <param name="logs">Where Npgsql logs; statements at the level Debug.</param>
    public DatabasePools(DatabaseLogins logins, ILoggerFactory logs)
    {
        this.logs = logs;
        HasPooler = logins.HasPooler;
        var most = logins.MostConnections;
        var writers = Math.Max(2, most / 3);
        Writing = Source(logins.Service, writers, WriteLimits, WritePlans, TargetSessionAttributes.ReadWrite);
        Reading = Source(
            logins.Service,
            Math.Max(2, most - writers),
            ReadLimits,
            ReadPlans.With(
                ("default_transaction_read_only", "on"),
                ("default_transaction_isolation", "repeatable read")
            ),
            TargetSessionAttributes.PreferPrimary
        );
    }

    /// <summary>Whether a pooler in transaction mode is in between; it takes no startup options.</summary>
    public bool HasPooler { get; }

    public NpgsqlDataSource Writing { get; }

    public NpgsqlDataSource Reading { get; }

    /// <summary>The statement that begins a writing transaction; null if the connections have the settings.</summary>
    public string? BeginWriting => HasPooler ? WritePlans.With(WriteLimits).Statement : null;

    /// <summary>The same for a reading transaction.</summary>
    public string? BeginReading =>
        HasPooler ? ReadPlans.With(ReadLimits).With(("transaction_read_only", "on")).Statement : null;

    /// <summary>Closes all idle connections, because one was found to be dead.</summary>
    public void Clear()
    {
        foreach (var source in owned)
            source.Clear();
    }

    /// <summary>The owner's connections, for migrations and archives of the audit trail.</summary>
    public static NpgsqlDataSource Owner(DatabaseLogins logins)
    {
        var login = new NpgsqlConnectionStringBuilder(logins.Owner) { MaxPoolSize = 2 };
        if (!HasSeveralHosts(login))
            login.Pooling = false;
        return Build(login, TargetSessionAttributes.ReadWrite, NullLoggerFactory.Instance).Target;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var source in owned)
            await source.DisposeAsync();
    }

    /// <param name="defaults">Settings that the connection string's own Options precede.</param>
    /// <param name="required">Settings that it cannot change.</param>
    private NpgsqlDataSource Source(
        string connectionString,
        int size,
        SessionSettings defaults,
        SessionSettings required,
        TargetSessionAttributes target
    )
    {
        var login = new NpgsqlConnectionStringBuilder($"{Defaults};Maximum Pool Size={size};{connectionString}")
        {
            // No code changes the state of a session, so there is nothing to reset between two uses of a connection.
            NoResetOnClose = true,
        };
        if (!HasPooler)
            login.Options = $"{defaults.Options} {login.Options} {required.Options}".Trim();
        var (source, all) = Build(login, target, logs);
        owned.Add(all);
        return source;
    }

    private static (NpgsqlDataSource Target, NpgsqlDataSource All) Build(
        NpgsqlConnectionStringBuilder login,
        TargetSessionAttributes target,
        ILoggerFactory logs
    )
    {
        if (!HasSeveralHosts(login))
        {
            var one = new NpgsqlDataSourceBuilder(login.ConnectionString).UseLoggerFactory(logs).Build();
            return (one, one);
        }

        // A choice in the connection string would be the same for reading and writing.
        login.TargetSessionAttributes = null;
        var several = new NpgsqlDataSourceBuilder(login.ConnectionString).UseLoggerFactory(logs).BuildMultiHost();
        return (several.WithTargetSession(target), several);
    }

    private static bool HasSeveralHosts(NpgsqlConnectionStringBuilder login) => login.Host?.Contains(',') == true;
}
