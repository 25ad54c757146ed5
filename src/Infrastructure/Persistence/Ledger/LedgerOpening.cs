using Npgsql;
using TeacherDevPlan.Application.Common.Idempotency;
using TeacherDevPlan.Domain.Budgets;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Vocabulary;
using static TeacherDevPlan.Infrastructure.Persistence.Sql;

namespace TeacherDevPlan.Infrastructure.Persistence.Ledger;

/// <summary>Locks and reads in one round trip what commands on the ledger need.</summary>
/// <param name="Activities">The activities whose budgets are locked.</param>
/// <param name="Keys">The idempotency keys of one caller that are looked up.</param>
internal sealed record LedgerOpening(Guid[] Activities, DateOnly Today, IReadOnlyList<IdempotencyKey> Keys)
{
    /// <summary>
    /// Reads the budgets. A project that changed while waiting for the lock is read in its old state; the database refuses
    /// entries that this makes invalid, and the transaction is run again.
    /// </summary>
    private static readonly string ReadBudgets = $"""
        SELECT b.activity_id, b.project_id, b.plan_id, b.fiscal_year, b.entries, b.moved, b.last_entry_at,
            {string.Join(", ", LedgerSql.Columns.Select(column => $"b.{column}"))},
            o.code, p.status, p.virement_allowed, p.version
        FROM activity_budgets b JOIN activities a ON a.id = b.activity_id JOIN projects p ON p.id = b.project_id
            JOIN development_plans d ON d.id = p.plan_id JOIN offices o ON o.id = d.office_id
        WHERE b.activity_id = ANY ($1) ORDER BY b.activity_id FOR UPDATE OF b
        """;

    private static readonly string ReadUnlockedBudgets = $"{ReadBudgets} SKIP LOCKED";

    /// <summary>The activities' expired commitments that are not released yet.</summary>
    private const string ReadExpired = """
        SELECT commitment_id, activity_id FROM open_commitments WHERE activity_id = ANY ($1) AND expires_on < $2
        """;

    private const string ReadProject = """
        SELECT p.id, o.code, p.status, p.virement_allowed, p.version
        FROM projects p JOIN development_plans d ON d.id = p.plan_id JOIN offices o ON o.id = d.office_id
        WHERE p.id = $1
        """;

    /// <summary>A project that is read by its own id.</summary>
    public Guid? Project { get; init; }

    /// <summary>Whether budgets that somebody else has locked are left out instead of waited for.</summary>
    public bool SkipsLocked { get; init; }

    public async Task<OpenedRows> ReadAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var batch = Batch(connection);
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
        var expired = new List<(Guid, Guid)>();
        while (await reader.ReadAsync(cancellationToken))
            expired.Add((reader.GetGuid(0), reader.GetGuid(1)));
        ProjectTerms? project = null;
        if (Project is not null)
        {
            await reader.NextResultAsync(cancellationToken);
            if (await reader.ReadAsync(cancellationToken))
                project = Terms(reader, reader.GetGuid(0), 1);
            if (project is not null)
                terms[project.Id] = project;
        }

        var remembered = new RememberedRequests();
        if (Keys.Count > 0)
        {
            await reader.NextResultAsync(cancellationToken);
            remembered = await IdempotencyStore.ReadAsync(reader, cancellationToken);
        }

        return new OpenedRows(budgets, terms.Values, expired, project, remembered);
    }

    private NpgsqlBatch Batch(NpgsqlConnection connection)
    {
        var batch = new NpgsqlBatch(connection);
        batch.BatchCommands.Add(Statement(SkipsLocked ? ReadUnlockedBudgets : ReadBudgets, Of(Activities)));
        batch.BatchCommands.Add(Statement(ReadExpired, Of(Activities), Of(Today)));
        if (Project is { } id)
            batch.BatchCommands.Add(Statement(ReadProject, Of(id)));
        if (Keys.Count > 0)
            batch.BatchCommands.Add(IdempotencyStore.Read(Keys));
        return batch;
    }

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
}

/// <param name="Terms">The state of the projects that the budgets belong to.</param>
/// <param name="Expired">Expired commitments with a remainder, and their activities.</param>
/// <param name="Project">The project that was requested by its own id.</param>
/// <param name="Remembered">The earlier requests under the keys.</param>
internal sealed record OpenedRows(
    IReadOnlyCollection<ActivityBudget> Budgets,
    IReadOnlyCollection<ProjectTerms> Terms,
    IReadOnlyCollection<(Guid Commitment, Guid Activity)> Expired,
    ProjectTerms? Project,
    RememberedRequests Remembered
)
{
    public static OpenedRows None => new([], [], [], null, new RememberedRequests());

    /// <summary>Without the rows of other projects, which the caller cannot see.</summary>
    public OpenedRows Where(Func<ProjectTerms, bool> isThere)
    {
        if (Terms.All(isThere))
            return this;
        var hidden = Terms.Where(project => !isThere(project)).Select(project => project.Id).ToHashSet();
        return this with
        {
            Budgets = [.. Budgets.Where(budget => !hidden.Contains(budget.ProjectId))],
            Terms = [.. Terms.Where(project => !hidden.Contains(project.Id))],
            Project = Project is { } project && hidden.Contains(project.Id) ? null : Project,
        };
    }

    /// <summary>
    /// The rows of some of the activities; null if some are missing, or have expired commitments that must be read first.
    /// </summary>
    public OpenedRows? Of(IReadOnlyCollection<Guid> activities)
    {
        var wanted = activities.ToHashSet();
        var own = Budgets.Where(budget => wanted.Contains(budget.ActivityId)).ToList();
        if (own.Count < wanted.Count || Expired.Any(one => wanted.Contains(one.Activity)))
            return null;
        var projects = own.Select(budget => budget.ProjectId).ToHashSet();
        return this with
        {
            Budgets = own,
            Terms = [.. Terms.Where(project => projects.Contains(project.Id))],
            Expired = [],
        };
    }
}
