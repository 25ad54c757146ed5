using Npgsql;
using NpgsqlTypes;
using TeacherDevPlan.Application.Common.Idempotency;
using TeacherDevPlan.Domain.Budgets;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Projects;
using static TeacherDevPlan.Infrastructure.Persistence.Sql;

namespace TeacherDevPlan.Infrastructure.Persistence;

/// <summary>The statements that open and write the ledger, and how their rows read.</summary>
internal static class LedgerRows
{
    /// <summary>
    /// Locks the budgets and reads them as they are then. A project that changed while the lock was waited for is read as it was
    /// before; what that could spoil is refused by the database, and the transaction is run again.
    /// </summary>
    private const string Open = """
        SELECT b.activity_id, b.project_id, b.plan_id, b.fiscal_year, b.entries, b.moved, b.last_entry_at,
            b.planned_q1, b.planned_q2, b.planned_q3, b.planned_q4,
            b.transferred_in_q1, b.transferred_in_q2, b.transferred_in_q3, b.transferred_in_q4,
            b.transferred_out_q1, b.transferred_out_q2, b.transferred_out_q3, b.transferred_out_q4,
            b.disbursed_q1, b.disbursed_q2, b.disbursed_q3, b.disbursed_q4, b.committed,
            o.code, p.status, p.virement_allowed, p.version
        FROM activity_budgets b JOIN activities a ON a.id = b.activity_id JOIN projects p ON p.id = b.project_id
            JOIN development_plans d ON d.id = p.plan_id JOIN offices o ON o.id = d.office_id
        WHERE b.activity_id = ANY ($1) ORDER BY b.activity_id FOR UPDATE OF b
        """;

    /// <summary>
    /// The totals that entries move with them, after the budgets and in the order of their ids, as everybody locks them: two who
    /// move money between the same projects wait for each other and not in a circle.
    /// </summary>
    private const string LockTotals = """
        SELECT FROM project_budgets
        WHERE project_id IN (SELECT project_id FROM activity_budgets WHERE activity_id = ANY ($1))
        ORDER BY project_id FOR UPDATE
        """;

    /// <summary>What of the activities' commitments has expired and is not freed yet.</summary>
    private const string ReadExpired = """
        SELECT commitment_id FROM open_commitments WHERE activity_id = ANY ($1) AND expires_on < $2
        """;

    private const string ReadProject = """
        SELECT p.id, o.code, p.status, p.virement_allowed, p.version
        FROM projects p JOIN development_plans d ON d.id = p.plan_id JOIN offices o ON o.id = d.office_id
        WHERE p.id = $1
        """;

    private const string InsertEntry = """
        INSERT INTO ledger_entries (id, activity_id, project_id, fiscal_year, sequence, kind, amount, quarter, paid_on, funding_source,
            expires_on, commitment_id, reverses_id, transfer_id, counterpart_id, approved, reference, reason, recorded_at, recorded_by,
            planned_q1, planned_q2, planned_q3, planned_q4,
            transferred_in_q1, transferred_in_q2, transferred_in_q3, transferred_in_q4,
            transferred_out_q1, transferred_out_q2, transferred_out_q3, transferred_out_q4,
            disbursed_q1, disbursed_q2, disbursed_q3, disbursed_q4, committed)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24,
            $25, $26, $27, $28, $29, $30, $31, $32, $33, $34, $35, $36, $37)
        """;

    public static NpgsqlBatch OpeningBatch(
        NpgsqlConnection connection,
        Guid[] activities,
        DateOnly today,
        Guid? project,
        IdempotencyKey? key
    )
    {
        var batch = new NpgsqlBatch(connection);
        batch.BatchCommands.Add(Statement(Open, Of(activities)));
        batch.BatchCommands.Add(Statement(LockTotals, Of(activities)));
        batch.BatchCommands.Add(Statement(ReadExpired, Of(activities), Of(today)));
        if (project is { } id)
            batch.BatchCommands.Add(Statement(ReadProject, Of(id)));
        if (key is not null)
            batch.BatchCommands.Add(IdempotencyStore.Read(key));
        return batch;
    }

    public static async Task<OpenedRows> ReadAsync(
        NpgsqlBatch batch,
        bool withProject,
        IdempotencyKey? key,
        CancellationToken cancellationToken
    )
    {
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        var budgets = new List<ActivityBudget>();
        var terms = new Dictionary<Guid, ProjectTerms>();
        while (await reader.ReadAsync(cancellationToken))
        {
            var budget = Budget(reader);
            budgets.Add(budget);
            terms[budget.ProjectId] = Terms(reader, budget.ProjectId, 24);
        }

        await reader.NextResultAsync(cancellationToken); // the totals are locked, not read
        await reader.NextResultAsync(cancellationToken);
        var expired = new List<Guid>();
        while (await reader.ReadAsync(cancellationToken))
            expired.Add(reader.GetGuid(0));
        ProjectTerms? project = null;
        if (withProject)
        {
            await reader.NextResultAsync(cancellationToken);
            if (await reader.ReadAsync(cancellationToken))
                project = Terms(reader, reader.GetGuid(0), 1);
            if (project is not null)
                terms[project.Id] = project;
        }

        RememberedRequest? remembered = null;
        if (key is not null)
        {
            await reader.NextResultAsync(cancellationToken);
            remembered = await IdempotencyStore.ReadAsync(reader, key, cancellationToken);
        }

        return new OpenedRows(budgets, terms.Values, expired, project, remembered);
    }

    public static NpgsqlBatchCommand Insert(LedgerEntry entry) =>
        Statement(
            InsertEntry,
            [
                Of(entry.Id),
                Of(entry.ActivityId),
                Of(entry.ProjectId),
                Of(entry.FiscalYear),
                Of(entry.Sequence),
                Of(EnumText.Of(entry.Kind)),
                Of(entry.Amount),
                OrNull(entry.Quarter is { } quarter ? EnumText.Of(quarter) : null, NpgsqlDbType.Text),
                OrNull(entry.PaidOn, NpgsqlDbType.Date),
                OrNull(entry.FundingSource is { } source ? EnumText.Of(source) : null, NpgsqlDbType.Text),
                OrNull(entry.ExpiresOn, NpgsqlDbType.Date),
                OrNull(entry.CommitmentId, NpgsqlDbType.Uuid),
                OrNull(entry.ReversesId, NpgsqlDbType.Uuid),
                OrNull(entry.TransferId, NpgsqlDbType.Uuid),
                OrNull(entry.CounterpartId, NpgsqlDbType.Uuid),
                Of(entry.Approved),
                OrNull(entry.Reference, NpgsqlDbType.Text),
                OrNull(entry.Reason, NpgsqlDbType.Text),
                Of(entry.RecordedAt),
                Of(entry.RecordedBy),
                .. EachQuarter(entry.Balance.Planned),
                .. EachQuarter(entry.Balance.TransferredIn),
                .. EachQuarter(entry.Balance.TransferredOut),
                .. EachQuarter(entry.Balance.Disbursed),
                Of(entry.Balance.Committed),
            ]
        );

    private static ActivityBudget Budget(NpgsqlDataReader row) =>
        new(row.GetGuid(0), row.GetGuid(1), row.GetGuid(2), row.GetInt32(3))
        {
            Entries = row.GetInt32(4),
            Moved = row.GetBoolean(5),
            LastEntryAt = row.IsDBNull(6) ? null : row.GetFieldValue<DateTimeOffset>(6),
            Balance = new Balance
            {
                Planned = Quarters(row, 7),
                TransferredIn = Quarters(row, 11),
                TransferredOut = Quarters(row, 15),
                Disbursed = Quarters(row, 19),
                Committed = row.GetDecimal(23),
            },
        };

    private static QuarterAmounts Quarters(NpgsqlDataReader row, int first) =>
        new(row.GetDecimal(first), row.GetDecimal(first + 1), row.GetDecimal(first + 2), row.GetDecimal(first + 3));

    private static ProjectTerms Terms(NpgsqlDataReader row, Guid id, int first) =>
        new(
            id,
            row.GetString(first),
            EnumText.Parse<ProjectStatus>(row.GetString(first + 1)),
            row.GetBoolean(first + 2),
            row.GetInt32(first + 3)
        );

    private static IEnumerable<NpgsqlParameter> EachQuarter(QuarterAmounts amounts) =>
        [Of(amounts.Q1), Of(amounts.Q2), Of(amounts.Q3), Of(amounts.Q4)];
}

/// <param name="Terms">Of the projects of the budgets.</param>
/// <param name="Expired">Their commitments that have expired with something left.</param>
/// <param name="Project">The project that was asked for by itself.</param>
internal sealed record OpenedRows(
    IReadOnlyCollection<ActivityBudget> Budgets,
    IReadOnlyCollection<ProjectTerms> Terms,
    IReadOnlyCollection<Guid> Expired,
    ProjectTerms? Project,
    RememberedRequest? Remembered
)
{
    /// <summary>Without what belongs to other projects than these: for who asks, it is not there.</summary>
    public OpenedRows Where(Func<ProjectTerms, bool> isThere)
    {
        if (Terms.All(isThere))
            return this;
        var hidden = Terms.Where(project => !isThere(project)).Select(project => project.Id).ToHashSet();
        return new OpenedRows(
            [.. Budgets.Where(budget => !hidden.Contains(budget.ProjectId))],
            [.. Terms.Where(project => !hidden.Contains(project.Id))],
            Expired,
            Project is { } project && hidden.Contains(project.Id) ? null : Project,
            Remembered
        );
    }
}
