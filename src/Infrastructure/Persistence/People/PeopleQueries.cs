using Microsoft.EntityFrameworkCore;
using TeacherDevPlan.Application.Common;
using TeacherDevPlan.Domain.Events;
using TeacherDevPlan.Domain.People;

namespace TeacherDevPlan.Infrastructure.Persistence.People;

/// <summary>Conditions and locks that the stores of people, of their plans and of events share.</summary>
internal static class PeopleQueries
{
    /// <summary>The appointments that are held on a day.</summary>
    public static IQueryable<Appointment> HeldOn(this IQueryable<Appointment> appointments, DateOnly day) =>
        appointments.Where(one => one.HeldFrom <= day && !(one.HeldTo < day));

    /// <summary>Whoever changes a development plan of the person waits for this transaction to end.</summary>
    public static Task LockPlansOfAsync(
        this PlanDbContext context,
        Guid personId,
        CancellationToken cancellationToken
    ) => context.LockAsync($"development plans of {personId}", cancellationToken);

    /// <summary>Whoever answers a survey of needs for the person waits for this transaction to end.</summary>
    public static Task LockNeedsOfAsync(
        this PlanDbContext context,
        Guid personId,
        CancellationToken cancellationToken
    ) => context.LockAsync($"needs of {personId}", cancellationToken);

    /// <summary>Whoever changes an offering or who takes part waits for this transaction to end.</summary>
    public static Task LockOfferingAsync(
        this PlanDbContext context,
        Guid offeringId,
        CancellationToken cancellationToken
    ) => context.LockAsync($"offering {offeringId}", cancellationToken);

    /// <summary>
    /// Whoever enrols or merges one of the people waits for this transaction to end. Their records are locked in one order,
    /// so that nobody waits for somebody who waits.
    /// </summary>
    public static Task LockPeopleAsync(
        this PlanDbContext context,
        IEnumerable<Guid> ids,
        CancellationToken cancellationToken
    )
    {
        Guid[] people = [.. ids];
        return context.Database.ExecuteSqlAsync(
            $"SELECT FROM people WHERE id = ANY ({people}) ORDER BY id FOR NO KEY UPDATE",
            cancellationToken
        );
    }

    /// <summary>Locks the person whom a row is about, as <see cref="LockPeopleAsync"/> does.</summary>
    /// <param name="person">Finds the person; nobody if there is no such row.</param>
    /// <param name="other">Another person to lock in the same order; null for none.</param>
    public static async Task LockPersonOfAsync(
        this PlanDbContext context,
        IQueryable<Guid> person,
        CancellationToken cancellationToken,
        Guid? other = null
    )
    {
        var found = await person.ToListAsync(cancellationToken);
        await context.LockPeopleAsync(other is { } also ? [.. found, also] : found, cancellationToken);
        // A merge may have moved the row to another person before the lock was taken.
        if (!(await person.ToListAsync(cancellationToken)).SequenceEqual(found))
            throw new TransactionConflictException();
    }

    /// <summary>
    /// Nobody joins or leaves the waiting lists of the offerings until the transaction ends. Taken before people are locked,
    /// because the list says who must be locked.
    /// </summary>
    public static async Task LockLinesAsync(
        this PlanDbContext context,
        IEnumerable<Guid> offerings,
        CancellationToken cancellationToken
    )
    {
        foreach (var id in offerings.Order())
            await context.LockAsync($"line of {id}", cancellationToken);
    }

    /// <summary>
    /// Locks people as <see cref="LockPeopleAsync"/> does, and then offerings. Where an offering refuses overlaps, those who
    /// wait for it are locked with the people: before one of them is seated, it is looked up where else they take part, and
    /// that must not change meanwhile.
    /// </summary>
    public static async Task LockSeatsAsync(
        this PlanDbContext context,
        IEnumerable<Guid> people,
        IReadOnlyCollection<Guid> offerings,
        CancellationToken cancellationToken
    )
    {
        await context.LockLinesAsync(offerings, cancellationToken);
        var line = context
            .Set<Enrollment>()
            .Where(one =>
                offerings.Contains(one.OfferingId)
                && one.Status == EnrollmentStatus.Waitlisted
                && one.Offering.OverlapPolicy == OverlapPolicy.Refuse
            )
            .Select(one => one.PersonId);
        HashSet<Guid> all = [.. people, .. await line.ToListAsync(cancellationToken)];
        await context.LockPeopleAsync(all, cancellationToken);
        foreach (var id in offerings.Order())
            await context.LockOfferingAsync(id, cancellationToken);
        // Meanwhile a merge of two records, or undoing one, has put another person on the list.
        if (!(await line.ToHashSetAsync(cancellationToken)).IsSubsetOf(all))
            throw new TransactionConflictException();
    }

    /// <summary>
    /// Whom the appointments that a person has on a day name as supervisor, and who directs the schools of these
    /// appointments. Who no longer works there leads nobody there.
    /// </summary>
    public static async Task<(IReadOnlySet<Guid> Supervisors, IReadOnlySet<Guid> Directors)> LeadersAsync(
        this PlanDbContext context,
        Guid personId,
        DateOnly day,
        CancellationToken cancellationToken
    )
    {
        var held = context.Set<Appointment>().HeldOn(day);
        var leaders = await held.Where(one => one.PersonId == personId)
            .Select(one => new
            {
                SupervisorId = held.Any(own => own.PersonId == one.SupervisorId && own.OfficeId == one.OfficeId)
                    ? one.SupervisorId
                    : null,
                DirectorId = held.Any(own =>
                    own.PersonId == one.School!.DirectorId && own.OfficeId == one.School!.OfficeId
                )
                    ? one.School!.DirectorId
                    : null,
            })
            .ToListAsync(cancellationToken);
        return (
            leaders.Select(one => one.SupervisorId).OfType<Guid>().ToHashSet(),
            leaders.Select(one => one.DirectorId).OfType<Guid>().ToHashSet()
        );
    }
}
