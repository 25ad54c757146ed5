using Microsoft.EntityFrameworkCore;
using Npgsql;
using TeacherDevPlan.Application.Common;
using TeacherDevPlan.Application.Staff;
using TeacherDevPlan.Domain.Careers;
using TeacherDevPlan.Domain.Committees;
using TeacherDevPlan.Domain.Development;
using TeacherDevPlan.Domain.Events;
using TeacherDevPlan.Domain.Offices;
using TeacherDevPlan.Domain.People;
using TeacherDevPlan.Domain.Staff;
using TeacherDevPlan.Infrastructure.Hosting;

namespace TeacherDevPlan.Infrastructure.Persistence.Access;

internal sealed class PersonStore(PlanDbContext context, NameKey key, ErasureJournal journal) : IPersonStore
{
    /// <summary>How long it takes depends on how much the database has; the request's own limit ends it.</summary>
    private const string WithoutTimeout = "SET LOCAL statement_timeout = 0";

    private const string ReplaceName = "SELECT rows, redactions FROM replace_name($1, $2, $3)";

    private const string Remember = """
        INSERT INTO person_names (office_id, digest, lengths, present, key_mark) VALUES ($1, $2, $3, $4, $5)
        ON CONFLICT (office_id, digest) DO UPDATE
        SET lengths = excluded.lengths, present = excluded.present, key_mark = excluded.key_mark
        """;

    private const string ReadFormer = """
        SELECT n.digest, n.lengths, n.present, n.key_mark
        FROM person_names n JOIN offices o ON o.id = n.office_id WHERE o.code = $1
        """;

    public bool HasKey => key.Value is not null;

    public async Task<OpenedPerson?> OpenAsync(Guid staffMemberId, CancellationToken cancellationToken)
    {
        var members = context.Set<StaffMember>().AsNoTracking();
        var code = await members
            .Where(member => member.Id == staffMemberId)
            .Select(member => member.Office.Code)
            .SingleOrDefaultAsync(cancellationToken);
        if (code is null)
            return null;
        await context.LockAsync(code, cancellationToken);
        var person = await members.SingleAsync(member => member.Id == staffMemberId, cancellationToken);
        var others = await members
            .Where(other => other.OfficeId == person.OfficeId && other.Id != person.Id)
            .Select(other => other.Name)
            .ToListAsync(cancellationToken);
        return new OpenedPerson(person.Id, [person.Name], [new OfficeNames(person.OfficeId, code, others)], false);
    }

    public async Task<OpenedPerson?> OpenRegisteredAsync(Guid personId, CancellationToken cancellationToken)
    {
        var offices =
            from office in context.Set<Office>()
            where
                // IgnoreQueryFilters below holds for this as well.
                context.Set<Person>().Any(person => person.Id == personId && person.MergedIntoId == null)
                && (
                    context
                        .Set<Person>()
                        .IgnoreQueryFilters()
                        .Any(person =>
                            (person.Id == personId || person.MergedIntoId == personId) && person.OfficeId == office.Id
                        )
                    || context.Set<Appointment>().Any(one => one.PersonId == personId && one.OfficeId == office.Id)
                    || context
                        .Set<IndividualPlanRevision>()
                        .Any(one => one.PersonId == personId && one.OfficeId == office.Id)
                    || context
                        .Set<Enrollment>()
                        .Any(one =>
                            one.PersonId == personId && (one.OfficeId == office.Id || one.OfferingOfficeId == office.Id)
                        )
                    || context.Set<CommitteeMember>().Any(one => one.PersonId == personId && one.OfficeId == office.Id)
                    || context.Set<Award>().Any(one => one.PersonId == personId && one.OfficeId == office.Id)
                    || context.Set<FurtherStudy>().Any(one => one.PersonId == personId && one.OfficeId == office.Id)
                    || context
                        .Set<Induction>()
                        .Any(one => (one.PersonId == personId || one.MentorId == personId) && one.OfficeId == office.Id)
                    || context.Set<StaffMember>().Any(one => one.PersonId == personId && one.OfficeId == office.Id)
                    || context
                        .Set<CorrectionRequest>()
                        .Any(one => one.PersonId == personId && one.OfficeId == office.Id)
                )
            orderby office.Code
            select new { office.Id, office.Code };
        var found = await offices.ToListAsync(cancellationToken);
        if (found.Count == 0)
            return null;
        foreach (var office in found)
            await context.LockAsync(office.Code, cancellationToken);
        if ((await offices.ToListAsync(cancellationToken)).Count != found.Count)
            throw new TransactionConflictException();
        var names = await context
            .Set<HeldName>()
            .Where(held => held.PersonId == personId)
            .OrderBy(held => held.HeldTo ?? DateOnly.MaxValue)
            .Select(held => held.Name)
            .ToListAsync(cancellationToken);
        var along = await AlongAsync(personId, cancellationToken);
        var merged = along.Where(one => one.Name is null).Select(one => one.Id).ToArray();
        // Names that were since replaced in the series still stand with what was merged, and with past appointments.
        var past = await context
            .Set<Person>()
            .IgnoreQueryFilters()
            .Where(person => merged.Contains(person.Id))
            .Select(person => person.Name)
            .Union(context.Set<Appointment>().Where(one => one.PersonId == personId).Select(one => one.Name))
            .ToListAsync(cancellationToken);
        names.InsertRange(0, past.Concat(along.Select(one => one.Name).OfType<string>()).Distinct().Except(names));
        var places = new List<OfficeNames>();
        foreach (var office in found)
            places.Add(new(office.Id, office.Code, await OthersAsync(office.Id, names, personId, cancellationToken)));
        return new OpenedPerson(personId, [.. names.SkipLast(1).Except([names[^1]]), names[^1]], places, true)
        {
            Along = [.. along.Select(one => (one.Id, one.Name is null))],
            HasNamesake = await HasNamesakeAsync(
                personId,
                names,
                [.. found.Select(office => office.Id)],
                cancellationToken
            ),
        };
    }

    /// <summary>
    /// The records that were merged into a person's, and the printed names that are linked to it, without titles.
    /// </summary>
    private async Task<List<(Guid Id, string? Name)>> AlongAsync(Guid personId, CancellationToken cancellationToken)
    {
        var merged = await context
            .Set<Person>()
            .IgnoreQueryFilters()
            .Where(person => person.MergedIntoId == personId)
            .Select(person => person.Id)
            .ToListAsync(cancellationToken);
        var linked = await context
            .Set<StaffMember>()
            .Where(member => member.PersonId == personId)
            .Select(member => new { member.Id, member.Name })
            .ToListAsync(cancellationToken);
        return
        [
            .. merged.Select(id => (id, (string?)null)),
            .. linked.Select(member => (member.Id, (string?)PersonName.Of(member.Name).Proper)),
        ];
    }

    /// <summary>
    /// Whether the registry has another person with one of the names in one of the offices, who
    /// is not to be erased as well, as the records of a merge are in a backup from before it.
    /// </summary>
    private Task<bool> HasNamesakeAsync(
        Guid personId,
        List<string> names,
        Guid[] offices,
        CancellationToken cancellationToken
    )
    {
        var erased = journal.Read().Where(one => one.IsDone).Select(one => one.Erasure.Person).ToArray();
        return context
            .Set<HeldName>()
            .AnyAsync(
                held =>
                    held.PersonId != personId
                    && !erased.Contains(held.PersonId)
                    && names.Contains(held.Name)
                    && context
                        .Set<Person>()
                        .Any(person =>
                            person.Id == held.PersonId
                            && (
                                offices.Contains(person.OfficeId)
                                || context
                                    .Set<Appointment>()
                                    .Any(one => one.PersonId == person.Id && offices.Contains(one.OfficeId))
                            )
                        ),
                cancellationToken
            );
    }

    /// <summary>The names of others in an office, as printed or in the registry.</summary>
    private async Task<IReadOnlyList<string>> OthersAsync(
        Guid officeId,
        IReadOnlyList<string> names,
        Guid personId,
        CancellationToken cancellationToken
    )
    {
        var printed = await context
            .Set<StaffMember>()
            .Where(member => member.OfficeId == officeId)
            .Select(member => member.Name)
            .ToListAsync(cancellationToken);
        var registered = await context
            .Set<Person>()
            .Where(person => person.OfficeId == officeId && person.Id != personId)
            .Select(person => person.Name)
            .ToListAsync(cancellationToken);
        return [.. printed.Concat(registered).Where(other => !names.Contains(PersonName.Of(other).Proper))];
    }

    public async Task<ReplacedName> ReplaceAsync(NameReplacement replacement, CancellationToken cancellationToken)
    {
        var office = replacement.Office.OfficeId;
        var steps = replacement.Steps();
        await using var batch = Batch();
        batch.BatchCommands.Add(Sql.Statement(WithoutTimeout));
        batch.BatchCommands.Add(
            Sql.Statement(
                ReplaceName,
                Sql.Of(office),
                Sql.Of<string[]>([.. steps.Select(step => step.Pattern)]),
                Sql.Of<string[]>([.. steps.Select(step => step.Replacement)])
            )
        );
        // After replace_name, which also changes what stands in place of earlier names (person_names.present).
        foreach (var name in replacement.Digests(key.Value!))
        {
            batch.BatchCommands.Add(
                Sql.Statement(
                    Remember,
                    Sql.Of(office),
                    Sql.Of(name.Digest),
                    Sql.Of<int[]>([.. name.Lengths]),
                    Sql.Of(name.Present),
                    Sql.Of(key.Mark!)
                )
            );
        }

        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        var replaced = new ReplacedName((int)reader.GetInt64(0), reader.GetValue(1) as string);
        while (await reader.NextResultAsync(cancellationToken)) { }
        return replaced;
    }

    public async Task<int> RemoveAccountAsync(Guid personId, CancellationToken cancellationToken) =>
        await context
            .Set<PersonAccount>()
            .Where(account => account.PersonId == personId)
            .ExecuteDeleteAsync(cancellationToken)
        + await context
            .Set<Invitation>()
            .Where(invitation => invitation.PersonId == personId)
            .ExecuteDeleteAsync(cancellationToken);

    public async Task<bool> NoteErasureAsync(
        OpenedPerson person,
        NameReplacement replacement,
        CancellationToken cancellationToken
    )
    {
        var digests = replacement.Digests(key.Value!).ToList();
        foreach (var (id, isRegistered) in person.Along.Prepend((person.Id, person.IsRegistered)))
        {
            var erasure = new Erasure(id, isRegistered, replacement.Office.OfficeCode, digests, key.Mark!);
            if (!await journal.AddAsync(erasure, cancellationToken))
                return false;
        }

        return true;
    }

    public Task<int> ForgetIdentityAsync(Guid personId, CancellationToken cancellationToken) =>
        context.Database.ExecuteSqlAsync(
            $"UPDATE people SET identity_digest = NULL WHERE (id = {personId} OR merged_into_id = {personId}) AND identity_digest IS NOT NULL",
            cancellationToken
        );

    public async Task SettleErasureAsync(Guid id, CancellationToken cancellationToken)
    {
        await SettleOneAsync(id, cancellationToken);
        foreach (var (other, _) in await AlongAsync(id, cancellationToken))
            await SettleOneAsync(other, cancellationToken);
    }

    private async Task SettleOneAsync(Guid id, CancellationToken cancellationToken)
    {
        var noted = journal.Read().Where(one => one.Erasure.Person == id).ToList();
        if (noted.Count == 0)
            return;
        var isErased = (await NamesAsync(noted, cancellationToken)).TrueForAll(one => one.IsPseudonym);
        if (isErased)
            await journal.MarkDoneAsync(id, cancellationToken);
        else if (noted.Exists(one => one.IsDone))
            await journal.MarkLiftedAsync(id, cancellationToken);
    }

    public async Task<IReadOnlyList<(Guid Id, bool IsRegistered)>> ErasedWithNameAsync(
        CancellationToken cancellationToken
    )
    {
        var noted = journal.Read();
        var done = noted.Where(one => one.IsDone).Select(one => one.Erasure.Person).ToHashSet();
        var erased = new List<(Guid, bool)>();
        foreach (var person in (await NamesAsync(noted, cancellationToken)).GroupBy(one => one.Id))
        {
            var isNamed = person.Any(one => !one.IsPseudonym);
            if (isNamed && done.Contains(person.Key))
                erased.Add((person.Key, person.First().IsRegistered));
            // Committed, though a crash came before the mark.
            else if (!isNamed && !done.Contains(person.Key))
                await journal.MarkDoneAsync(person.Key, cancellationToken);
        }

        return erased;
    }

    /// <summary>All names that the database has of those whose erasure is noted.</summary>
    private async Task<List<Noted>> NamesAsync(
        IEnumerable<(Erasure Erasure, bool IsDone)> noted,
        CancellationToken cancellationToken
    )
    {
        var ids = noted.ToLookup(one => one.Erasure.IsRegistered, one => one.Erasure.Person);
        var (members, persons) = (ids[false].ToArray(), ids[true].ToArray());
        var names = new List<Noted>();
        if (members.Length > 0)
            names.AddRange(
                await context
                    .Set<StaffMember>()
                    .Where(member => members.Contains(member.Id))
                    .Select(member => new Noted(member.Id, false, member.Name))
                    .ToListAsync(cancellationToken)
            );
        if (persons.Length > 0)
            names.AddRange(
                await context
                    .Set<HeldName>()
                    .Where(held => persons.Contains(held.PersonId))
                    .Select(held => new Noted(held.PersonId, true, held.Name))
                    .ToListAsync(cancellationToken)
            );
        return names;
    }

    public async Task<FormerNames?> FormerNamesAsync(string officeCode, CancellationToken cancellationToken)
    {
        await context.LockAsync(officeCode, cancellationToken);
        await using var batch = Batch();
        batch.BatchCommands.Add(Sql.Statement(ReadFormer, Sql.Of(officeCode)));
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        var names = new List<FormerName>();
        while (await reader.ReadAsync(cancellationToken))
        {
            key.RefuseOther(reader.GetFieldValue<byte[]>(3));
            names.Add(
                new FormerName(reader.GetFieldValue<byte[]>(0), reader.GetFieldValue<int[]>(1), reader.GetString(2))
            );
        }

        var known = names.Select(name => Convert.ToHexString(name.Digest)).ToHashSet();
        var erasures = journal.Read().Where(one => one.IsDone && one.Erasure.Office == officeCode);
        foreach (var erasure in erasures.Select(one => one.Erasure))
        {
            key.RefuseOther(erasure.KeyMark);
            names.AddRange(erasure.Names.Where(name => known.Add(Convert.ToHexString(name.Digest))));
        }

        return names.Count == 0 ? null : new FormerNames(key.Value!, officeCode, names);
    }

    private NpgsqlBatch Batch() => new((NpgsqlConnection)context.Database.GetDbConnection()) { Timeout = 0 };

    /// <summary>A name of somebody whose erasure is noted.</summary>
    private sealed record Noted(Guid Id, bool IsRegistered, string Name)
    {
        public bool IsPseudonym => PersonName.Of(Name).IsPseudonym;
    }
}
