using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Npgsql;
using TeacherDevPlan.Domain.Common;

namespace TeacherDevPlan.Benchmarks.Baseline;

/// <summary>Q4: the money of one year by province.</summary>
internal static class BudgetsByProvince
{
    private const string Sql = """
        SELECT o.province_code, min(o.province), sum(m.projects)::int, sum(m.planned), sum(m.revised), sum(m.committed), sum(m.disbursed)
        FROM (
            SELECT p.plan_id, count(*) AS projects, sum(planned_total) AS planned,
                sum(planned_total) + sum(transferred_in_total) - sum(transferred_out_total) AS revised,
                sum(committed) AS committed, sum(disbursed_total) AS disbursed
            FROM projects p
            LEFT JOIN project_budgets b ON b.project_id = p.id AND b.fiscal_year = $1
            WHERE p.fiscal_year = $1 AND p.status NOT IN ('DRAFT', 'SUBMITTED')
            GROUP BY p.plan_id
        ) m
        JOIN development_plans d ON d.id = m.plan_id JOIN offices o ON o.id = d.office_id
        GROUP BY o.province_code ORDER BY o.province_code COLLATE "C"
        """;

    private static readonly JsonEncodedText BudgetSummary = Written.Name("budgetSummary");
    private static readonly JsonEncodedText Key = Written.Name("key");
    private static readonly JsonEncodedText LabelName = Written.Name("label");
    private static readonly JsonEncodedText ProjectCount = Written.Name("projectCount");
    private static readonly JsonEncodedText Revised = Written.Name("revised");
    private static readonly JsonEncodedText Committed = Written.Name("committed");
    private static readonly JsonEncodedText DisbursementRate = Written.Name("disbursementRate");

    public static async Task AnswerAsync(
        NpgsqlConnection connection,
        IQueryCollection query,
        Utf8JsonWriter json,
        CancellationToken cancellationToken
    )
    {
        await using var command = connection
            .Command(Sql)
            .With(int.Parse(query["year"].ToString(), CultureInfo.InvariantCulture));
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        json.WriteStartObject();
        json.WriteStartObject(Written.Data);
        json.WriteStartArray(BudgetSummary);
        while (await reader.ReadAsync(cancellationToken))
        {
            json.WriteStartObject();
            json.WriteText(Key, reader, 0);
            json.WriteText(LabelName, reader, 1);
            json.WriteNumber(ProjectCount, reader.GetInt32(2));
            json.WriteStartObject(Written.Budget);
            WriteBudget(json, Figure(3), Figure(4), Figure(5), Figure(6));
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();

        decimal Figure(int column) => reader.IsDBNull(column) ? 0.00m : reader.GetDecimal(column);
    }

    private static void WriteBudget(
        Utf8JsonWriter json,
        decimal planned,
        decimal revised,
        decimal committed,
        decimal disbursed
    )
    {
        json.WriteNumber(Written.Planned, planned);
        json.WriteNumber(Revised, revised);
        json.WriteNumber(Committed, committed);
        json.WriteNumber(Written.Disbursed, disbursed);
        json.WriteNumber(Written.Available, revised - committed - disbursed);
        if (Percent.Of(disbursed, revised) is { } rate)
            json.WriteNumber(DisbursementRate, rate);
        else
            json.WriteNull(DisbursementRate);
    }
}
