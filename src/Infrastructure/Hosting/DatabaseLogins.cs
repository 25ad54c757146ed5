namespace TeacherDevPlan.Infrastructure.Hosting;

/// <summary>The two logins of the database, and what is in between.</summary>
/// <param name="Service">The service's own, as a member of the role that owns nothing.</param>
/// <param name="Owner">The owner's, for migrations and archives; the same if only one is configured.</param>
public sealed record DatabaseLogins(string Service, string Owner)
{
    /// <summary>Whether <see cref="Service"/> goes through a connection pooler in transaction mode.</summary>
    public bool HasPooler { get; init; }

    /// <summary>Connections that this process may use.</summary>
    public int MostConnections { get; init; } = ServerLimit.Most;
}
