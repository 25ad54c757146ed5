using System.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;
using TeacherDevPlan.Application.Access;
using TeacherDevPlan.Infrastructure.Persistence;
using TeacherDevPlan.Infrastructure.Persistence.Connections;
using TeacherDevPlan.Infrastructure.Persistence.Versions;
using TeacherDevPlan.Infrastructure.Reads.Answers;
using TeacherDevPlan.Infrastructure.Reads.Statements;

namespace TeacherDevPlan.Infrastructure.Reads.Running;

/// <summary>
/// Executes compiled statements for one caller: the statements of a level in one round trip, all levels of an operation
/// in one snapshot. During a dry run it reads in the dry run's transaction.
/// </summary>
public sealed class ReadSession : IAsyncDisposable
{
    private readonly PlanDatabase database;
    private readonly PlanDbContext writer;
    private readonly UnitOfWork unitOfWork;
    private readonly ReadSet watch;
    private NpgsqlConnection? keptConnection;
    private NpgsqlTransaction? keptSnapshot;

    internal ReadSession(PlanDatabase database, PlanDbContext writer, UnitOfWork unitOfWork, ReadSet watch) =>
        (this.database, this.writer, this.unitOfWork, this.watch) = (database, writer, unitOfWork, watch);

    /// <summary>Executes all statements. Failures are recorded in the writer.</summary>
    /// <param name="handedIn">The ids that are handed in, by slot.</param>
    public async Task RunAsync(
        CompiledReads reads,
        ReadRequest request,
        IReadOnlyList<Guid[]> handedIn,
        AnswerWriter to,
        CancellationToken cancellationToken
    )
    {
        if (reads.IsEmpty)
            return;
        if (unitOfWork.IsRehearsal && writer.Database.CurrentTransaction is { } rehearsal)
        {
            // Runs the deferred triggers now, because the dry run is never committed.
            await writer.Database.ExecuteSqlRawAsync("SET CONSTRAINTS ALL IMMEDIATE", cancellationToken);
            await WithinAsync(rehearsal, new ReadRun(database, reads, request, handedIn, to, null), cancellationToken);
            return;
        }

        watch.Note(reads.Topics);
        var run = new ReadRun(database, reads, request, handedIn, to, watch);
        await run.AllAsync(keptConnection, keptSnapshot, cancellationToken);
    }

    /// <summary>
    /// Executes statements whose rows are not written to a response: in the transaction of a command, if they are to
    /// see what it wrote, and otherwise in a snapshot that lasts until the session ends.
    /// </summary>
    /// <returns>The results, by statement number.</returns>
    internal async Task<Found[]> FindAsync(
        IReadOnlyList<Statement> statements,
        ReadRequest request,
        AccessControl access,
        bool seesUncommitted,
        CancellationToken cancellationToken
    )
    {
        using var json = new JsonBuffer(Array.MaxLength);
        var to = new AnswerWriter(json, access, prefersThai: false, int.MaxValue);
        var reads = new CompiledReads(statements);
        if (seesUncommitted && writer.Database.CurrentTransaction is { } current)
            await WithinAsync(current, new ReadRun(database, reads, request, [], to, null), cancellationToken);
        else
        {
            await KeepSnapshotAsync(cancellationToken);
            await RunAsync(reads, request, [], to, cancellationToken);
        }

        return to.StatementFailures.FirstOrDefault(one => one is not null) is { } failure ? throw failure : to.Found;
    }

    private Task WithinAsync(IDbContextTransaction transaction, ReadRun run, CancellationToken cancellationToken) =>
        run.AllAsync(
            (NpgsqlConnection)writer.Database.GetDbConnection(),
            (NpgsqlTransaction)transaction.GetDbTransaction(),
            cancellationToken
        );

    /// <summary>
    /// Begins a snapshot that lasts until the session ends, for reads in several steps with code in between.
    /// </summary>
    public async Task KeepSnapshotAsync(CancellationToken cancellationToken)
    {
        if (keptConnection is not null || unitOfWork.IsRehearsal)
            return;
        try
        {
            keptConnection = await database.OpenReadingAsync(cancellationToken);
            keptSnapshot = await keptConnection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellationToken);
            if (database.BeginReading is { } begin)
            {
                await using var command = new NpgsqlCommand(begin, keptConnection, keptSnapshot);
                await command.ExecuteNonQueryAsync(cancellationToken);
            }
        }
        catch (Exception exception) when (Outage.Is(exception))
        {
            throw Outage.Unavailable(exception);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (keptSnapshot is not null)
            await keptSnapshot.DisposeAsync();
        if (keptConnection is not null)
            await keptConnection.DisposeAsync();
        (keptConnection, keptSnapshot) = (null, null);
    }
}
