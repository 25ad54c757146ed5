using Npgsql;
using TeacherDevPlan.Application.Common;
using TeacherDevPlan.Domain.Budgets;

namespace TeacherDevPlan.Infrastructure.Persistence;

/// <summary>The writing statements of a transaction, sent in one round trip.</summary>
/// <param name="insert">The statement that writes entries of the ledger.</param>
internal sealed class WriteBatch(Func<IReadOnlyList<LedgerEntry>, NpgsqlBatchCommand> insert)
{
    private readonly List<LedgerEntry> entries = [];
    private readonly List<(NpgsqlBatchCommand Command, bool MustAffect)> commands = [];

    private bool IsEmpty => entries.Count == 0 && commands.Count == 0;

    /// <summary>Entries are written before everything else, with one statement.</summary>
    public void Add(IEnumerable<LedgerEntry> added) => entries.AddRange(added);

    /// <summary>Adds what another command writes.</summary>
    public void Add(WriteBatch other)
    {
        entries.AddRange(other.entries);
        commands.AddRange(other.commands);
    }

    /// <param name="mustAffect">Whether affecting no row means a conflict with another transaction.</param>
    public void Add(NpgsqlBatchCommand command, bool mustAffect = false) => commands.Add((command, mustAffect));

    public void Clear()
    {
        entries.Clear();
        commands.Clear();
    }

    /// <summary>
    /// Sends the collected statements and COMMIT; in one round trip, unless a result must be checked before.
    /// </summary>
    public async Task CommitAsync(
        NpgsqlConnection connection,
        Func<CancellationToken, Task> commit,
        CancellationToken cancellationToken
    )
    {
        if (IsEmpty || commands.Exists(one => one.MustAffect))
        {
            await SendAsync(connection, cancellationToken);
            await commit(cancellationToken);
            return;
        }

        Add(new NpgsqlBatchCommand("COMMIT"));
        await SendAsync(connection, cancellationToken);
    }

    public async Task SendAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        if (IsEmpty)
            return;
        await using var batch = new NpgsqlBatch(connection);
        if (entries.Count > 0)
            batch.BatchCommands.Add(insert(entries));
        foreach (var (command, _) in commands)
            batch.BatchCommands.Add(command);
        await batch.ExecuteNonQueryAsync(cancellationToken);
        var conflict = commands.Exists(one => one.MustAffect && one.Command.RecordsAffected == 0);
        Clear();
        if (conflict)
            throw new TransactionConflictException();
    }
}
