using Npgsql;

namespace TeacherDevPlan.Benchmarks.Load;

/// <summary>The public contents of the database, from which queries get their parameters.</summary>
internal sealed class Country(NpgsqlDataSource source)
{
    /// <summary>Codes of the offices that have a full page of projects.</summary>
    public Task<IReadOnlyList<string>> OfficesAsync(CancellationToken cancellationToken) =>
        ListAsync<string>(
            """
            SELECT o.code FROM offices o JOIN development_plans d ON d.office_id = o.id JOIN projects p ON p.plan_id = d.id
            WHERE p.status NOT IN ('DRAFT', 'SUBMITTED') GROUP BY o.code HAVING count(*) >= 50 ORDER BY o.code
            """,
            cancellationToken
        );

    public Task<IReadOnlyList<int>> YearsAsync(CancellationToken cancellationToken) =>
        ListAsync<int>("SELECT DISTINCT fiscal_year FROM development_plans ORDER BY 1", cancellationToken);

    /// <summary>Projects of all offices and years, or of one office, evenly selected.</summary>
    public Task<IReadOnlyList<Guid>> ProjectsAsync(string? office, CancellationToken cancellationToken) =>
        ListAsync<Guid>(
            """
            SELECT p.id FROM offices o JOIN development_plans d ON d.office_id = o.id JOIN projects p ON p.plan_id = d.id
            WHERE p.status NOT IN ('DRAFT', 'SUBMITTED') AND ($1::text IS NULL OR o.code = $1)
            ORDER BY md5(p.id::text) LIMIT 2000
            """,
            cancellationToken,
            office
        );

    private async Task<IReadOnlyList<T>> ListAsync<T>(
        string sql,
        CancellationToken cancellationToken,
        params string?[] parameters
    )
    {
        await using var command = source.CreateCommand(sql);
        foreach (var parameter in parameters)
            command.Parameters.Add(new NpgsqlParameter { Value = (object?)parameter ?? DBNull.Value });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var found = new List<T>();
        while (await reader.ReadAsync(cancellationToken))
            found.Add(reader.GetFieldValue<T>(0));
        return found;
    }
}
