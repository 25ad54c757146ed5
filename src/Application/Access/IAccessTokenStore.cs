using TeacherDevPlan.Domain.Access;

namespace TeacherDevPlan.Application.Access;

/// <summary>The access tokens that were made.</summary>
public interface IAccessTokenStore
{
    /// <summary>Whether a token that is still good has this name; until the transaction ends, no other is given it.</summary>
    Task<bool> IsTakenAsync(string name, CancellationToken cancellationToken);

    void Add(AccessToken token);

    Task<AccessToken?> FindAsync(Guid id, CancellationToken cancellationToken);
}

/// <summary>Access tokens as credentials.</summary>
public interface IAccessTokenLogin
{
    /// <summary>The token with this digest, where it is still good; notes that it was used.</summary>
    Task<AccessToken?> UseAsync(byte[] digest, CancellationToken cancellationToken);

    /// <summary>Whether any token is still good.</summary>
    Task<bool> AnyAsync(CancellationToken cancellationToken);
}
