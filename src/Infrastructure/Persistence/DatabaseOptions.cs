using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace TeacherDevPlan.Infrastructure.Persistence;

/// <summary>How the context is set up, once for writing, reading and design time.</summary>
internal static class DatabaseOptions
{
    /// <summary>The oldest server that is supported.</summary>
    private static readonly Version OldestServer = new(15, 0);

    public static DbContextOptionsBuilder<PlanDbContext> Configure(NpgsqlDataSource dataSource) =>
        Common().UseNpgsql(dataSource, npgsql => npgsql.SetPostgresVersion(OldestServer));

    public static DbContextOptionsBuilder<PlanDbContext> Configure(string connectionString) =>
        Common().UseNpgsql(connectionString, npgsql => npgsql.SetPostgresVersion(OldestServer));

    private static DbContextOptionsBuilder<PlanDbContext> Common()
    {
        var builder = new DbContextOptionsBuilder<PlanDbContext>();
        builder.UseSnakeCaseNamingConvention().AddInterceptors(new ProjectVersioning());
        return builder;
    }
}
