using Microsoft.EntityFrameworkCore;
using TeacherDevPlan.Application.Access;
using TeacherDevPlan.Application.Common;
using TeacherDevPlan.Domain.Access;

namespace TeacherDevPlan.Infrastructure.Persistence;

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
internal sealed class AccessTokenLogin(PlanDatabase database, TimeProvider time) : IAccessTokenLogin
{
    private static readonly TimeSpan UseIsNoted = TimeSpan.FromMinutes(1);

    private const string NoteUse = "UPDATE access_tokens SET last_used_at = $2 WHERE id = $1";

    public async Task<AccessToken?> UseAsync(byte[] digest, CancellationToken cancellationToken)
    {
        try
        {
            await using var context = database.CreateReadContext();
            var now = time.GetUtcNow();
            var token = await context
                .GoodTokens(now)
                .SingleOrDefaultAsync(one => one.Digest == digest, cancellationToken);
            if (token?.ConfirmedAt is not null && !(now - token.LastUsedAt < UseIsNoted))
            {
                var note = Sql.Statement(NoteUse, Sql.Of(token.Id), Sql.Of(now));
                await database.WriteAsync([note], cancellationToken);
            }

            return token;
        }
        catch (Exception exception) when (Outage.Is(exception))
        {
            throw new StoreUnavailableException(exception);
        }
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
