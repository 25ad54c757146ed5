using System.Net.Http.Json;
using CsCheck;

namespace TeacherDevPlan.Api.Tests;

/// <summary>Bulks of payments, each payment with its own key: what is recorded already stays, and the others are recorded.</summary>
public sealed class BulkKeyTests(PlanService service) : LedgerTestsBase(service)
{
    private const int Keys = 6;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static readonly Gen<Item[]> Bulk = Gen.Select(
        Gen.Int[0, Keys - 1],
        Gen.Int[0, 1],
        Gen.Frequency((12, Gen.Const(300m)), (2, Gen.Const(500m)), (1, Gen.Const(90_000m))),
        (key, activity, amount) => new Item(key, activity, amount)
    ).Array[1, 5];

    /// <summary>Bulks that are sent at once; a bulk of one payment may be sent as recordDisbursement.</summary>
    private static readonly Gen<(Item[] Items, bool IsAlone)[][]> Histories = Gen.Select(
            Bulk,
            Gen.Bool,
            (items, alone) => (items, alone && items.Length == 1)
        )
        .Array[1, 3]
        .Array[1, 8];

    [Fact]
    public async Task Overlapping_bulks_pay_each_key_at_most_once_and_what_was_accepted_exactly_once()
    {
        var (_, activities) = await Ledger.ProjectAsync(1);
        await Histories.SampleAsync(
            async history =>
            {
                var prefix = Ledger.NewKey();
                var before = await AvailableAsync(activities);
                var paid = new Dictionary<int, (string Id, Item Item)>();
                var refused = new List<Item[]>();
                foreach (var step in history.Append([.. history.SelectMany(step => step).Reverse()]))
                {
                    var answers = await Task.WhenAll(
                        step.Select(bulk => SendAsync(bulk.Items, bulk.IsAlone, prefix, activities))
                    );
                    foreach (var ((items, _), ids) in step.Zip(answers))
                    {
                        if (ids is null)
                            refused.Add(items);
                        foreach (var (item, id) in items.Zip(ids ?? []))
                        {
                            // One key stands for one payment, with one input.
                            paid.TryAdd(item.Key, (id, item));
                            paid[item.Key].ShouldBe((id, item));
                        }
                    }
                }

                paid.Values.Select(payment => payment.Id).Distinct().Count().ShouldBe(paid.Count);
                (await AvailableAsync(activities)).ShouldBe(
                    before.Select(
                        (left, i) => left - paid.Values.Where(one => one.Item.Activity == i).Sum(one => one.Item.Amount)
                    )
                );
                // A refusal has a reason: too much money, or a key that is used for something else.
                refused.ShouldAllBe(items =>
                    items.Any(item => item.Amount > 5_000 || items.Any(other => other.Key == item.Key && other != item))
                    || items.Any(item => paid.ContainsKey(item.Key) && paid[item.Key].Item != item)
                    || items.Sum(item => item.Amount) > before.Min() - paid.Values.Sum(one => one.Item.Amount)
                );
                foreach (var (id, _) in paid.Values)
                    (await Ledger.ReverseAsync(id)).Refused().ShouldBeFalse();
            },
            iter: 30,
            threads: 1
        );
        await CleanAsync();
    }

    [Fact]
    public async Task A_bulk_with_more_items_records_only_the_new_ones()
    {
        var (_, activities) = await Ledger.ProjectAsync(1);
        var prefix = Ledger.NewKey();
        Item[] all = [.. Enumerable.Range(0, 4).Select(key => new Item(key, 0, 100))];
        var first = await SendAsync(all[1..3], false, prefix, activities);
        var grown = await SendAsync([.. all, all[0]], false, prefix, activities);
        grown![1..3].ShouldBe(first);
        grown[4].ShouldBe(grown[0]);
        (await AvailableAsync(activities)).ShouldBe([4_600, 5_000]);

        // All or nothing: with one that is refused, the new one is not recorded, and its key is free.
        Item[] mixed = [all[3], new(5, 0, 200), new(6, 0, 90_000)];
        (await SendAsync(mixed, false, prefix, activities)).ShouldBeNull();
        (await AvailableAsync(activities)).ShouldBe([4_600, 5_000]);
        (await SendAsync(mixed[..2], false, prefix, activities))![0].ShouldBe(grown[3]);
        (await SendAsync([mixed[1]], true, prefix, activities)).ShouldNotBeNull("the single payment has the same key");
        (await AvailableAsync(activities)).ShouldBe([4_400, 5_000]);
    }

    [Fact]
    public async Task A_bulk_needs_a_key_unless_each_item_has_one()
    {
        var (_, activities) = await Ledger.ProjectAsync(1);
        object[] items =
        [
            Input(new Item(0, 0, 1), Ledger.NewKey(), activities),
            Input(new Item(1, 0, 1), null, activities),
        ];
        var refused = await Ledger.SendAsync("recordDisbursements", new { items }, "disbursements { id }");
        refused.Error().GetProperty("field").GetString().ShouldBe("idempotencyKey");
        object[] blank = [Input(new Item(0, 0, 1), " ", activities)];
        refused = await Ledger.SendAsync("recordDisbursements", new { items = blank }, "disbursements { id }");
        refused.Error().GetProperty("field").GetString().ShouldBe("items[0].idempotencyKey");
        var done = new { items, idempotencyKey = Ledger.NewKey() };
        foreach (var isReplayed in new[] { false, true })
        {
            using var response = await Service.Officer.PostAsJsonAsync(
                "/graphql",
                new
                {
                    query = "mutation ($input: RecordDisbursementsInput!) { recordDisbursements(input: $input) { errors { __typename } } }",
                    variables = new
                    {
                        input = isReplayed ? new { items = items[..1], idempotencyKey = Ledger.NewKey() } : done,
                    },
                },
                Cancellation
            );
            response.Headers.Contains("Idempotent-Replayed").ShouldBe(isReplayed);
        }

        (await AvailableAsync(activities)).ShouldBe([4_998, 5_000]);
    }

    private static object Input(Item item, string? key, string[] activities) =>
        new
        {
            activityId = activities[item.Activity],
            amount = item.Amount,
            paidOn = "2023-01-10",
            reference = $"V-{item.Key}",
            idempotencyKey = key,
        };

    /// <summary>The ids of the payments; null if they were refused.</summary>
    private async Task<string[]?> SendAsync(Item[] bulk, bool isAlone, string prefix, string[] activities)
    {
        var items = bulk.Select(item => Input(item, $"{prefix}-{item.Key}", activities)).ToArray();
        if (isAlone)
        {
            var one = await Ledger.SendAsync("recordDisbursement", items[0], "disbursement { id }");
            return one.Refused() ? null : [one.Id()];
        }

        var many = await Ledger.SendAsync("recordDisbursements", new { items }, "disbursements { id }");
        return many.Refused()
            ? null
            : [.. many.GetProperty("disbursements").EnumerateArray().Select(one => one.GetProperty("id").GetString()!)];
    }

    private Task<decimal[]> AvailableAsync(string[] activities) =>
        Task.WhenAll(activities[..2].Select(Ledger.AvailableAsync));

    private sealed record Item(int Key, int Activity, decimal Amount);
}
