using CsCheck;
using TeacherDevPlan.Domain.Budgets;
using TeacherDevPlan.Domain.Common;

namespace TeacherDevPlan.Domain.Tests;

/// <summary>What must hold after any sequence of operations, whether they are accepted or refused.</summary>
public sealed class LedgerPropertyTests
{
    private static readonly Gen<Action<LedgerModel>> Operation = Gen.Select(
            Gen.Int[0, 6],
            Gen.Int[0, 4],
            Gen.Int[0, 4],
            Gen.Int[1, 200_000].Select(satang => satang / 100m),
            Gen.Int[0, 3].Select(quarter => (FiscalQuarter)quarter),
            Gen.Int[0, 99]
        )
        .Select(
            Action<LedgerModel> (kind, a, b, amount, quarter, pick) =>
                model => Run(model, kind, model.Activities[a], model.Activities[b], amount, quarter, pick)
        );

    private static readonly Gen<Action<LedgerModel>[]> Sequences = Operation.Array[0, 60];

    [Fact]
    public void Balances_are_the_sum_of_the_entries_and_nothing_is_ever_below_zero() =>
        Sequences.Sample(operations =>
        {
            var model = new LedgerModel();
            foreach (var operation in operations)
                operation(model);
            foreach (var (activity, budget) in model.Budgets)
            {
                var entries = model.Entries.Where(entry => entry.ActivityId == activity).ToList();
                entries.Select(entry => entry.Sequence).ShouldBe(Enumerable.Range(1, entries.Count));
                budget.Balance.ShouldBe(Replay(entries));
                foreach (var entry in entries)
                    NothingIsBelowZero(entry.Balance);
            }
        });

    [Fact]
    public void Transfers_conserve_what_all_have_and_only_approved_ones_leave_a_project() =>
        Sequences.Sample(operations =>
        {
            var model = new LedgerModel();
            foreach (var operation in operations)
                operation(model);
            model
                .Budgets.Values.Sum(budget => budget.Balance.TransferredIn.Total - budget.Balance.TransferredOut.Total)
                .ShouldBe(0);
            foreach (var project in model.Entries.Where(entry => !entry.Approved).GroupBy(entry => entry.ProjectId))
                project.Sum(Moved).ShouldBe(0);

            static decimal Moved(LedgerEntry entry) =>
                entry.Kind switch
                {
                    LedgerEntryKind.TransferIn => entry.Amount,
                    LedgerEntryKind.TransferOut => -entry.Amount,
                    _ => 0,
                };
        });

    [Fact]
    public void What_is_committed_is_what_commitments_have_left() =>
        Sequences.Sample(operations =>
        {
            var model = new LedgerModel();
            foreach (var operation in operations)
                operation(model);
            foreach (var (activity, budget) in model.Budgets)
                model
                    .Commitments.Values.Where(commitment => commitment.ActivityId == activity)
                    .Sum(commitment => commitment.Remaining)
                    .ShouldBe(budget.Balance.Committed);
        });

    [Fact]
    public void Any_past_moment_is_what_a_replay_of_the_entries_by_then_gives() =>
        Gen.Select(Sequences, Gen.Double[0, 1])
            .Sample(
                (operations, part) =>
                {
                    var model = new LedgerModel();
                    foreach (var operation in operations)
                        operation(model);
                    var moment = model.Entries[(int)(part * (model.Entries.Count - 1))].RecordedAt;
                    foreach (var activity in model.Activities)
                    {
                        var byThen = model
                            .Entries.Where(entry => entry.ActivityId == activity && entry.RecordedAt <= moment)
                            .ToList();
                        (byThen.LastOrDefault()?.Balance ?? Balance.Zero).ShouldBe(Replay(byThen));
                    }
                }
            );

    [Fact]
    public void A_refused_operation_posts_nothing() =>
        Sequences.Sample(operations =>
        {
            var model = new LedgerModel();
            foreach (var operation in operations)
                operation(model);
            var before = model.Entries.Count;
            var activity = model.Activities[0];
            var most = model.Budgets[activity].Balance.Available;
            model
                .Run(ledger => ledger.Disburse(LedgerModel.Payment(activity, most + 0.01m)))
                .Error.ShouldBeOfType<InsufficientBudget>()
                .Available.ShouldBe(most);
            model.Entries.Count.ShouldBe(before);
        });

    [Fact]
    public void Parts_of_divided_money_are_the_whole_again_and_none_has_less_than_nothing_available() =>
        Gen.Select(Gen.Int[0, 1_000_000], Gen.Int[0, 100_000], Gen.Int[0, 1000].Array[1, 4])
            .Sample(
                (paid, left, weights) =>
                {
                    var whole = new Balance
                    {
                        Planned = new QuarterAmounts((paid + left) / 100m, 0.01m, 0.04m, 7.77m),
                        Disbursed = new QuarterAmounts(paid / 100m, 0.00m, 7.00m, 0.00m),
                        Committed = 0.05m,
                    };
                    var parts = Apportionment.Of(whole, [.. weights.Select(weight => (decimal)weight)]);
                    parts.Aggregate(Balance.Add).ShouldBe(whole);
                    parts.ShouldAllBe(part => part.Available >= 0 && part.Committed >= 0);
                }
            );

    private static void Run(
        LedgerModel model,
        int kind,
        Guid activity,
        Guid other,
        decimal amount,
        FiscalQuarter quarter,
        int pick
    )
    {
        var (commitments, disbursements) = (model.CommitmentIds, model.DisbursementIds);
        var commitment = commitments.Count == 0 ? Guid.Empty : commitments[pick % commitments.Count];
        switch (kind)
        {
            case 0:
                model.Run(ledger => ledger.Disburse(LedgerModel.Payment(activity, amount)));
                break;
            case 1 when commitment != Guid.Empty:
                var drawn = model.Commitments[commitment].ActivityId;
                model.Run(ledger =>
                    ledger.Disburse(
                        LedgerModel.Payment(drawn, amount / 2, commitment) with
                        {
                            Amount = Math.Round(amount / 2, 2) + 0.01m,
                        }
                    )
                );
                break;
            case 2:
                model.Run(ledger =>
                    ledger.Commit(
                        LedgerModel.Given(activity),
                        amount,
                        "C",
                        pick % 2 == 0 ? new DateOnly(2023, 2, 2) : null
                    )
                );
                break;
            case 3 when commitment != Guid.Empty:
                model.Run(ledger => ledger.Release(LedgerModel.Given(commitment), "no longer needed"));
                break;
            case 4 when disbursements.Count > 0:
                var paid = disbursements[pick % disbursements.Count];
                model.Run(ledger => ledger.Reverse(LedgerModel.Given(paid), "paid twice"));
                break;
            case 5:
                model.Run(ledger =>
                    ledger.Transfer(
                        LedgerModel.Given(activity),
                        LedgerModel.Given(other),
                        amount,
                        quarter,
                        "needed there",
                        approved: quarter == FiscalQuarter.Q1
                    )
                );
                break;
            case 6 when pick % 5 == 0:
                model.Wait(TimeSpan.FromDays(1));
                model.Run(ledger =>
                {
                    ledger.ReleaseExpired();
                    return 0;
                });
                break;
            default:
                var plan = model.Budgets[activity].Balance.Planned.With(quarter, amount - 900);
                if (plan[quarter] >= 0)
                    model.Run(ledger => ledger.TryPlan(activity, plan, "revised", out _));
                break;
        }
    }

    /// <summary>The balance by adding up, from the meaning of each kind alone.</summary>
    private static Balance Replay(IEnumerable<LedgerEntry> entries)
    {
        var list = entries.ToList();
        return new Balance
        {
            Planned = Sum(LedgerEntryKind.Planned, 1),
            TransferredIn = Sum(LedgerEntryKind.TransferIn, 1),
            TransferredOut = Sum(LedgerEntryKind.TransferOut, 1),
            Disbursed = Sum(LedgerEntryKind.Disbursement, 1) + Sum(LedgerEntryKind.Reversal, -1),
            Committed =
                0.00m
                + list.Sum(entry =>
                    entry switch
                    {
                        { Kind: LedgerEntryKind.Commitment } => entry.Amount,
                        { Kind: LedgerEntryKind.CommitmentReleased } => -entry.Amount,
                        { Kind: LedgerEntryKind.Disbursement, CommitmentId: not null } => -entry.Amount,
                        { Kind: LedgerEntryKind.Reversal, CommitmentId: not null } => entry.Amount,
                        _ => 0,
                    }
                ),
        };

        QuarterAmounts Sum(LedgerEntryKind kind, int sign)
        {
            decimal Of(FiscalQuarter quarter) =>
                0.00m
                + list.Where(entry => entry.Kind == kind && entry.Quarter == quarter).Sum(entry => sign * entry.Amount);
            return new QuarterAmounts(
                Of(FiscalQuarter.Q1),
                Of(FiscalQuarter.Q2),
                Of(FiscalQuarter.Q3),
                Of(FiscalQuarter.Q4)
            );
        }
    }

    private static void NothingIsBelowZero(Balance balance)
    {
        balance.Available.ShouldBeGreaterThanOrEqualTo(0);
        balance.Committed.ShouldBeGreaterThanOrEqualTo(0);
        foreach (var quarter in Enum.GetValues<FiscalQuarter>())
        {
            balance.Planned[quarter].ShouldBeGreaterThanOrEqualTo(0);
            balance.Disbursed[quarter].ShouldBeGreaterThanOrEqualTo(0);
        }
    }
}
