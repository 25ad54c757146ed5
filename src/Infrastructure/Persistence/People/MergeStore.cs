using Microsoft.EntityFrameworkCore;
using Npgsql;
using NpgsqlTypes;
using TeacherDevPlan.Application.Common;
using TeacherDevPlan.Application.People.Merging;
using TeacherDevPlan.Domain.People;

namespace TeacherDevPlan.Infrastructure.Persistence.People;

/// <inheritdoc cref="IMergeStore"/>
internal sealed class MergeStore(PlanDbContext context) : IMergeStore
{
    private const string Merge = "SELECT moved, conflicts FROM merge_person($1, $2, $3, $4, $5, $6, $7, $8, $9)";

    private const string Undo = "SELECT moved FROM unmerge_person($1, $2, $3)";

    private const string SetAside = "SELECT conflicts, left_in FROM set_enrollments_aside($1, $2, $3)";

    private const string BringBack = "SELECT bring_enrollments_back($1)";

    /// <summary>The offerings in which several of the people are, or were before a merge.</summary>
    private const string Shared = """
        SELECT coalesce(array_agg(DISTINCT offering_id), '{}') FROM (
            SELECT offering_id FROM enrollments WHERE person_id = ANY ($1) GROUP BY offering_id HAVING count(*) > 1
            UNION ALL
            SELECT a.offering_id FROM merged_enrollments a JOIN person_merges m ON m.id = a.merge_id
            WHERE m.duplicate_id = ANY ($1) AND m.undone_at IS NULL) shared
        """;

    private const string Moved = """
        SELECT coalesce(array_agg((row_key ->> 'id')::uuid), '{}') FROM person_merge_parts
        WHERE merge_id = $1 AND table_name = 'appointments' AND column_name = 'person_id'
        """;

    public async Task<IReadOnlyList<Person>> OpenAsync(
        IReadOnlyCollection<Guid> ids,
        CancellationToken cancellationToken
    )
    {
        var found = context.Set<Person>().IgnoreQueryFilters().AsNoTracking().Where(person => ids.Contains(person.Id));
        var codes = await CodesAsync(found, cancellationToken);
        // In one order, so that nobody waits for somebody who waits.
        foreach (var code in codes)
            await context.LockAsync(code, cancellationToken);
        foreach (var id in ids.Order())
        {
            await context.LockPlansOfAsync(id, cancellationToken);
            await context.LockNeedsOfAsync(id, cancellationToken);
        }

        // Twice: once the people are locked, they are enrolled nowhere else.
        await context.LockSeatsAsync(ids, await SharedAsync(ids, cancellationToken), cancellationToken);
        await context.LockSeatsAsync(ids, await SharedAsync(ids, cancellationToken), cancellationToken);
        if (!(await CodesAsync(found, cancellationToken)).SequenceEqual(codes))
            throw new TransactionConflictException();
        return await found
            .Include(person => person.Office)
            .Include(person => person.Names)
            .Include(person => person.Appointments)
            .AsSplitQuery()
            .ToListAsync(cancellationToken);
    }

    public async Task<MergeOutcome> MergeAsync(
        PersonMerge merge,
        Person kept,
        Person duplicate,
        DateOnly today,
        bool onlyTried,
        CancellationToken cancellationToken
    )
    {
        const string before = "before_merge";
        var transaction = context.Database.CurrentTransaction!;
        await transaction.CreateSavepointAsync(before, cancellationToken);
        var (offerings, leftIn) = await SetAsideAsync(merge, cancellationToken);
        await using var batch = new NpgsqlBatch((NpgsqlConnection)context.Database.GetDbConnection());
        batch.BatchCommands.Add(
            Sql.Statement(
                Merge,
                Sql.Of(merge.Id),
                Sql.Of(kept.Id),
                Sql.Of(duplicate.Id),
                Sql.Of(PersonMerge.AsidesOf(kept, duplicate)),
                Sql.Of(PersonMerge.NamedOf(kept, duplicate, today)),
                Sql.Of(PersonMerge.OfficeOf(kept, duplicate)),
                Sql.OrNull(PersonMerge.NumberOf(kept, duplicate), NpgsqlDbType.Text),
                Sql.Of(today),
                Sql.Of(onlyTried || offerings.Count > 0)
            )
        );
        long moved;
        string[] conflicts;
        await using (var reader = await batch.ExecuteReaderAsync(cancellationToken))
        {
            await reader.ReadAsync(cancellationToken);
            (moved, conflicts) = (reader.GetInt64(0), reader.GetFieldValue<string[]>(1));
        }

        if (onlyTried || conflicts.Length > 0 || offerings.Count > 0)
        {
            await transaction.RollbackToSavepointAsync(before, cancellationToken);
            // Two enrolments in one offering are told by its title.
            return new MergeOutcome(
                0,
                [.. conflicts.Where(one => offerings.Count == 0 || one != "enrollments")],
                offerings,
                []
            );
        }

        context.Add(merge);
        (await ReadAsync(kept.Id, cancellationToken)).SettleAgain();
        return new MergeOutcome(moved, [], [], leftIn);
    }

    public Task<PersonMerge?> FindAsync(Guid duplicateId, CancellationToken cancellationToken) =>
        context
            .Set<PersonMerge>()
            .AsNoTracking()
            .SingleOrDefaultAsync(
                merge => merge.DuplicateId == duplicateId && merge.UndoneAt == null,
                cancellationToken
            );

    public Task<bool> HasLaterAsync(PersonMerge merge, CancellationToken cancellationToken) =>
        context
            .Set<PersonMerge>()
            .AnyAsync(
                other => other.KeptId == merge.KeptId && other.UndoneAt == null && other.MergedAt > merge.MergedAt,
                cancellationToken
            );

    public async Task<IReadOnlyList<Guid>> MovedAppointmentsAsync(
        PersonMerge merge,
        CancellationToken cancellationToken
    ) => (Guid[])(await context.ScalarAsync(Moved, cancellationToken, Sql.Of(merge.Id)))!;

    public async Task<(long Moved, IReadOnlyList<Guid> Offerings)> UndoAsync(
        PersonMerge merge,
        Person kept,
        Person duplicate,
        Guid officeId,
        DateTimeOffset undoneAt,
        CancellationToken cancellationToken
    )
    {
        var moved = (long)
            (
                await context.ScalarAsync(
                    Undo,
                    cancellationToken,
                    Sql.Of(merge.Id),
                    Sql.Of(officeId),
                    Sql.OrNull(merge.NumberAfter(kept, duplicate), NpgsqlDbType.Text)
                )
            )!;
        var offerings = (Guid[])(await context.ScalarAsync(BringBack, cancellationToken, Sql.Of(merge.Id)))!;
        (await ReadAsync(kept.Id, cancellationToken)).SettleAgain(officeId);
        (await ReadAsync(duplicate.Id, cancellationToken)).SettleAgain();
        context.Attach(merge);
        merge.Undo(undoneAt);
        return (moved, offerings);
    }

    private async Task<Guid[]> SharedAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken) =>
        (Guid[])(await context.ScalarAsync(Shared, cancellationToken, Sql.Of<Guid[]>([.. ids])))!;

    private async Task<(IReadOnlyList<string> Conflicts, IReadOnlyList<Guid> LeftIn)> SetAsideAsync(
        PersonMerge merge,
        CancellationToken cancellationToken
    )
    {
        await using var batch = new NpgsqlBatch((NpgsqlConnection)context.Database.GetDbConnection());
        batch.BatchCommands.Add(
            Sql.Statement(SetAside, Sql.Of(merge.Id), Sql.Of(merge.KeptId), Sql.Of(merge.DuplicateId))
        );
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        return (reader.GetFieldValue<string[]>(0), reader.GetFieldValue<Guid[]>(1));
    }

    /// <summary>A record as it is in the database now, to be changed.</summary>
    private Task<Person> ReadAsync(Guid id, CancellationToken cancellationToken) =>
        context
            .Set<Person>()
            .Include(person => person.Names)
            .Include(person => person.Appointments)
            .AsSplitQuery()
            .SingleAsync(person => person.Id == id, cancellationToken);

    private static Task<List<string>> CodesAsync(IQueryable<Person> found, CancellationToken cancellationToken) =>
        found.Select(person => person.Office.Code).Distinct().OrderBy(code => code).ToListAsync(cancellationToken);
}
