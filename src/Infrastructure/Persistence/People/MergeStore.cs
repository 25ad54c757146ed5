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

        await context.LockPeopleAsync(ids, cancellationToken);
        if (!(await CodesAsync(found, cancellationToken)).SequenceEqual(codes))
            throw new TransactionConflictException();
        return await found
            .Include(person => person.Office)
            .Include(person => person.Names)
            .Include(person => person.Appointments)
            .AsSplitQuery()
            .ToListAsync(cancellationToken);
    }

    public async Task<(long Moved, IReadOnlyList<string> Conflicts)> MergeAsync(
        PersonMerge merge,
        Person kept,
        Person duplicate,
        DateOnly today,
        bool onlyTried,
        CancellationToken cancellationToken
    )
    {
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
                Sql.Of(onlyTried)
            )
        );
        long moved;
        string[] conflicts;
        await using (var reader = await batch.ExecuteReaderAsync(cancellationToken))
        {
            await reader.ReadAsync(cancellationToken);
            (moved, conflicts) = (reader.GetInt64(0), reader.GetFieldValue<string[]>(1));
        }

        if (onlyTried || conflicts.Length > 0)
            return (0, conflicts);
        context.Add(merge);
        (await ReadAsync(kept.Id, cancellationToken)).SettleAgain();
        return (moved, []);
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

    public async Task<long> UndoAsync(
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
        (await ReadAsync(kept.Id, cancellationToken)).SettleAgain(officeId);
        (await ReadAsync(duplicate.Id, cancellationToken)).SettleAgain();
        context.Attach(merge);
        merge.Undo(undoneAt);
        return moved;
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
