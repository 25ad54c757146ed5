using Npgsql;
using TeacherDevPlan.Application.Ledger;

namespace TeacherDevPlan.Infrastructure.Persistence.Ledger;

/// <summary>Asked before the first request of a process is answered, so without EF Core, whose model takes its time to be made.</summary>
internal sealed class ExpiryCheck(PlanDatabase database) : IExpiryCheck
{
    /// <summary>Commitments with something left whose last day was before $1.</summary>
    public const string Expired = "FROM open_commitments WHERE expires_on < $1";

    public async Task<bool> AnyAsync(DateOnly today, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenReadingAsync(cancellationToken);
        await using var command = new NpgsqlCommand($"SELECT EXISTS (SELECT {Expired})", connection);
        command.Parameters.Add(Sql.Of(today));
        return await command.ExecuteScalarAsync(cancellationToken) is true;
    }
}
