using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Npgsql;

namespace TeacherDevPlan.Benchmarks.Baseline;

/// <summary>
/// Q1: 50 projects of an office with their activities and quarters; an activity's budget includes its sub-activities.
/// </summary>
internal static class ProjectsOfOffice
{
    private const int Quarters = 4;

    private const string Sql = """
        SELECT p.id, p.number, p.name, p.nature, p.status, p.stated_budget, a.id, a.parent_id, a.number, a.name,
            b.planned_q1, b.planned_q2, b.planned_q3, b.planned_q4, b.disbursed_q1, b.disbursed_q2, b.disbursed_q3, b.disbursed_q4
        FROM (
            SELECT p.id, p.number, p.name, p.nature, p.status, p.stated_budget
            FROM offices o JOIN development_plans d ON d.office_id = o.id JOIN projects p ON p.plan_id = d.id
            WHERE o.code = $1 AND p.status NOT IN ('DRAFT', 'SUBMITTED')
            ORDER BY p.number, p.id LIMIT 50
        ) p
        LEFT JOIN activities a ON a.project_id = p.id LEFT JOIN activity_budgets b ON b.activity_id = a.id
        ORDER BY p.number, p.id, a.position
        """;

    private static readonly JsonEncodedText Projects = Written.Name("projects");
    private static readonly JsonEncodedText Nature = Written.Name("nature");
    private static readonly JsonEncodedText Activities = Written.Name("activities");
    private static readonly JsonEncodedText QuartersName = Written.Name("quarters");
    private static readonly JsonEncodedText QuarterName = Written.Name("quarter");
    private static readonly JsonEncodedText[] QuarterNames =
    [
        .. ((string[])["Q1", "Q2", "Q3", "Q4"]).Select(Written.Name),
    ];

    public static async Task AnswerAsync(
        NpgsqlConnection connection,
        IQueryCollection query,
        Utf8JsonWriter json,
        CancellationToken cancellationToken
    )
    {
        await using var command = connection.Command(Sql).With(query["office"].ToString());
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        json.WriteStartObject();
        json.WriteStartObject(Written.Data);
        json.WriteStartObject(Projects);
        json.WriteStartArray(Written.Nodes);
        var project = Guid.Empty;
        var activities = new List<ActivityRow>();
        while (await reader.ReadAsync(cancellationToken))
        {
            var id = reader.GetGuid(0);
            if (id != project)
            {
                if (project != Guid.Empty)
                    EndProject(json, activities);
                project = id;
                StartProject(json, reader, id);
            }

            if (!reader.IsDBNull(6))
                Add(activities, reader);
        }

        if (project != Guid.Empty)
            EndProject(json, activities);
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void StartProject(Utf8JsonWriter json, NpgsqlDataReader reader, Guid id)
    {
        json.WriteStartObject();
        json.WriteId("Project:"u8, id);
        json.WriteNumber(Written.Number, reader.GetInt32(1));
        json.WriteText(Written.Label, reader, 2);
        json.WriteText(Nature, reader, 3);
        json.WriteText(Written.Status, reader, 4);
        json.WriteNumber(Written.StatedBudget, reader.GetDecimal(5));
        json.WriteStartArray(Activities);
    }

    private static void Add(List<ActivityRow> activities, NpgsqlDataReader reader)
    {
        var activity = new ActivityRow { Id = reader.GetGuid(6) };
        for (var figure = 0; figure < 2 * Quarters; figure++)
            activity.Figures[figure] = reader.GetDecimal(10 + figure);
        if (reader.IsDBNull(7))
            (activity.Number, activity.Name) = (reader.GetFieldValue<byte[]>(8), reader.GetFieldValue<byte[]>(9));
        else
            activity.Parent = reader.GetGuid(7);
        activities.Add(activity);
    }

    private static void EndProject(Utf8JsonWriter json, List<ActivityRow> activities)
    {
        foreach (var part in activities)
        {
            if (part.Parent is null)
                continue;
            var whole = part;
            while (whole.Parent is { } parent)
                whole = activities.Find(one => one.Id == parent)!;
            for (var figure = 0; figure < 2 * Quarters; figure++)
                whole.Figures[figure] += part.Figures[figure];
        }

        foreach (var activity in activities)
        {
            if (activity.Parent is not null)
                continue;
            json.WriteStartObject();
            json.WriteId("Activity:"u8, activity.Id);
            json.WriteString(Written.Number, activity.Number);
            json.WriteString(Written.Label, activity.Name);
            json.WriteStartObject(Written.Budget);
            json.WriteStartArray(QuartersName);
            for (var quarter = 0; quarter < Quarters; quarter++)
            {
                json.WriteStartObject();
                json.WriteString(QuarterName, QuarterNames[quarter]);
                json.WriteNumber(Written.Planned, activity.Figures[quarter]);
                json.WriteNumber(Written.Disbursed, activity.Figures[Quarters + quarter]);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        activities.Clear();
    }
}
