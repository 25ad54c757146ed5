using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Staff;

namespace TeacherDevPlan.Domain.People;

/// <summary>
/// Two records of one person that were merged: everything of the duplicate moved to the kept record. What moved is in the
/// table <c>person_merge_parts</c>.
/// </summary>
public sealed class PersonMerge : Entity
{
    private PersonMerge() { }

    public PersonMerge(Person kept, Person duplicate, DateTimeOffset mergedAt)
    {
        (KeptId, DuplicateId, MergedAt) = (kept.Id, duplicate.Id, mergedAt);
        (KeptOfficeId, StaffNumber) = (kept.OfficeId, kept.StaffNumber);
        TookNumber = NumberOf(kept, duplicate) != kept.StaffNumber;
        TookIdentity = kept.IdentityDigest is null && duplicate.IdentityDigest is not null;
    }

    public Guid KeptId { get; private init; }

    public Guid DuplicateId { get; private init; }

    public DateTimeOffset MergedAt { get; private init; }

    public DateTimeOffset? UndoneAt { get; private set; }

    /// <summary>The office that kept the kept record before.</summary>
    public Guid KeptOfficeId { get; private init; }

    /// <summary>Whether the kept record has the duplicate's staff number now.</summary>
    public bool TookNumber { get; private init; }

    /// <summary>The kept record's staff number before.</summary>
    public string? StaffNumber { get; private init; }

    /// <summary>Whether the kept record had no digest of an identity, and has the duplicate's now.</summary>
    public bool TookIdentity { get; private init; }

    /// <summary>Whether both records have the same digest of an identity when this is undone.</summary>
    public bool SharesIdentity(Person kept, Person duplicate) =>
        !TookIdentity
        && kept.IdentityDigest is { } digest
        && duplicate.IdentityDigest?.AsSpan().SequenceEqual(digest) == true;

    public void Undo(DateTimeOffset undoneAt) => UndoneAt = undoneAt;

    /// <summary>The kept record's staff number when this is undone: its own again, unless it has got another one since.</summary>
    public string? NumberAfter(Person kept, Person duplicate) =>
        TookNumber && kept.StaffNumber == duplicate.StaffNumber ? StaffNumber : kept.StaffNumber;

    /// <summary>The office that keeps the kept record when this is undone.</summary>
    /// <param name="moved">The appointments that were moved, and go back.</param>
    public Guid OfficeAfter(Person kept, IReadOnlySet<Guid> moved) =>
        kept.Appointments.Where(one => one.IsMain && !moved.Contains(one.Id)).MaxBy(one => one.HeldFrom)?.OfficeId
        ?? KeptOfficeId;

    /// <summary>The office that keeps the record of both together: that of the latest main appointment.</summary>
    public static Guid OfficeOf(Person kept, Person duplicate) =>
        kept.Appointments.Concat(duplicate.Appointments).Where(one => one.IsMain).MaxBy(one => one.HeldFrom)?.OfficeId
        ?? kept.OfficeId;

    /// <summary>The staff number of both together: the one of that office goes before the other.</summary>
    public static string? NumberOf(Person kept, Person duplicate) =>
        OfficeOf(kept, duplicate) == kept.OfficeId
            ? kept.StaffNumber ?? duplicate.StaffNumber
            : duplicate.StaffNumber ?? kept.StaffNumber;

    /// <summary>
    /// The duplicate's names for days on which the kept record has another one: of two names from the same day on, or
    /// from an unknown day on, the kept record's is in the series.
    /// </summary>
    public static Guid[] AsidesOf(Person kept, Person duplicate)
    {
        var taken = kept.Names.Where(held => !held.Aside).Select(held => held.HeldFrom).ToHashSet();
        return [.. duplicate.Names.Where(held => !held.Aside && taken.Contains(held.HeldFrom)).Select(held => held.Id)];
    }

    /// <summary>The appointments of both that are over, and so stay under their names.</summary>
    public static Guid[] NamedOf(Person kept, Person duplicate, DateOnly today) =>
        [
            .. kept
                .Appointments.Concat(duplicate.Appointments)
                .Where(one => one.HeldTo < today && !one.NameStays)
                .Select(one => one.Id),
        ];

    /// <summary>All reasons why the records cannot be merged that they tell themselves.</summary>
    public static IEnumerable<MergeReason> ReasonsAgainst(Person kept, Person duplicate)
    {
        if (kept.Id == duplicate.Id)
            return [MergeReasons.SameRecord];
        if (kept.MergedIntoId is not null || duplicate.MergedIntoId is not null)
            return [MergeReasons.AlreadyMerged];
        return
        [
            .. MergeReasons.When(IsErased(kept) || IsErased(duplicate), MergeReasons.Erased),
            .. Overlaps(kept, duplicate),
            .. MergeReasons.When(
                kept.OfficeId == duplicate.OfficeId
                    && kept.StaffNumber is { } own
                    && duplicate.StaffNumber is { } other
                    && own != other,
                MergeReasons.DifferentNumbers
            ),
            .. MergeReasons.When(
                kept.IdentityDigest is { } mine
                    && duplicate.IdentityDigest is { } another
                    && !mine.AsSpan().SequenceEqual(another),
                MergeReasons.DifferentIdentities
            ),
            .. MergeReasons.When(
                Supervises(kept, duplicate) || Supervises(duplicate, kept),
                MergeReasons.SupervisesTheOther
            ),
        ];
    }

    /// <summary>Whether somebody who supervises one of them reports to the other in the same time.</summary>
    /// <param name="above">Whom both report to, up to the top.</param>
    public static bool MakesCircle(Person kept, Person duplicate, IEnumerable<Supervision> above)
    {
        var merged = above
            .Select(one => one with { PersonId = One(one.PersonId), SupervisorId = One(one.SupervisorId) })
            .ToList();
        var lines = new SupervisionLines(merged);
        return merged.Exists(one => one.PersonId == kept.Id && lines.IsCircular(one));

        Guid One(Guid person) => person == duplicate.Id ? kept.Id : person;
    }

    /// <summary>Whether any name of a person was erased.</summary>
    public static bool IsErased(Person person) =>
        person.Names.Select(held => held.Name).Append(person.Name).Any(name => PersonName.Of(name).IsPseudonym);

    private static IEnumerable<MergeReason> Overlaps(Person kept, Person duplicate) =>
        from one in kept.Appointments
        from other in duplicate.Appointments
        where one.IsMain && other.IsMain && one.Overlaps(other.HeldFrom, other.HeldTo)
        orderby one.HeldFrom, other.HeldFrom
        select MergeReasons.Overlap(one, other);

    private static bool Supervises(Person one, Person other) =>
        other.Appointments.Any(appointment => appointment.SupervisorId == one.Id);
}
