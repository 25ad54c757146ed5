using System.Collections.Concurrent;
using TeacherDevPlan.Domain.Access;

namespace TeacherDevPlan.Infrastructure.Persistence.Access;

/// <summary>
/// When access tokens were used last, to the minute. It is written apart from the requests, so that reading never needs
/// a database that can be written to.
/// </summary>
public sealed class TokenUses(PlanDatabase database)
{
    private static readonly TimeSpan Exactness = TimeSpan.FromMinutes(1);

    private const string Write = """
        UPDATE access_tokens t SET last_used_at = u.used_at
        FROM unnest($1::uuid[], $2::timestamptz[]) AS u(id, used_at)
        WHERE t.id = u.id AND (t.last_used_at IS NULL OR t.last_used_at < u.used_at)
        """;

    private readonly ConcurrentDictionary<Guid, DateTimeOffset> uses = new();

    internal void Note(AccessToken token, DateTimeOffset now)
    {
        if (!(now - token.LastUsedAt < Exactness))
            uses[token.Id] = now;
    }

    /// <summary>Writes what was noted. If it cannot be written now, it is kept for the next time.</summary>
    public async Task FlushAsync(CancellationToken cancellationToken)
    {
        var noted = uses.ToArray();
        if (noted.Length == 0)
            return;
        var ids = Sql.Of<Guid[]>([.. noted.Select(use => use.Key)]);
        var times = Sql.Of<DateTimeOffset[]>([.. noted.Select(use => use.Value)]);
        await database.WriteAsync([Sql.Statement(Write, ids, times)], cancellationToken);
        foreach (var use in noted)
            uses.TryRemove(use);
    }
}
