using TeacherDevPlan.Domain.Common;

namespace TeacherDevPlan.Domain.People;

/// <summary>
/// An invitation of a person to read the own record: whoever signs in and knows its code is bound to the person, once. A
/// new invitation replaces the one before.
/// </summary>
public sealed class Invitation : Entity
{
    private Invitation() { }

    /// <param name="digest">SHA-256 of the code, which is random.</param>
    public Invitation(Guid personId, byte[] digest, DateTimeOffset expiresAt) =>
        (PersonId, Digest, ExpiresAt) = (personId, digest, expiresAt);

    public Guid PersonId { get; private init; }

    public byte[] Digest { get; private init; } = [];

    public DateTimeOffset ExpiresAt { get; private init; }

    /// <summary>The caller's name that was bound by it; null if it is unused.</summary>
    public string? UsedBy { get; private set; }

    /// <summary>Whether a caller can use it, or did so before.</summary>
    public bool IsFor(string caller, DateTimeOffset now) => UsedBy is null ? now < ExpiresAt : UsedBy == caller;

    public void Use(string caller) => UsedBy = caller;
}

/// <summary>The caller's name that a person signs in with.</summary>
public sealed class PersonAccount : Entity
{
    private PersonAccount() { }

    public PersonAccount(Guid personId, string caller) => (PersonId, Caller) = (personId, caller);

    public Guid PersonId { get; private init; }

    public string Caller { get; private init; } = "";
}
