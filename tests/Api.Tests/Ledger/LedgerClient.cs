using System.Net.Http.Json;
using System.Text.Json;

namespace TeacherDevPlan.Api.Tests;

/// <summary>Sends the ledger's mutations as a script would.</summary>
public sealed class LedgerClient(PlanService service)
{
    private const string Common =
        "__typename ... on Error { message code index } ... on ValidationError { field } ... on NotFoundError { id }";

    private int keys;

    public string NewKey() => $"key-{Interlocked.Increment(ref keys)}-{Guid.NewGuid():N}";

    /// <summary>The payload of a mutation.</summary>
    /// <param name="result">The selection of its result: <c>disbursement { id }</c>.</param>
    public async Task<JsonElement> SendAsync(string mutation, object input, string result, string? language = null)
    {
        var type = char.ToUpperInvariant(mutation[0]) + mutation[1..] + "Input";
        var particular = mutation == "reviseSpendingPlan" ? "... on ConflictError { currentVersion }" : "";
        var errors = $"errors {{ {Common} {particular} }}";
        var query = $"mutation ($input: {type}!) {{ {mutation}(input: $input) {{ {result} {errors} }} }}";
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql")
        {
            Content = JsonContent.Create(new { query, variables = new { input } }),
        };
        if (language is not null)
            request.Headers.AcceptLanguage.ParseAdd(language);
        using var response = await service.Officer.SendAsync(request, TestContext.Current.CancellationToken);
        var answer = await response.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
        answer.TryGetProperty("errors", out var refused).ShouldBeFalse(refused.ToString());
        return answer.GetProperty("data").GetProperty(mutation);
    }

    public Task<JsonElement> PayAsync(
        string activity,
        decimal amount,
        string? key = null,
        string? commitment = null,
        bool dryRun = false,
        string paidOn = "2023-01-10"
    ) =>
        SendAsync(
            "recordDisbursement",
            new
            {
                activityId = activity,
                amount,
                paidOn,
                reference = "V-1",
                commitmentId = commitment,
                idempotencyKey = key ?? NewKey(),
                dryRun,
            },
            "disbursement { id amount quarter reversed recordedAt activity { ownBudget { available committed disbursed } } }"
        );

    public Task<JsonElement> CommitAsync(
        string activity,
        decimal amount,
        string? expiresOn = null,
        string? key = null
    ) =>
        SendAsync(
            "commitBudget",
            new
            {
                activityId = activity,
                amount,
                reference = "C-1",
                expiresOn,
                idempotencyKey = key ?? NewKey(),
            },
            "commitment { id amount remaining released expiresOn }"
        );

    public Task<JsonElement> ReleaseAsync(string commitment, string? key = null) =>
        SendAsync(
            "releaseCommitment",
            new
            {
                commitmentId = commitment,
                reason = "no longer needed",
                idempotencyKey = key ?? NewKey(),
            },
            "commitment { id remaining released }"
        );

    public Task<JsonElement> ReverseAsync(string disbursement, string? key = null) =>
        SendAsync(
            "reverseDisbursement",
            new
            {
                disbursementId = disbursement,
                reason = "paid twice",
                idempotencyKey = key ?? NewKey(),
            },
            "disbursement { id reversed }"
        );

    public Task<JsonElement> TransferAsync(string from, string to, decimal amount, string? key = null) =>
        SendAsync(
            "transferBudget",
            new
            {
                fromActivityId = from,
                toActivityId = to,
                amount,
                quarter = "Q2",
                reason = "needed there",
                idempotencyKey = key ?? NewKey(),
            },
            "transfer { id amount quarter from { ownBudget { available } } to { ownBudget { available } } }"
        );

    public Task<JsonElement> ReviseAsync(string project, int version, object[] amounts, bool dryRun = false) =>
        SendAsync(
            "reviseSpendingPlan",
            new
            {
                projectId = project,
                expectedVersion = version,
                amounts,
                reason = "revised",
                dryRun,
            },
            "project { version budget { planned available } }"
        );

    /// <summary>The ids of a project's activities, top level, in order.</summary>
    public async Task<(string Project, string[] Activities)> ProjectAsync(int number)
    {
        var data = await service.QueryAsync(
            $"{{ projects(where: {{ number: {{ eq: {number} }} }}) {{ nodes {{ id activities {{ id }} }} }} }}"
        );
        var project = data.GetProperty("projects").GetProperty("nodes")[0];
        return (
            project.GetProperty("id").GetString()!,
            [.. project.GetProperty("activities").EnumerateArray().Select(one => one.GetProperty("id").GetString()!)]
        );
    }

    /// <summary>An activity's own position.</summary>
    public async Task<JsonElement> OwnAsync(string activity, string? asOf = null)
    {
        var arguments = asOf is null ? "" : $"(asOf: \"{asOf}\")";
        var data = await service.QueryAsync(
            $"{{ node(id: \"{activity}\") {{ ... on Activity {{ ownBudget{arguments} {{ planned transferredIn transferredOut revised "
                + "committed disbursed available quarters { planned disbursed } } } } }"
        );
        return data.GetProperty("node").GetProperty("ownBudget");
    }

    public async Task<decimal> AvailableAsync(string activity) =>
        (await OwnAsync(activity)).GetProperty("available").GetDecimal();
}

internal static class Payloads
{
    public static bool Refused(this JsonElement payload) =>
        payload.GetProperty("errors").ValueKind != JsonValueKind.Null;

    /// <summary>The only error.</summary>
    public static JsonElement Error(this JsonElement payload) =>
        payload.GetProperty("errors").EnumerateArray().ShouldHaveSingleItem();

    public static string Kind(this JsonElement payload) => payload.Error().GetProperty("__typename").GetString()!;

    /// <summary>The result's id.</summary>
    public static string Id(this JsonElement payload)
    {
        payload.Refused().ShouldBeFalse(payload.ToString());
        return payload.EnumerateObject().First().Value.GetProperty("id").GetString()!;
    }
}
