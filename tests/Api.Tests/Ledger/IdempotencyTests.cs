using System.Net.Http.Json;
using System.Text.Json;
using TeacherDevPlan.Application.Common.Idempotency;
using TeacherDevPlan.Application.Common.Querying;
using TeacherDevPlan.Application.Ledger;
using TeacherDevPlan.Domain.Budgets;

namespace TeacherDevPlan.Api.Tests;

/// <summary>Requests that are sent more than once, and many requests at once.</summary>
public sealed class IdempotencyTests(PlanService service) : LedgerTestsBase(service)
{
    [Fact]
    public async Task Twenty_copies_of_a_request_at_once_are_one_payment()
    {
        var (_, activities) = await Ledger.ProjectAsync(1);
        var key = Ledger.NewKey();
        var copies = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Ledger.PayAsync(activities[0], 100, key)));
        copies.Select(copy => copy.Id()).Distinct().ShouldHaveSingleItem();
        (await Ledger.AvailableAsync(activities[0])).ShouldBe(4900);
    }

    [Fact]
    public async Task An_answer_that_repeats_an_earlier_outcome_says_so()
    {
        var (_, activities) = await Ledger.ProjectAsync(1);
        var (first, second) = (Ledger.NewKey(), Ledger.NewKey());
        (await IsReplayedAsync(Payment(activities[0], first, 1))).ShouldBeFalse();
        (await IsReplayedAsync(Payment(activities[0], first, 1))).ShouldBeTrue();
        (await IsReplayedAsync(Payment(activities[0], first, 2))).ShouldBeFalse("another input is refused");
        // Only if all of it is repeated.
        (await IsReplayedAsync(Payment(activities[0], first, 1), Payment(activities[0], second, 1))).ShouldBeFalse();
        (await IsReplayedAsync(Payment(activities[0], first, 1), Payment(activities[0], second, 1))).ShouldBeTrue();
        // A refusal is an outcome, too.
        var refused = Ledger.NewKey();
        (await IsReplayedAsync(Payment(activities[0], refused, 1_000_000))).ShouldBeFalse();
        (await IsReplayedAsync(Payment(activities[0], refused, 1_000_000))).ShouldBeTrue();
        (await IsReplayedAsync()).ShouldBeFalse("it is a query");
    }

    [Fact]
    public async Task A_list_of_errors_has_a_hundred_at_most_and_its_last_one_counts_the_others()
    {
        var (_, activities) = await Ledger.ProjectAsync(1);
        foreach (var (amount, activity) in new[] { (0m, activities[0]), (1m, "nonsense") })
        {
            var items = Enumerable.Range(0, 1000).Select(_ => Item(activity, amount));
            var key = Ledger.NewKey();
            foreach (var _ in new[] { 1, 2 })
            {
                var refused = await Ledger.SendAsync(
                    "recordDisbursements",
                    new { items, idempotencyKey = key },
                    "disbursements { id }"
                );
                var errors = refused.GetProperty("errors").EnumerateArray().ToList();
                errors.Count.ShouldBe(100);
                errors[98].GetProperty("index").GetInt32().ShouldBe(98);
                errors[99].GetProperty("message").GetString().ShouldBe("input: 901 further errors are not listed.");
            }
        }

        static object Item(string activityId, decimal amount) =>
            new
            {
                activityId,
                amount,
                paidOn = "2023-01-10",
                reference = "V",
            };
    }

    private static string Payment(string activity, string key, decimal amount) =>
        $"recordDisbursement(input: {{ activityId: \"{activity}\", amount: {amount}, paidOn: \"2023-01-10\", "
        + $"reference: \"V\", idempotencyKey: \"{key}\" }}) {{ errors {{ __typename }} }}";

    private async Task<bool> IsReplayedAsync(params string[] payments)
    {
        var fields = payments.Select((payment, i) => $"p{i}: {payment}");
        var query = payments.Length == 0 ? "{ __typename }" : $"mutation {{ {string.Join(' ', fields)} }}";
        using var response = await Service.Officer.PostAsJsonAsync(
            "/graphql",
            new { query },
            TestContext.Current.CancellationToken
        );
        response.IsSuccessStatusCode.ShouldBeTrue();
        return response.Headers.TryGetValues("Idempotent-Replayed", out var values) && values.Single() == "true";
    }

    [Fact]
    public async Task Twenty_copies_of_a_refused_request_at_once_are_one_refusal()
    {
        var key = Ledger.NewKey();
        var copies = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Ledger.PayAsync("nonsense", 100, key)));
        copies.ShouldAllBe(copy => copy.Kind() == "NotFoundError");
    }

    [Fact]
    public async Task One_key_for_two_requests_at_once_is_used_by_one_of_them()
    {
        var (_, activities) = await Ledger.ProjectAsync(2);
        var key = Ledger.NewKey();
        var requests = await Task.WhenAll(
            Enumerable.Range(0, 20).Select(i => Ledger.PayAsync(activities[i % 2], 100, key))
        );
        requests
            .Where(request => request.Refused())
            .ShouldAllBe(request => request.Kind() == "IdempotencyKeyReusedError");
        requests.Where(request => !request.Refused()).Select(request => request.Id()).Distinct().ShouldHaveSingleItem();
    }

    [Fact]
    public async Task The_same_request_again_gives_the_first_outcome_of_every_mutation()
    {
        var (_, activities) = await Ledger.ProjectAsync(1);
        var commitment = await TwiceAsync(key => Ledger.CommitAsync(activities[0], 500, null, key));
        var payment = await TwiceAsync(key => Ledger.PayAsync(activities[0], 100, key, commitment.Id()));
        await TwiceAsync(key => Ledger.ReverseAsync(payment.Id(), key));
        await TwiceAsync(key => Ledger.ReleaseAsync(commitment.Id(), key));
        await TwiceAsync(key => Ledger.TransferAsync(activities[0], activities[1], 5, key));
        var entries = await Service.QueryAsync(
            $"{{ node(id: \"{activities[0]}\") {{ ... on Activity {{ ledger {{ totalCount }} }} }} }}"
        );
        entries.GetProperty("node").GetProperty("ledger").GetProperty("totalCount").GetInt32().ShouldBe(6);

        async Task<JsonElement> TwiceAsync(Func<string, Task<JsonElement>> send)
        {
            var key = Ledger.NewKey();
            var first = await send(key);
            first.Refused().ShouldBeFalse(first.ToString());
            (await send(key)).Id().ShouldBe(first.Id());
            return first;
        }
    }

    [Fact]
    public async Task A_refusal_stays_a_refusal_under_its_key_whatever_has_changed_since()
    {
        var (_, activities) = await Ledger.ProjectAsync(1);
        var key = Ledger.NewKey();
        var first = await Ledger.PayAsync(activities[0], 5001, key);
        first.Kind().ShouldBe("InsufficientBudgetError");
        await Ledger.TransferAsync(activities[1], activities[0], 100);
        (await Ledger.PayAsync(activities[0], 5001, key)).ToString().ShouldBe(first.ToString());
        (await Ledger.PayAsync(activities[0], 5001)).Refused().ShouldBeFalse("a new key is a new request");
    }

    [Fact]
    public async Task A_refused_request_can_be_corrected_under_its_key_and_stays_refused_itself()
    {
        var (_, activities) = await Ledger.ProjectAsync(1);
        var key = Ledger.NewKey();
        var refused = await Ledger.PayAsync(activities[0], 5001, key);
        refused.Kind().ShouldBe("InsufficientBudgetError");
        (await Ledger.PayAsync("nonsense", 10, key)).Kind().ShouldBe("NotFoundError");
        var corrected = await Ledger.PayAsync(activities[0], 4000, key);
        (await Ledger.PayAsync(activities[0], 4000, key)).Id().ShouldBe(corrected.Id());
        // A delayed copy of what was refused spends nothing, and neither does anything new.
        await Ledger.TransferAsync(activities[1], activities[0], 5000);
        (await Ledger.PayAsync(activities[0], 5001, key)).ToString().ShouldBe(refused.ToString());
        (await Ledger.PayAsync(activities[0], 1, key)).Kind().ShouldBe("IdempotencyKeyReusedError");
        (await Ledger.CommitAsync(activities[0], 1, key: key)).Kind().ShouldBe("IdempotencyKeyReusedError");
        (await Ledger.AvailableAsync(activities[0])).ShouldBe(6000);
    }

    [Fact]
    public async Task Blanks_and_an_empty_note_make_no_other_request_and_no_other_key()
    {
        var (_, activities) = await Ledger.ProjectAsync(1);
        var key = Ledger.NewKey();
        var first = await PayAsync(key, "V-1", null);
        (await PayAsync($" {key} ", " V-1", "")).Id().ShouldBe(first.Id());
        (await PayAsync(key, "V-1", "a note")).Kind().ShouldBe("IdempotencyKeyReusedError");
        (await Ledger.AvailableAsync(activities[0])).ShouldBe(4990);

        Task<JsonElement> PayAsync(string idempotencyKey, string reference, string? note) =>
            Ledger.SendAsync(
                "recordDisbursement",
                new
                {
                    activityId = activities[0],
                    amount = 10,
                    paidOn = "2023-01-10",
                    reference,
                    note,
                    idempotencyKey,
                },
                "disbursement { id }"
            );
    }

    [Fact]
    public async Task A_request_that_an_older_version_stored_is_recognised()
    {
        var (_, activities) = await Ledger.ProjectAsync(1);
        NodeId.TryParse(activities[0], out var id).ShouldBeTrue();
        var paid = new PaymentOrder(new(activities[0], id.Id), 10, new(2023, 1, 10), "V-1", null, null, null);
        var digest = Convert.ToHexString(FirstDigest.Of(new RecordDisbursement(paid)));
        var first = await Ledger.PayAsync(activities[0], 10, "older");
        await Service.ExecuteSqlAsync(
            $"SET session_replication_role = replica; UPDATE idempotency_keys SET key = ' older', digest = '\\x{digest}'"
        );
        (await Ledger.PayAsync(activities[0], 10, " older")).Id().ShouldBe(first.Id());
        (await Ledger.PayAsync(activities[0], 11, " older")).Kind().ShouldBe("IdempotencyKeyReusedError");
    }

    [Fact]
    public async Task A_request_whose_shape_is_wrong_does_not_use_its_key_up()
    {
        var (_, activities) = await Ledger.ProjectAsync(1);
        var key = Ledger.NewKey();
        (await Ledger.PayAsync(activities[0], 0, key)).Kind().ShouldBe("ValidationError");
        (await Ledger.PayAsync(activities[0], 10, key)).Refused().ShouldBeFalse();
    }

    [Fact]
    public async Task Sixty_four_clients_on_one_activity_spend_what_is_there_and_no_more()
    {
        var (_, activities) = await Ledger.ProjectAsync(1);
        var payments = await Task.WhenAll(
            Enumerable.Range(0, 64).Select(i => Ledger.PayAsync(activities[0], 100.00m + i % 3))
        );
        var paid = payments.Where(payment => !payment.Refused()).ToList();
        var sum = paid.Sum(payment => payment.GetProperty("disbursement").GetProperty("amount").GetDecimal());
        sum.ShouldBeInRange(4898, 5000);
        (await Ledger.AvailableAsync(activities[0])).ShouldBe(5000 - sum);
        payments
            .Where(payment => payment.Refused())
            .ShouldAllBe(payment => payment.Kind() == "InsufficientBudgetError");
    }

    [Fact]
    public async Task Transfers_to_and_fro_at_once_do_not_block_each_other()
    {
        var (_, activities) = await Ledger.ProjectAsync(2);
        var transfers = await Task.WhenAll(
            Enumerable
                .Range(0, 60)
                .Select(i => Ledger.TransferAsync(activities[i % 4], activities[(i + 1 + i % 2) % 4], 1.25m))
        );
        transfers.ShouldAllBe(transfer => !transfer.Refused());
        var data = await Service.QueryAsync("{ projects(where: { number: { eq: 2 } }) { budget { revised } } }");
        data.GetProperty("projects").ToString().ShouldBe("""{"budget":{"revised":30000.00}}""");
    }

    [Fact]
    public async Task Payments_revisions_and_imports_at_once_leave_a_clean_ledger()
    {
        var (project, activities) = await Ledger.ProjectAsync(2);
        var work = Enumerable.Range(0, 30).Select(i => Ledger.PayAsync(activities[i % 5], 10)).ToList();
        work.AddRange(
            Enumerable
                .Range(1, 5)
                .Select(version =>
                    Ledger.ReviseAsync(
                        project,
                        version,
                        [
                            new
                            {
                                activityId = activities[0],
                                quarter = "Q1",
                                amount = 5000 + version,
                            },
                        ]
                    )
                )
        );
        var imports = Enumerable
            .Range(0, 3)
            .Select(_ => Service.ImportAsync(TeacherDevPlan.SampleData.SamplePlan.Read()));
        (await Task.WhenAll(imports)).ShouldAllBe(import => import.Succeeded);
        (await Task.WhenAll(work)).Take(30).ShouldAllBe(payment => !payment.Refused());
        await CleanAsync();
    }
}
