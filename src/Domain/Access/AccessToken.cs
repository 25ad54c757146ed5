using TeacherDevPlan.Domain.Common;

namespace TeacherDevPlan.Domain.Access;

/// <summary>
/// A credential for a script. The secret is returned once, when the token is created; only its digest is stored.
/// </summary>
public sealed class AccessToken : Entity
{
    private AccessToken() { }

    /// <param name="digest">SHA-256 of the secret.</param>
    public AccessToken(
        string name,
        IEnumerable<Role> roles,
        IEnumerable<string> offices,
        byte[] digest,
        DateTimeOffset createdAt,
        string createdBy,
        DateTimeOffset expiresAt,
        bool mustBeConfirmed
    ) =>
        (Name, Roles, Offices, Digest, CreatedAt, CreatedBy, ExpiresAt, ConfirmedAt) = (
            name,
            [.. roles.Distinct().Order()],
            [.. offices.Distinct().Order(StringComparer.Ordinal)],
            digest,
            createdAt,
            createdBy,
            expiresAt,
            mustBeConfirmed ? null : createdAt
        );

    /// <summary>
    /// The name of the token; its records are attributed to this name. No other token ever has it, in whatever case.
    /// </summary>
    public string Name { get; private init; } = "";

    public Role[] Roles { get; private init; } = [];

    /// <summary>Codes of the offices that the roles apply to.</summary>
    public string[] Offices { get; private init; } = [];

    public byte[] Digest { get; private init; } = [];

    public DateTimeOffset CreatedAt { get; private init; }

    public string CreatedBy { get; private init; } = "";

    public DateTimeOffset ExpiresAt { get; private init; }

    /// <summary>
    /// From when the token is accepted: since its creation, or since another administrator confirmed it. Null while it
    /// waits for that.
    /// </summary>
    public DateTimeOffset? ConfirmedAt { get; private set; }

    /// <summary>Who confirmed the token; null if nobody had to, or nobody has.</summary>
    public string? ConfirmedBy { get; private set; }

    public DateTimeOffset? RevokedAt { get; private set; }

    public string? RevokedBy { get; private set; }

    /// <summary>When the token was last used, to the minute.</summary>
    public DateTimeOffset? LastUsedAt { get; private init; }

    /// <summary>Makes the token valid, if it is not yet.</summary>
    public void Confirm(DateTimeOffset at, string by)
    {
        if (ConfirmedAt is null)
            (ConfirmedAt, ConfirmedBy) = (at, by);
    }

    /// <summary>Revokes the token. Returns false if it was already revoked.</summary>
    public bool Revoke(DateTimeOffset at, string by)
    {
        if (RevokedAt is not null)
            return false;
        (RevokedAt, RevokedBy) = (at, by);
        return true;
    }
}
