using TeacherDevPlan.Domain.Common;

namespace TeacherDevPlan.Domain.People;

/// <summary>Two records that may be of one person. The database finds them; nothing is stored.</summary>
public sealed class DuplicatePair : Entity
{
    private DuplicatePair() { }

    public Guid PersonId { get; private init; }

    public Guid OtherId { get; private init; }

    /// <summary>The office that keeps the first record.</summary>
    public Guid OfficeId { get; private init; }

    /// <summary>The office that keeps the other record.</summary>
    public Guid OtherOfficeId { get; private init; }

    public DuplicateReason Reason { get; private init; }

    /// <summary>How alike the records are, from 0 to 100: all that agrees, less what speaks against.</summary>
    public int Score { get; private init; }

    public bool SameIdentity { get; private init; }

    /// <summary>Whether both have one name in common, present or former.</summary>
    public bool SameName { get; private init; }

    /// <summary>The same for given names alone.</summary>
    public bool SameGivenName { get; private init; }

    /// <summary>Whether the first appointments began on the same day.</summary>
    public bool SameStart { get; private init; }

    public bool SameSchool { get; private init; }

    /// <summary>Whether both have a number of a citizen or passport on record, and not the same.</summary>
    public bool DifferentIdentity { get; private init; }
}

/// <summary>Why two records may be of one person, the strongest reason first.</summary>
public enum DuplicateReason
{
    SameIdentity,
    SameName,
    SameGivenNameAndStart,
    SameGivenNameAndSchool,
}
