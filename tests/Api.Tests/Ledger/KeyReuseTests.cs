using System.Text.Json;
using CsCheck;

namespace TeacherDevPlan.Api.Tests;

/// <summary>Random payments under a few keys, one after another and at once, against a model of what a key remembers.</summary>
public sealed class KeyReuseTests(PlanService service) : LedgerTestsBase(service)
{
    private const int Keys = 3;

    /// <summary>Payments that are sent at once; most steps send one.</summary>
    private static readonly Gen<Payment[]> Step = Gen.Select(
        Gen.Int[0, Keys - 1],
        Gen.Int[0, 1],
        Gen.Frequency(
            (3, Gen.OneOf(Gen.Const(400m), Gen.Const(700m))),
            (2, Gen.OneOf(Gen.Const(2500m), Gen.Const(4000m), Gen.Const(90_000m)))
        ),
        Gen.Frequency((5, Gen.Const(false)), (1, Gen.Const(true))),
        (key, activity, amount, dryRun) => new Payment(key, activity, amount, dryRun)
    ).Array[1, 3];

    [Fact]
    public async Task Corrected_inputs_are_decided_afresh_and_one_input_at_most_succeeds_under_a_key()
    {
        var (_, activities) = await Ledger.ProjectAsync(1);
        await Step.Array[1, 14]
            .SampleAsync(
                async steps =>
                {
                    var model = new KeyModel(await Task.WhenAll(activities[..2].Select(Ledger.AvailableAsync)));
                    var prefix = Ledger.NewKey();
                    foreach (var step in steps)
                    {
                        var answers = await Task.WhenAll(step.Select(payment => SendAsync(payment, prefix)));
                        model = model.After(step, answers) ?? throw Unexplained(steps, step, answers);
                    }

                    // Every input once more, the last first: what is remembered is answered again and moves nothing.
                    foreach (var sent in steps.SelectMany(step => step).Reverse())
                    {
                        Payment[] again = [sent with { DryRun = false }];
                        string[] answers = [await SendAsync(again[0], prefix)];
                        model = model.After(again, answers) ?? throw Unexplained(steps, again, answers);
                    }

                    (await Task.WhenAll(activities[..2].Select(Ledger.AvailableAsync))).ShouldBe(model.Available);
                    foreach (var paid in model.Paid)
                        (await Ledger.ReverseAsync(paid)).Refused().ShouldBeFalse();
                },
                iter: 40,
                threads: 1
            );
        await CleanAsync();

        async Task<string> SendAsync(Payment payment, string prefix)
        {
            var (key, activity) = ($"{prefix}-{payment.Key}", activities[payment.Activity]);
            return Answer(await Ledger.PayAsync(activity, payment.Amount, key, dryRun: payment.DryRun), payment.DryRun);
        }
    }

    /// <summary>The error's kind with what it tells, or the payment's id; of a dry run, which makes none, that it would be made.</summary>
    private static string Answer(JsonElement payload, bool dryRun) =>
        payload.Refused() ? $"{payload.Kind()}: {payload.Error().GetProperty("message").GetString()}"
        : dryRun ? KeyModel.Rehearsed
        : payload.Id();

    private static ShouldAssertException Unexplained(Payment[][] steps, Payment[] sent, string[] answers) =>
        new(
            $"No order of {string.Join(", ", sent.Zip(answers))} explains the answers. All steps: "
                + string.Join(" | ", steps.Select(step => string.Join<Payment>(", ", step)))
        );

    internal sealed record Payment(int Key, int Activity, decimal Amount, bool DryRun);
}
