using TeacherDevPlan.Domain.Access;

namespace TeacherDevPlan.Application.Access;

/// <summary>The stored access tokens.</summary>
public interface IAccessTokenStore
{
    /// <summary>
    /// Whether a token has, or had, this name in whatever case. Until the transaction ends, no other token can get it.
    /// </summary>
    Task<bool> IsTakenAsync(string name, CancellationToken cancellationToken);

    void Add(AccessToken token);

    Task<AccessToken?> FindAsync(Guid id, CancellationToken cancellationToken);

    Task<AccessToken?> FindAsync(string name, CancellationToken cancellationToken);
}

/// <summary>Signs callers in with access tokens.</summary>
public interface IAccessTokenLogin
{
    /// <summary>
    /// The token with this digest that is neither revoked nor expired, or null; records that it was used. It may not be
    /// confirmed yet.
    /// </summary>
    Task<AccessToken?> UseAsync(byte[] digest, CancellationToken cancellationToken);

    /// <summary>Whether there is any valid token.</summary>
    Task<bool> AnyAsync(CancellationToken cancellationToken);
}
