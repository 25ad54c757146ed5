using System.Text.Json;
using Npgsql;
using TeacherDevPlan.Api.Tests.Development;
using TeacherDevPlan.Application.Common.Querying;
using TeacherDevPlan.Domain.People;

namespace TeacherDevPlan.Api.Tests.Events;

/// <summary>An offering that is held, with people who were there, each of whom can sign in, and one who was not.</summary>
public sealed class AfterScene : IDisposable
{
    public const string Absent = "absent";

    private readonly PlanService service;

    private AfterScene(PlanService service)
    {
        this.service = service;
        Client = DevelopmentClient.Of(service, "development officer");
        Officer = new EventClient(Client);
    }

    /// <summary>Of a development officer of the offering's office.</summary>
    public DevelopmentClient Client { get; }

    public EventClient Officer { get; }

    public string OfferingId { get; private set; } = "";

    public string QuestionnaireId { get; private set; } = "";

    /// <summary>The callers who were there.</summary>
    public IReadOnlyList<string> Names { get; private set; } = [];

    /// <summary>Their enrolments, and then that of the one who was not.</summary>
    public IReadOnlyList<string> Enrollments { get; private set; } = [];

    /// <summary>The people likewise.</summary>
    public IReadOnlyList<string> People { get; private set; } = [];

    public static async Task<AfterScene> SetAsync(PlanService service, int people, int items = 3)
    {
        var scene = new AfterScene(service)
        {
            Names = [.. Enumerable.Range(1, people).Select(number => $"answers{number}")],
        };
        await service.ExecuteSqlAsync("DELETE FROM person_accounts");
        var created = await ColumnAsync(
            service,
            $"""
            WITH made AS (
                INSERT INTO people (id, office_id, title, name, status)
                SELECT gen_random_uuid(), o.id, '', 'ผู้เข้าอบรม ' || n, 'ACTIVE' FROM offices o, generate_series(1, {people
                + 1}) n
                WHERE o.code = '{PlanService.Office}' RETURNING id, title, name),
            named AS (INSERT INTO held_names (id, person_id, title, name) SELECT gen_random_uuid(), id, title, name FROM made)
            INSERT INTO person_accounts (id, person_id, caller)
            SELECT gen_random_uuid(), id, CASE WHEN name = 'ผู้เข้าอบรม {people
                + 1}' THEN 'local:{Absent}' ELSE 'local:answers' || substr(name, 13) END FROM made
            RETURNING caller || ' ' || person_id
            """
        );
        var ids = created.ToDictionary(row => row.Split(' ')[0], row => Guid.Parse(row.Split(' ')[1]));
        scene.People =
        [
            .. scene.Names.Append(Absent).Select(name => new NodeId(nameof(Person), ids[$"local:{name}"]).ToString()),
        ];
        await scene.HoldAsync(items);
        return scene;
    }

    /// <summary>Answers as somebody; gives the answer's text.</summary>
    public async Task<string> AnswerAsync(string name, int[] scores, string? comment = null, bool dryRun = false)
    {
        using var client = DevelopmentClient.Staff(service, name);
        return (
            await client.SendAsync(
                "answerQuestionnaire",
                "questionnaire { status }",
                new
                {
                    questionnaireId = QuestionnaireId,
                    scores,
                    comment,
                    dryRun,
                }
            )
        ).ToString();
    }

    public Task<JsonElement> CloseAsync(bool dryRun = false, int expectedVersion = 2, string? key = null) =>
        Client.SendAsync(
            "closeQuestionnaire",
            $"questionnaire {{ {Results} }}",
            new
            {
                questionnaireId = QuestionnaireId,
                expectedVersion,
                dryRun,
                idempotencyKey = key ?? Guid.NewGuid().ToString(),
            }
        );

    public const string Results =
        "status version result { answers mean deviation band { number } items { number answers mean deviation band { number } } } "
        + "comments { totalCount nodes { number text } }";

    /// <summary>The questionnaire as the officer reads it.</summary>
    public async Task<JsonElement> ReadAsync() =>
        (await Client.QueryAsync($"{{ questionnaire(id: \"{QuestionnaireId}\") {{ {Results} }} }}")).GetProperty(
            "questionnaire"
        );

    public async Task CompleteAsync() =>
        (await Officer.MoveAsync(OfferingId, 3, "COMPLETE")).ShouldContain("COMPLETED");

    public Task<JsonElement> PlanAsync(int dueDays = 90, int level = 3, int expectedVersion = 0) =>
        Client.SendAsync(
            "saveApplicationPlan",
            "offering { applicationPlan { dueDays level version } }",
            new
            {
                offeringId = OfferingId,
                expectedVersion,
                dueDays,
                level,
                idempotencyKey = Guid.NewGuid().ToString(),
            }
        );

    public static async Task<string[]> ColumnAsync(PlanService service, string sql)
    {
        await using var source = NpgsqlDataSource.Create(service.ConnectionString);
        await using var command = source.CreateCommand(sql);
        await using var reader = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        var rows = new List<string>();
        while (await reader.ReadAsync(TestContext.Current.CancellationToken))
            rows.Add(reader.GetString(0));
        return [.. rows];
    }

    public void Dispose() => Client.Dispose();

    private async Task HoldAsync(int items)
    {
        var saved = (await Officer.SaveAsync(null, requiredPercent: 20)).GetProperty("offering");
        OfferingId = saved.GetProperty("id").GetString()!;
        var session = saved.GetProperty("sessions")[0].GetProperty("id").GetString()!;
        (await Officer.MoveAsync(OfferingId, 1, "OPEN")).ShouldContain("OPEN");
        Enrollments = (await Officer.EnrollAsync(OfferingId, People)).Ids;
        (await Officer.MoveAsync(OfferingId, 2, "START")).ShouldContain("IN_PROGRESS");
        QuestionnaireId = (await SaveAsync(items)).GetProperty("questionnaire").GetProperty("id").GetString()!;
        (await OpenAsync()).ShouldContain("INVALID_STATE");
        (
            await Officer.AttendAsync(
                OfferingId,
                null,
                [.. Enrollments.Select((one, index) => (one, session, index < Names.Count ? 60 : 0))]
            )
        ).ShouldContain("heldMinutes");
        (await OpenAsync()).ShouldContain("OPEN");
    }

    public Task<JsonElement> SaveAsync(int items, int expectedVersion = 0) =>
        Client.SendAsync(
            "saveQuestionnaire",
            "questionnaire { id status version items { number text } }",
            new
            {
                offeringId = OfferingId,
                expectedVersion,
                title = "ความพึงพอใจต่อการอบรม",
                items = Enumerable.Range(1, items).Select(number => $"ข้อ {number}"),
                idempotencyKey = Guid.NewGuid().ToString(),
            }
        );

    private async Task<string> OpenAsync() =>
        (
            await Client.SendAsync(
                "openQuestionnaire",
                "questionnaire { status version }",
                new
                {
                    questionnaireId = QuestionnaireId,
                    expectedVersion = 1,
                    idempotencyKey = Guid.NewGuid().ToString(),
                }
            )
        ).ToString();
}
