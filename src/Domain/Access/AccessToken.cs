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
        DateTimeOffset expiresAt
    ) =>
        (Name, Roles, Offices, Digest, CreatedAt, CreatedBy, ExpiresAt) = (
            name,
            [.. roles.Distinct().Order()],
            [.. offices.Distinct().Order(StringComparer.Ordinal)],
            digest,
            createdAt,
            createdBy,
            expiresAt
        );

    /// <summary>The name of the token; its records are attributed to this name.</summary>
    public string Name { get; private init; } = "";

    public Role[] Roles { get; private init; } = [];

    /// <summary>Codes of the offices that the roles apply to.</summary>
    public string[] Offices { get; private init; } = [];

    public byte[] Digest { get; private init; } = [];

    public DateTimeOffset CreatedAt { get; private init; }

    public string CreatedBy { get; private init; } = "";

    public DateTimeOffset ExpiresAt { get; private init; }

    public DateTimeOffset? RevokedAt { get; private set; }

    public string? RevokedBy { get; private set; }

    /// <summary>When the token was last used, to the minute.</summary>
    public DateTimeOffset? LastUsedAt { get; private init; }

    /// <summary>Revokes the token. Returns false if it was already revoked.</summary>
    public bool Revoke(DateTimeOffset at, string by)
    {
        if (RevokedAt is not null)
            return false;
        (RevokedAt, RevokedBy) = (at, by);
        return true;
    }
}
