using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;

namespace TeacherDevPlan.Infrastructure.Persistence;

/// <summary>How the context is set up, once for writing, reading and design time.</summary>
internal static class DatabaseOptions
{
    /// <summary>The oldest server that is supported.</summary>
    private static readonly Version OldestServer = new(15, 0);

    public static DbContextOptionsBuilder<T> Configure<T>(
        DbContextOptionsBuilder<T> builder,
        NpgsqlDataSource dataSource
    )
        where T : PlanDbContext =>
        Common(builder.UseNpgsql(dataSource, npgsql => npgsql.SetPostgresVersion(OldestServer)));

    /// <summary>On a connection that somebody else opened and will close.</summary>
    public static DbContextOptionsBuilder<T> Configure<T>(DbContextOptionsBuilder<T> builder, DbConnection connection)
        where T : PlanDbContext =>
        Common(builder.UseNpgsql(connection, npgsql => npgsql.SetPostgresVersion(OldestServer)));

    public static DbContextOptionsBuilder<PlanDbContext> Configure(
        DbContextOptionsBuilder<PlanDbContext> builder,
        string connectionString
    ) => Common(builder.UseNpgsql(connectionString, npgsql => npgsql.SetPostgresVersion(OldestServer)));

    private static DbContextOptionsBuilder<T> Common<T>(DbContextOptionsBuilder<T> builder)
        where T : PlanDbContext
    {
        builder
            .UseSnakeCaseNamingConvention()
            .AddInterceptors(new ProjectVersioning())
            // What is not seen is left out together with what it belongs to: that is what the filters are for.
            .ConfigureWarnings(warnings =>
                warnings.Ignore(CoreEventId.PossibleIncorrectRequiredNavigationWithQueryFilterInteractionWarning)
            );
        return builder;
    }
}
