using Npgsql;
using TeacherDevPlan.Application.Budgets;

namespace TeacherDevPlan.Infrastructure.Persistence;

/// <summary>Asked before the first request of a process is answered, so without EF Core, whose model takes its time to be made.</summary>
internal sealed class ExpiryCheck(PlanDatabase database) : IExpiryCheck
{
    /// <summary>
    /// Commitments with something left whose last day was before $1. They are looked for where money is reserved: over the years,
    /// most commitments are used up.
    /// </summary>
    public const string Expired = """
        FROM project_budgets p
        JOIN activity_budgets b ON b.project_id = p.project_id AND b.committed > 0
        JOIN commitments c ON c.activity_id = b.activity_id
        WHERE p.committed > 0 AND c.expires_on < $1 AND NOT c.released AND c.remaining > 0
        """;

    public async Task<bool> AnyAsync(DateOnly today, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenReadingAsync(cancellationToken);
        await using var command = new NpgsqlCommand($"SELECT EXISTS (SELECT {Expired})", connection);
        command.Parameters.Add(Sql.Of(today));
        return await command.ExecuteScalarAsync(cancellationToken) is true;
    }
}
