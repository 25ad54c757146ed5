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
}

/// <summary>Why two records may be of one person, the strongest reason first.</summary>
public enum DuplicateReason
{
    SameIdentity,
    SameName,
    SameGivenNameAndStart,
    SameGivenNameAndSchool,
}
