using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using TeacherDevPlan.Domain.Access;

namespace TeacherDevPlan.Api.Tests;

/// <summary>A mutation that was sent before is neither parsed nor compiled again, and is otherwise the same.</summary>
public sealed class KnownMutationTests(PlanService service) : LedgerTestsBase(service)
{
    private const string Text = """
        mutation ($input: RecordDisbursementInput!, $note: Boolean!, $n: Int) { recordDisbursement(input: $input) {
            disbursement { amount note @include(if: $note)
              activity { ledger(first: $n, where: { kind: { eq: DISBURSEMENT } }, order: { recordedAt: DESC }) { nodes { amount } } } }
            errors { __typename ... on Error { code } } } }
        """;

    [Fact]
    public async Task Each_request_is_answered_by_its_own_variables()
    {
        var (_, activities) = await Ledger.ProjectAsync(1);
        foreach (var (amount, hasNote, size) in new[] { (1, true, 1), (2, false, 2), (3, true, 2), (4, false, 1) })
        {
            var payload = await PayAsync(Service.Officer, activities[0], amount, hasNote, size);
            var payment = payload.GetProperty("disbursement");
            payment.GetProperty("amount").GetDecimal().ShouldBe(amount);
            payment.TryGetProperty("note", out _).ShouldBe(hasNote);
            var entries = payment.GetProperty("activity").GetProperty("ledger").GetProperty("nodes");
            entries.GetArrayLength().ShouldBe(Math.Min(size, amount));
            entries[0].GetProperty("amount").GetDecimal().ShouldBe(amount);
        }

        var refused = await PayAsync(Service.Officer, activities[0], 9_000_000, true, 1);
        refused.GetProperty("errors")[0].GetProperty("code").GetString().ShouldBe("INSUFFICIENT_BUDGET");
        (await Ledger.AvailableAsync(activities[0])).ShouldBe(4990);
    }

    [Fact]
    public async Task It_is_refused_to_others_and_by_GET()
    {
        var (_, activities) = await Ledger.ProjectAsync(1);
        await PayAsync(Service.Officer, activities[0], 1, true, 1);
        using var analyst = Service.As(Service.Token(Role.MinistryAnalyst));
        foreach (var client in new[] { analyst, Service.Client })
        {
            var answer = await SendAsync(client, activities[0], 1, true, 1);
            PlanService.CodeOf(answer).ShouldStartWith("AUTH_");
            answer.GetProperty("data").ValueKind.ShouldBe(JsonValueKind.Null);
        }

        var variables = JsonSerializer.Serialize(Variables(activities[0], 1, true, 1));
        using var response = await Service.Officer.GetAsync(
            $"/graphql?query={Uri.EscapeDataString(Text)}&variables={Uri.EscapeDataString(variables)}",
            TestContext.Current.CancellationToken
        );
        response.StatusCode.ShouldBe(HttpStatusCode.MethodNotAllowed);
        (await Ledger.AvailableAsync(activities[0])).ShouldBe(4999);
    }

    [Fact]
    public async Task A_number_of_items_counts_whatever_was_sent_before()
    {
        const string text =
            "mutation ($input: RecordDisbursementsInput!) { recordDisbursements(input: $input) { disbursements { amount } } }";
        var (_, activities) = await Ledger.ProjectAsync(1);
        foreach (var count in new[] { 1, 3, 2, 3, 1 })
        {
            var items = Enumerable
                .Range(1, count)
                .Select(amount => new
                {
                    activityId = activities[0],
                    amount,
                    paidOn = "2023-01-10",
                    reference = "V",
                });
            var input = new { items, idempotencyKey = Ledger.NewKey() };
            var data = await Service.QueryAsync(text, new { input }, Service.Officer);
            data.GetProperty("recordDisbursements")
                .GetProperty("disbursements")
                .EnumerateArray()
                .Select(payment => payment.GetProperty("amount").GetDecimal())
                .ShouldBe(Enumerable.Range(1, count).Select(amount => (decimal)amount));
        }
    }

    [Fact]
    public async Task Each_request_has_only_the_variables_that_it_gives()
    {
        const string text = """
            mutation ($input: RecordDisbursementInput!, $dryRun: Boolean, $other: Boolean) {
                a: recordDisbursement(input: $input, dryRun: $dryRun) { disbursement { amount } }
                b: recordDisbursement(input: $input, dryRun: $other) { disbursement { amount } } }
            """;
        var (_, activities) = await Ledger.ProjectAsync(1);
        foreach (var given in new[] { "dryRun", "other", "dryRun", "other" })
        {
            var input = new
            {
                activityId = activities[0],
                amount = 10,
                paidOn = "2023-01-10",
                reference = "V",
                idempotencyKey = Ledger.NewKey(),
            };
            var variables = new Dictionary<string, object> { ["input"] = input, [given] = true };
            var data = await Service.QueryAsync(text, variables, Service.Officer);
            foreach (var payment in new[] { data.GetProperty("a"), data.GetProperty("b") })
                payment.GetProperty("disbursement").GetProperty("amount").GetDecimal().ShouldBe(10);
        }

        (await Ledger.AvailableAsync(activities[0])).ShouldBe(4960);
    }

    private object Variables(string activityId, decimal amount, bool note, int n) =>
        new
        {
            input = new
            {
                activityId,
                amount,
                paidOn = "2023-01-10",
                reference = "V",
                note = "text",
                idempotencyKey = Ledger.NewKey(),
            },
            note,
            n,
        };

    private async Task<JsonElement> PayAsync(HttpClient client, string activity, decimal amount, bool note, int n) =>
        (await SendAsync(client, activity, amount, note, n)).GetProperty("data").GetProperty("recordDisbursement");

    private async Task<JsonElement> SendAsync(HttpClient client, string activity, decimal amount, bool note, int n)
    {
        using var response = await client.PostAsJsonAsync(
            "/graphql",
            new { query = Text, variables = Variables(activity, amount, note, n) },
            TestContext.Current.CancellationToken
        );
        return await response.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
    }
}
