using Npgsql;
using NpgsqlTypes;
using TeacherDevPlan.Application.Common.Idempotency;
using TeacherDevPlan.Domain.Budgets;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Projects;
using static TeacherDevPlan.Infrastructure.Persistence.Sql;

namespace TeacherDevPlan.Infrastructure.Persistence.Ledger;

/// <summary>The statements that open and write the ledger, and the mapping of their rows.</summary>
internal static class LedgerRows
{
    /// <summary>
    /// Locks the budgets and reads their current values. A project that changed while waiting for the lock is read in its
    /// old state; the database refuses entries that this makes invalid, and the transaction is run again.
    /// </summary>
    private static readonly string Open = $"""
        SELECT b.activity_id, b.project_id, b.plan_id, b.fiscal_year, b.entries, b.moved, b.last_entry_at,
            {string.Join(", ", LedgerSql.Columns.Select(column => $"b.{column}"))},
            o.code, p.status, p.virement_allowed, p.version
        FROM activity_budgets b JOIN activities a ON a.id = b.activity_id JOIN projects p ON p.id = b.project_id
            JOIN development_plans d ON d.id = p.plan_id JOIN offices o ON o.id = d.office_id
        WHERE b.activity_id = ANY ($1) ORDER BY b.activity_id FOR UPDATE OF b
        """;

    /// <summary>The activities' expired commitments that are not released yet.</summary>
    private const string ReadExpired = """
        SELECT commitment_id FROM open_commitments WHERE activity_id = ANY ($1) AND expires_on < $2
        """;

    private const string ReadProject = """
        SELECT p.id, o.code, p.status, p.virement_allowed, p.version
        FROM projects p JOIN development_plans d ON d.id = p.plan_id JOIN offices o ON o.id = d.office_id
        WHERE p.id = $1
        """;

    private static readonly EntryColumn[] EntryColumns =
    [
        new EntryColumn<Guid>("id", NpgsqlDbType.Uuid, entry => entry.Id),
        new EntryColumn<Guid>("activity_id", NpgsqlDbType.Uuid, entry => entry.ActivityId),
        new EntryColumn<Guid>("project_id", NpgsqlDbType.Uuid, entry => entry.ProjectId),
        new EntryColumn<int>("fiscal_year", NpgsqlDbType.Integer, entry => entry.FiscalYear),
        new EntryColumn<int>("sequence", NpgsqlDbType.Integer, entry => entry.Sequence),
        new EntryColumn<string>("kind", NpgsqlDbType.Text, entry => EnumText.Of(entry.Kind)),
        new EntryColumn<decimal>("amount", NpgsqlDbType.Numeric, entry => entry.Amount),
        new EntryColumn<string?>("quarter", NpgsqlDbType.Text, entry => TextOf(entry.Quarter)),
        new EntryColumn<DateOnly?>("paid_on", NpgsqlDbType.Date, entry => entry.PaidOn),
        new EntryColumn<string?>("funding_source", NpgsqlDbType.Text, entry => TextOf(entry.FundingSource)),
        new EntryColumn<DateOnly?>("expires_on", NpgsqlDbType.Date, entry => entry.ExpiresOn),
        new EntryColumn<Guid?>("commitment_id", NpgsqlDbType.Uuid, entry => entry.CommitmentId),
        new EntryColumn<Guid?>("reverses_id", NpgsqlDbType.Uuid, entry => entry.ReversesId),
        new EntryColumn<Guid?>("transfer_id", NpgsqlDbType.Uuid, entry => entry.TransferId),
        new EntryColumn<Guid?>("counterpart_id", NpgsqlDbType.Uuid, entry => entry.CounterpartId),
        new EntryColumn<bool>("approved", NpgsqlDbType.Boolean, entry => entry.Approved),
        new EntryColumn<string?>("reference", NpgsqlDbType.Text, entry => entry.Reference),
        new EntryColumn<string?>("reason", NpgsqlDbType.Text, entry => entry.Reason),
        new EntryColumn<DateTimeOffset>("recorded_at", NpgsqlDbType.TimestampTz, entry => entry.RecordedAt),
        new EntryColumn<string>("recorded_by", NpgsqlDbType.Text, entry => entry.RecordedBy),
        .. LedgerSql.Columns.Select(
            (column, place) =>
                new EntryColumn<decimal>(column, NpgsqlDbType.Numeric, entry => Figure(entry.Balance, place))
        ),
    ];

    private static readonly string InsertEntry =
        $"{InsertInto} VALUES ({string.Join(", ", EntryColumns.Select((_, place) => $"${place + 1}"))})";

    private static readonly string InsertEntries =
        $"{InsertInto} SELECT * FROM unnest({string.Join(", ", EntryColumns.Select((_, place) => $"${place + 1}"))})";

    private static string InsertInto =>
        $"INSERT INTO ledger_entries ({string.Join(", ", EntryColumns.Select(column => column.Name))})";

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

    /// <summary>Inserts entries with one statement, so that the database checks and sums them together.</summary>
    public static NpgsqlBatchCommand Insert(IReadOnlyList<LedgerEntry> entries) =>
        entries.Count == 1
            ? Statement(InsertEntry, [.. EntryColumns.Select(column => column.Of(entries[0]))])
            : Statement(InsertEntries, [.. EntryColumns.Select(column => column.Of(entries))]);

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

    private static string? TextOf<T>(T? value)
        where T : struct, Enum => value is { } one ? EnumText.Of(one) : null;

    /// <summary>The figure of a balance for an index of <see cref="LedgerSql.Columns"/>.</summary>
    private static decimal Figure(Balance balance, int place) =>
        (place / 4) switch
        {
            0 => Quarter(balance.Planned, place % 4),
            1 => Quarter(balance.TransferredIn, place % 4),
            2 => Quarter(balance.TransferredOut, place % 4),
            3 => Quarter(balance.Disbursed, place % 4),
            _ => balance.Committed,
        };

    private static decimal Quarter(QuarterAmounts amounts, int place) =>
        place switch
        {
            0 => amounts.Q1,
            1 => amounts.Q2,
            2 => amounts.Q3,
            _ => amounts.Q4,
        };

    /// <summary>A column of the ledger, with its values for one entry or many as a parameter.</summary>
    private abstract record EntryColumn(string Name)
    {
        public abstract NpgsqlParameter Of(LedgerEntry entry);

        public abstract NpgsqlParameter Of(IReadOnlyList<LedgerEntry> entries);
    }

    private sealed record EntryColumn<T>(string Name, NpgsqlDbType Type, Func<LedgerEntry, T> Value) : EntryColumn(Name)
    {
        public override NpgsqlParameter Of(LedgerEntry entry) =>
            default(T) is null
                ? OrNull(Value(entry), Type)
                : new NpgsqlParameter<T> { TypedValue = Value(entry), NpgsqlDbType = Type };

        public override NpgsqlParameter Of(IReadOnlyList<LedgerEntry> entries) =>
            new NpgsqlParameter<T[]>
            {
                TypedValue = [.. entries.Select(Value)],
                NpgsqlDbType = NpgsqlDbType.Array | Type,
            };
    }
}

/// <param name="Terms">The state of the projects that the budgets belong to.</param>
/// <param name="Expired">The ids of expired commitments with a remainder.</param>
/// <param name="Project">The project that was requested by its own id.</param>
internal sealed record OpenedRows(
    IReadOnlyCollection<ActivityBudget> Budgets,
    IReadOnlyCollection<ProjectTerms> Terms,
    IReadOnlyCollection<Guid> Expired,
    ProjectTerms? Project,
    RememberedRequest? Remembered
)
{
    /// <summary>Without the rows of other projects, which the caller cannot see.</summary>
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
