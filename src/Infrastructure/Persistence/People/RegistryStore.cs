using Microsoft.EntityFrameworkCore;
using TeacherDevPlan.Application.Common;
using TeacherDevPlan.Application.People;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Offices;
using TeacherDevPlan.Domain.People;

namespace TeacherDevPlan.Infrastructure.Persistence.People;

/// <inheritdoc cref="IRegistryStore"/>
internal sealed class RegistryStore(PlanDbContext context) : IRegistryStore
{
    /// <summary>The constraint that refuses main appointments of one person in the same time.</summary>
    public const string OverlapConstraint = "main_appointments_do_not_overlap";

    private const string Lines = """
        WITH RECURSIVE above(id) AS (
            SELECT unnest({0}::uuid[])
            UNION
            SELECT a.supervisor_id FROM above JOIN appointments a ON a.person_id = above.id WHERE a.supervisor_id IS NOT NULL)
        SELECT a.person_id, a.supervisor_id, a.held_from, a.held_to
        FROM above JOIN appointments a ON a.person_id = above.id WHERE a.supervisor_id IS NOT NULL
        """;

    public async Task<Office?> OpenOfficeAsync(string code, CancellationToken cancellationToken)
    {
        await context.LockAsync(code, cancellationToken);
        return await context.Set<Office>().SingleOrDefaultAsync(office => office.Code == code, cancellationToken);
    }

    public async Task<Person?> OpenPersonAsync(Guid id, CancellationToken cancellationToken)
    {
        var found = context.Set<Person>().Where(person => person.Id == id);
        var code = await found.Select(person => person.Office.Code).SingleOrDefaultAsync(cancellationToken);
        if (code is null)
            return null;
        await context.LockAsync(code, cancellationToken);
        var person = await found
            .Include(person => person.Office)
            .Include(person => person.Names)
            .Include(person => person.Appointments)
            .AsSplitQuery()
            .SingleOrDefaultAsync(cancellationToken);
        // Moved or merged meanwhile.
        return person?.Office.Code == code ? person : throw new TransactionConflictException();
    }

    public async Task<Person?> OpenPersonOfAppointmentAsync(Guid id, CancellationToken cancellationToken)
    {
        var person = await context
            .Set<Appointment>()
            .Where(one => one.Id == id)
            .Select(one => (Guid?)one.PersonId)
            .SingleOrDefaultAsync(cancellationToken);
        if (person is null)
            return null;
        var opened = await OpenPersonAsync(person.Value, cancellationToken);
        return opened is null || opened.Appointments.Any(one => one.Id == id)
            ? opened
            : throw new TransactionConflictException();
    }

    public async Task<OfficeRegistry> OpenRegistryAsync(Guid officeId, CancellationToken cancellationToken)
    {
        var left =
            from appointment in context.Set<Appointment>()
            join person in context.Set<Person>() on appointment.PersonId equals person.Id
            where appointment.IsMain && appointment.OfficeId == officeId && appointment.RecordOfficeId != officeId
            select new
            {
                appointment.Name,
                appointment.HeldFrom,
                person.IdentityDigest,
            };
        var people = await context
            .Set<Person>()
            .Where(person => person.OfficeId == officeId)
            .OrderBy(person => person.Id)
            .Include(person => person.Names)
            .Include(person => person.Appointments)
            .AsSplitQuery()
            .ToListAsync(cancellationToken);
        var elsewhere = people
            .SelectMany(Supervision.Of)
            .Select(one => one.SupervisorId)
            .Except(people.Select(person => person.Id))
            .ToList();
        return new OfficeRegistry(
            people,
            await context
                .Set<School>()
                .Where(school => school.OfficeId == officeId)
                .OrderBy(school => school.Code)
                .ToListAsync(cancellationToken),
            await context
                .Set<OrgUnit>()
                .Where(unit => unit.OfficeId == officeId)
                .OrderBy(unit => unit.Number)
                .ToListAsync(cancellationToken),
            await context.Set<StaffCategory>().OrderBy(category => category.Code).ToListAsync(cancellationToken),
            [
                .. (await left.ToListAsync(cancellationToken)).Select(one => new LeftAppointment(
                    one.Name,
                    one.HeldFrom,
                    one.IdentityDigest is null ? null : Convert.ToHexString(one.IdentityDigest)
                )),
            ],
            await SupervisionsAsync(elsewhere, cancellationToken)
        );
    }

    public void Forget() => context.ChangeTracker.Clear();

    public Task<School?> OpenSchoolAsync(Guid id, CancellationToken cancellationToken) =>
        OpenSchoolAsync(context.Set<School>().Where(school => school.Id == id), cancellationToken);

    public async Task<School?> OpenSchoolAsync(string code, CancellationToken cancellationToken)
    {
        await context.LockAsync($"school {code}", cancellationToken);
        return await OpenSchoolAsync(context.Set<School>().Where(school => school.Code == code), cancellationToken);
    }

    public async Task<SchoolNetwork?> OpenNetworkAsync(Guid id, CancellationToken cancellationToken) =>
        await context.Set<SchoolNetwork>().SingleOrDefaultAsync(network => network.Id == id, cancellationToken);

    public async Task<(OrgUnit Unit, string OfficeCode)?> OpenUnitAsync(Guid id, CancellationToken cancellationToken)
    {
        var found =
            from unit in context.Set<OrgUnit>()
            join office in context.Set<Office>() on unit.OfficeId equals office.Id
            where unit.Id == id
            select new { unit, office.Code };
        var code = await found.Select(one => one.Code).SingleOrDefaultAsync(cancellationToken);
        if (code is null)
            return null;
        await context.LockAsync(code, cancellationToken);
        return await found.SingleOrDefaultAsync(cancellationToken) is { } opened ? (opened.unit, opened.Code) : null;
    }

    public async Task<IReadOnlyList<Supervision>> SupervisionsAsync(
        IReadOnlyCollection<Guid> people,
        CancellationToken cancellationToken
    ) =>
        people.Count == 0
            ? []
            : await context.Database.SqlQueryRaw<Supervision>(Lines, [people.ToArray()]).ToListAsync(cancellationToken);

    public Task<StaffCategory?> CategoryAsync(string code, CancellationToken cancellationToken) =>
        context.Set<StaffCategory>().SingleOrDefaultAsync(category => category.Code == code, cancellationToken);

    public async Task<IReadOnlyList<string>> CategoriesAsync(CancellationToken cancellationToken) =>
        await context
            .Set<StaffCategory>()
            .OrderBy(category => category.Code)
            .Select(category => category.Code)
            .ToListAsync(cancellationToken);

    public Task<Guid?> PersonOfCallerAsync(string caller, CancellationToken cancellationToken) =>
        context
            .Set<PersonAccount>()
            .Where(account => account.Caller == caller)
            .Select(account => (Guid?)account.PersonId)
            .SingleOrDefaultAsync(cancellationToken);

    public async Task<PersonAccount?> OpenAccountAsync(string caller, CancellationToken cancellationToken)
    {
        await context.LockAsync($"account {caller}", cancellationToken);
        return await context
            .Set<PersonAccount>()
            .SingleOrDefaultAsync(account => account.Caller == caller, cancellationToken);
    }

    public Task<PersonAccount?> AccountAsync(Guid personId, CancellationToken cancellationToken) =>
        context.Set<PersonAccount>().SingleOrDefaultAsync(account => account.PersonId == personId, cancellationToken);

    public Task<Invitation?> InvitationAsync(Guid personId, CancellationToken cancellationToken) =>
        context
            .Set<Invitation>()
            .SingleOrDefaultAsync(invitation => invitation.PersonId == personId, cancellationToken);

    public Task<Guid?> InvitedAsync(byte[] digest, CancellationToken cancellationToken) =>
        context
            .Set<Invitation>()
            .Where(invitation => invitation.Digest == digest)
            .Select(invitation => (Guid?)invitation.PersonId)
            .SingleOrDefaultAsync(cancellationToken);

    public Task<bool> KeepsAsync(Guid officeId, Guid personId, CancellationToken cancellationToken) =>
        context
            .Set<Person>()
            .AnyAsync(person => person.Id == personId && person.OfficeId == officeId, cancellationToken);

    public Task<bool> KnowsAsync(Guid officeId, Guid personId, CancellationToken cancellationToken) =>
        context
            .Set<Person>()
            .AnyAsync(
                person =>
                    person.Id == personId
                    && (person.OfficeId == officeId || person.Appointments.Any(one => one.OfficeId == officeId)),
                cancellationToken
            );

    public async Task<StaffMember?> OpenStaffMemberAsync(Guid id, CancellationToken cancellationToken)
    {
        var found = context.Set<StaffMember>().Where(member => member.Id == id);
        var code = await found.Select(member => member.Office.Code).SingleOrDefaultAsync(cancellationToken);
        if (code is null)
            return null;
        await context.LockAsync(code, cancellationToken);
        return await found.Include(member => member.Office).SingleOrDefaultAsync(cancellationToken);
    }

    public async Task<bool> IsTakenAsync(
        Guid officeId,
        string? staffNumber,
        IReadOnlyCollection<Guid> but,
        CancellationToken cancellationToken
    ) =>
        staffNumber is not null
        && await OthersOf(officeId, but).AnyAsync(person => person.StaffNumber == staffNumber, cancellationToken);

    public async Task<bool> IsTakenAsync(
        Guid officeId,
        byte[]? identity,
        IReadOnlyCollection<Guid> but,
        CancellationToken cancellationToken
    ) =>
        identity is not null
        && await OthersOf(officeId, but).AnyAsync(person => person.IdentityDigest == identity, cancellationToken);

    public Task<bool> HasNetworkAsync(Guid officeId, string name, Guid? but, CancellationToken cancellationToken) =>
        context
            .Set<SchoolNetwork>()
            .AnyAsync(
                network => network.OfficeId == officeId && network.Name == name && network.Id != but,
                cancellationToken
            );

    public void Add(Entity entity) => context.Add(entity);

    public void Remove(Entity entity) => context.Remove(entity);

    private IQueryable<Person> OthersOf(Guid officeId, IReadOnlyCollection<Guid> but) =>
        context.Set<Person>().Where(person => person.OfficeId == officeId && !but.Contains(person.Id));

    private async Task<School?> OpenSchoolAsync(IQueryable<School> found, CancellationToken cancellationToken)
    {
        var code = await found.Select(school => school.Office.Code).SingleOrDefaultAsync(cancellationToken);
        if (code is null)
            return null;
        await context.LockAsync(code, cancellationToken);
        var school = await found.Include(school => school.Office).SingleAsync(cancellationToken);
        return school.Office.Code == code ? school : throw new TransactionConflictException();
    }
}
