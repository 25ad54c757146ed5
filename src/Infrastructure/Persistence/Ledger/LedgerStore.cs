using Microsoft.EntityFrameworkCore;
using Npgsql;
using TeacherDevPlan.Application.Access;
using TeacherDevPlan.Application.Common.Idempotency;
using TeacherDevPlan.Application.Ledger;
using TeacherDevPlan.Domain.Budgets;
using TeacherDevPlan.Domain.Common;

namespace TeacherDevPlan.Infrastructure.Persistence.Ledger;

/// <summary>
/// The ledger in PostgreSQL, by hand-written SQL: it needs row locks, statements in one round trip, and inserts that may
/// conflict, none of which EF Core has. Opening it is one round trip, writing is another.
/// </summary>
internal sealed class LedgerStore(
    PlanDbContext context,
    UnitOfWork work,
    SharedTransactions transactions,
    WriteBatch writes,
    Caller caller,
    AccessControl access,
    TimeProvider time
) : ILedgerStore
{
    private const string StartProject =
        "UPDATE projects SET status = 'IN_PROGRESS', version = version + 1 WHERE id = $1 AND status = 'APPROVED'";

    private const string RaiseProjectVersion =
        "UPDATE projects SET version = version + 1 WHERE id = $1 AND version = $2";

    private const string ReadExpired =
        $"SELECT commitment_id {ExpiryCheck.Expired} ORDER BY expires_on, commitment_id LIMIT $2";

    private NpgsqlConnection Connection => (NpgsqlConnection)context.Database.GetDbConnection();

    public async Task<OpenedLedger> OpenAsync(
        LedgerScope scope,
        IReadOnlyList<IdempotencyKey> keys,
        CancellationToken cancellationToken
    )
    {
        Guid[] documents = [.. scope.Commitments, .. scope.Disbursements];
        if (documents.Length > 0)
            await work.BeginAsync(cancellationToken);
        var touched = documents.Length == 0 ? [] : await TouchedAsync(documents, cancellationToken);
        Guid[] activities = [.. scope.Activities, .. touched.Select(one => one.ActivityId)];
        var now = time.GetUtcNow();
        var rows = (await RowsAsync(scope, activities, ThaiDay.Of(now), keys, cancellationToken)).Where(IsThere);

        var there = rows.Budgets.Select(budget => budget.ActivityId).ToHashSet();
        Guid[] commitments =
        [
            .. scope.Commitments,
            .. touched.Select(one => one.CommitmentId).OfType<Guid>(),
            .. rows.Expired.Select(one => one.Commitment),
        ];
        var state = new LedgerState(
            rows.Budgets,
            rows.Terms,
            await DocumentsAsync<Commitment>(commitments, one => one.ActivityId),
            await DocumentsAsync<Disbursement>([.. scope.Disbursements], one => one.ActivityId)
        );
        var ledger = new BudgetLedger(state, caller.Name, now);
        ledger.ReleaseExpired();
        return new OpenedLedger(ledger, rows.Project, rows.Remembered);

        async Task<IReadOnlyCollection<T>> DocumentsAsync<T>(Guid[] ids, Func<T, Guid> activityOf)
            where T : Entity =>
            [.. (await ReadAsync<T>(ids, cancellationToken)).Where(document => there.Contains(activityOf(document)))];
    }

    public void Post(BudgetLedger ledger)
    {
        writes.Add(ledger.Entries);
        foreach (var project in ledger.StartedProjects.Order())
            writes.Add(Sql.Statement(StartProject, Sql.Of(project)));
    }

    public async Task PostNowAsync(BudgetLedger ledger, CancellationToken cancellationToken)
    {
        Post(ledger);
        await writes.SendAsync(Connection, cancellationToken);
    }

    public void RaiseVersion(ProjectTerms project) =>
        writes.Add(Sql.Statement(RaiseProjectVersion, Sql.Of(project.Id), Sql.Of(project.Version)), mustAffect: true);

    public async Task<IReadOnlyList<Guid>> ExpiredCommitmentsAsync(
        DateOnly today,
        int most,
        CancellationToken cancellationToken
    )
    {
        await using var batch = new NpgsqlBatch(Connection);
        batch.BatchCommands.Add(Sql.Statement(ReadExpired, Sql.Of(today), Sql.Of(most)));
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        var expired = new List<Guid>();
        while (await reader.ReadAsync(cancellationToken))
            expired.Add(reader.GetGuid(0));
        return expired;
    }

    /// <summary>What names only activities can be opened together with what else arrives.</summary>
    private async Task<OpenedRows> RowsAsync(
        LedgerScope scope,
        Guid[] activities,
        DateOnly today,
        IReadOnlyList<IdempotencyKey> keys,
        CancellationToken cancellationToken
    )
    {
        if (
            work.MayShare
            && scope is { Commitments.Count: 0, Disbursements.Count: 0, Project: null }
            && await transactions.OpenAsync(caller.Name, activities, keys, today, cancellationToken) is { } part
        )
        {
            work.Join(part);
            return part.Rows;
        }

        await work.BeginAsync(cancellationToken);
        var opening = new LedgerOpening(activities, today, keys) { Project = scope.Project };
        return await opening.ReadAsync(Connection, cancellationToken);
    }

    /// <summary>A draft that the caller does not see is not there; that it was named is a refusal all the same.</summary>
    private bool IsThere(ProjectTerms project)
    {
        if (project.IsPublished || caller.Sees(project.OfficeCode))
            return true;
        access.Hide($"a draft of {project.OfficeCode}");
        return false;
    }

    /// <summary>Which activity commitments and payments are of, and which commitments payments drew on: neither changes.</summary>
    private async Task<IReadOnlyList<(Guid ActivityId, Guid? CommitmentId)>> TouchedAsync(
        Guid[] documents,
        CancellationToken cancellationToken
    )
    {
        var found = await context
            .Set<LedgerEntry>()
            .Where(entry => documents.Contains(entry.Id))
            .Select(entry => new { entry.ActivityId, entry.CommitmentId })
            .ToListAsync(cancellationToken);
        return found.ConvertAll(entry => (entry.ActivityId, entry.CommitmentId));
    }

    private async Task<List<T>> ReadAsync<T>(Guid[] ids, CancellationToken cancellationToken)
        where T : Entity =>
        ids.Length == 0
            ? []
            : await context.Set<T>().AsNoTracking().Where(row => ids.Contains(row.Id)).ToListAsync(cancellationToken);
}
