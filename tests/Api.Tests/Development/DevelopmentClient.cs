using System.Text.Json;
using TeacherDevPlan.Domain.Access;

namespace TeacherDevPlan.Api.Tests.Development;

/// <summary>Sends the mutations of plans and needs as one caller; the answers are the status and version, or codes of errors.</summary>
public sealed class DevelopmentClient(PlanService service, string? token) : IDisposable
{
    private readonly HttpClient client = service.As(token);

    public static DevelopmentClient Staff(PlanService service, string name) =>
        new(service, service.Token([Role.Staff], [], name: name));

    public static DevelopmentClient Of(PlanService service, string caller) =>
        new(service, Somebody.All[caller] is { } one ? service.Token(one.Roles, one.Offices) : null);

    /// <summary>An item of a plan, with some members replaced.</summary>
    public static Dictionary<string, object?> Item(params (string Name, object? Value)[] other)
    {
        var item = new Dictionary<string, object?>
        {
            ["topic"] = "CLASSROOM_RESEARCH",
            ["method"] = "TRAINING",
            ["from"] = "2022-11-01",
            ["to"] = "2023-03-31",
            ["goal"] = "ทำวิจัยในชั้นเรียนได้",
        };
        foreach (var (name, value) in other)
            item[name] = value;
        return item;
    }

    public Task<JsonElement> QueryAsync(string query, object? variables = null) =>
        service.QueryAsync(query, variables, client);

    public Task<JsonElement> AskAsync(string query, object? variables = null) =>
        service.AskAsync(query, variables, client);

    public Task<PlanAnswer> SaveAsync(
        string personId,
        int expectedVersion,
        object[]? items = null,
        object[]? assessments = null,
        int fiscalYear = 2566,
        string? key = null,
        bool dryRun = false
    ) =>
        PlanAsync(
            "saveIndividualDevelopmentPlan",
            new
            {
                personId,
                fiscalYear,
                expectedVersion,
                assessments = assessments ?? [],
                items = items ?? [Item()],
                idempotencyKey = key ?? Guid.NewGuid().ToString(),
                dryRun,
            }
        );

    public Task<PlanAnswer> SubmitAsync(string planId, int expectedVersion) =>
        StepAsync("submitIndividualDevelopmentPlan", planId, expectedVersion);

    public Task<PlanAnswer> ApproveAsync(string planId, int expectedVersion) =>
        StepAsync("approveIndividualDevelopmentPlan", planId, expectedVersion);

    public Task<PlanAnswer> CloseAsync(string planId, int expectedVersion) =>
        StepAsync("closeIndividualDevelopmentPlan", planId, expectedVersion);

    public Task<PlanAnswer> ReturnAsync(string planId, int expectedVersion, string reason = "ยังไม่ชัดเจน") =>
        PlanAsync(
            "returnIndividualDevelopmentPlan",
            new
            {
                planId,
                expectedVersion,
                reason,
                idempotencyKey = Guid.NewGuid().ToString(),
            }
        );

    /// <summary>The payload of a mutation, or the whole answer if it was refused access.</summary>
    /// <param name="error">What else to read of errors.</param>
    public async Task<JsonElement> SendAsync(string mutation, string payload, object input, string error = "")
    {
        var type = char.ToUpperInvariant(mutation[0]) + mutation[1..] + "Input";
        var answer = await service.AskAsync(
            $"mutation ($input: {type}!) {{ {mutation}(input: $input) {{ {payload} errors {{ __typename ... on Error {{ code message }} ... on ValidationError {{ field }} {error} }} }} }}",
            new { input },
            client
        );
        return
            answer.TryGetProperty("data", out var data)
            && data.ValueKind == JsonValueKind.Object
            && data.TryGetProperty(mutation, out var sent)
            && sent.ValueKind == JsonValueKind.Object
            ? sent
            : answer;
    }

    public async Task<string> OpenRoundAsync(
        int fiscalYear = 2566,
        int mostTopics = 2,
        string office = PlanService.Office,
        string? opensOn = null,
        string? closesOn = null,
        params string[] topics
    )
    {
        var sent = await SendAsync(
            "openNeedsRound",
            "round { id }",
            new
            {
                officeCode = office,
                fiscalYear,
                mostTopics,
                opensOn,
                closesOn,
                topics = topics.Length == 0 ? ["CURRICULUM", "LESSON_PLANS", "UNIT_DESIGN"] : topics,
                idempotencyKey = Guid.NewGuid().ToString(),
            }
        );
        return sent.GetProperty("round").ValueKind == JsonValueKind.Object
            ? sent.GetProperty("round").GetProperty("id").GetString()!
            : throw new InvalidOperationException(sent.ToString());
    }

    /// <summary>The answer's text.</summary>
    public async Task<string> AskForAsync(string roundId, string personId, params string[] topics) =>
        (
            await SendAsync(
                "askForTopics",
                "participant { choices { priority topic { code } } }",
                new
                {
                    roundId,
                    personId,
                    topics,
                    idempotencyKey = Guid.NewGuid().ToString(),
                }
            )
        ).ToString();

    /// <summary>The answer's text.</summary>
    public async Task<string> CloseRoundAsync(string roundId) =>
        (
            await SendAsync(
                "closeNeedsRound",
                "round { status result { asked respondents topics { number name demand percentage } } }",
                new { roundId, idempotencyKey = Guid.NewGuid().ToString() }
            )
        ).ToString();

    public void Dispose() => client.Dispose();

    private Task<PlanAnswer> StepAsync(string mutation, string planId, int expectedVersion) =>
        PlanAsync(
            mutation,
            new
            {
                planId,
                expectedVersion,
                idempotencyKey = Guid.NewGuid().ToString(),
            }
        );

    private async Task<PlanAnswer> PlanAsync(string mutation, object input)
    {
        var sent = await SendAsync(
            mutation,
            "plan { id status version latest { number inForce returnReason } }",
            input
        );
        if (sent.TryGetProperty("plan", out var plan) && plan.ValueKind == JsonValueKind.Object)
        {
            return new PlanAnswer(
                plan.GetProperty("id").GetString(),
                plan.GetProperty("status").GetString(),
                plan.GetProperty("version").GetInt32(),
                null,
                sent.ToString()
            );
        }

        var code =
            sent.TryGetProperty("errors", out var errors) && errors.ValueKind == JsonValueKind.Array
                ? errors[0].TryGetProperty("code", out var told)
                    ? told.GetString()
                    : errors[0].GetProperty("extensions").GetProperty("code").GetString()
                : null;
        return new PlanAnswer(null, null, 0, code, sent.ToString());
    }
}

/// <summary>What became of a mutation of a plan.</summary>
public sealed record PlanAnswer(string? Id, string? Status, int Version, string? Error, string Text);
