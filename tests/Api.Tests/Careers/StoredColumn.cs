using Npgsql;

namespace TeacherDevPlan.Api.Tests.Careers;

/// <summary>What is stored, without the service in between.</summary>
internal static class StoredColumn
{
    /// <summary>The only column of a query, as texts.</summary>
    public static async Task<string[]> ColumnAsync(this PlanService service, string sql)
    {
        await using var source = NpgsqlDataSource.Create(service.ConnectionString);
        await using var command = source.CreateCommand(sql);
        await using var reader = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        var rows = new List<string>();
        while (await reader.ReadAsync(TestContext.Current.CancellationToken))
            rows.Add(reader.GetString(0));
        return [.. rows];
    }
}
