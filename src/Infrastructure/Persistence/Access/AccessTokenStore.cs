using Microsoft.EntityFrameworkCore;
using TeacherDevPlan.Application.Access;
using TeacherDevPlan.Domain.Access;
using TeacherDevPlan.Infrastructure.Persistence.Connections;

namespace TeacherDevPlan.Infrastructure.Persistence.Access;

internal sealed class AccessTokenStore(PlanDbContext context) : IAccessTokenStore
{
    public async Task<bool> IsTakenAsync(string name, CancellationToken cancellationToken)
    {
        var lower = name.ToLowerInvariant();
        await context.LockAsync("access token " + lower, cancellationToken);
        return await context
            .Database.SqlQuery<string>($"SELECT name AS \"Value\" FROM access_token_names WHERE name = {lower}")
            .AnyAsync(cancellationToken);
    }

    public void Add(AccessToken token) => context.Add(token);

    public Task<AccessToken?> FindAsync(Guid id, CancellationToken cancellationToken) =>
        context.Set<AccessToken>().SingleOrDefaultAsync(token => token.Id == id, cancellationToken);

    public Task<AccessToken?> FindAsync(string name, CancellationToken cancellationToken) =>
        context
            .Set<AccessToken>()
            .AsNoTracking()
            .OrderBy(token => token.CreatedAt)
            .LastOrDefaultAsync(token => token.Name == name, cancellationToken);
}

/// <summary>Looks tokens up anew each time, so that one that is revoked is useless at once, on every instance.</summary>
internal sealed class AccessTokenLogin(PlanDatabase database, TokenUses uses, TimeProvider time) : IAccessTokenLogin
{
    public async Task<AccessToken?> UseAsync(byte[] digest, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var token = await database.WithinAsync(
            limited => Connecting.OpenAsync(() => FindAsync(digest, now, limited), limited),
            cancellationToken
        );
        if (token?.ConfirmedAt is not null)
            uses.Note(token, now);
        return token;
    }

    private async Task<AccessToken?> FindAsync(byte[] digest, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var context = database.CreateReadContext();
        return await context.GoodTokens(now).SingleOrDefaultAsync(one => one.Digest == digest, cancellationToken);
    }

    public async Task<bool> AnyAsync(CancellationToken cancellationToken)
    {
        await using var context = database.CreateReadContext();
        return await context
            .GoodTokens(time.GetUtcNow())
            .AnyAsync(token => token.ConfirmedAt != null, cancellationToken);
    }
}

internal static class AccessTokenQueries
{
    /// <summary>Those that are neither revoked nor over.</summary>
    public static IQueryable<AccessToken> GoodTokens(this PlanDbContext context, DateTimeOffset now) =>
        context.Set<AccessToken>().Where(token => token.RevokedAt == null && token.ExpiresAt > now);
}
