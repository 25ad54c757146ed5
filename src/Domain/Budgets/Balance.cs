using TeacherDevPlan.Domain.Common;

namespace TeacherDevPlan.Domain.Budgets;

/// <summary>
/// Planned, transferred, committed and paid amounts, in baht, of one activity or of several. Transfers are separate
/// from the plan: <c>revised = planned + in − out</c> and <c>available = revised − committed − disbursed</c>.
/// </summary>
public sealed record Balance
{
    public static readonly Balance Zero = new();

    /// <summary>The approved spending plan.</summary>
    public QuarterAmounts Planned { get; init; } = QuarterAmounts.Zero;

    public QuarterAmounts TransferredIn { get; init; } = QuarterAmounts.Zero;

    public QuarterAmounts TransferredOut { get; init; } = QuarterAmounts.Zero;

    /// <summary>Reserved and not yet paid; commitments belong to no quarter.</summary>
    public decimal Committed { get; init; } = 0.00m;

    /// <summary>Paid in each quarter, net of reversals.</summary>
    public QuarterAmounts Disbursed { get; init; } = QuarterAmounts.Zero;

    public decimal Revised => Planned.Total + TransferredIn.Total - TransferredOut.Total;

    public decimal Available => Revised - Committed - Disbursed.Total;

    /// <summary>
    /// Disbursed / revised × 100, two decimals, rounded half away from zero; null if nothing is budgeted.
    /// </summary>
    public decimal? DisbursementRate => Percent.Of(Disbursed.Total, Revised);

    public static Balance operator +(Balance left, Balance right) =>
        new()
        {
            Planned = left.Planned + right.Planned,
            TransferredIn = left.TransferredIn + right.TransferredIn,
            TransferredOut = left.TransferredOut + right.TransferredOut,
            Committed = left.Committed + right.Committed,
            Disbursed = left.Disbursed + right.Disbursed,
        };

    public static Balance Add(Balance left, Balance right) => left + right;

    /// <summary>The amounts of one quarter: all except commitments.</summary>
    public Balance Of(FiscalQuarter quarter) =>
        new()
        {
            Planned = Planned.Only(quarter),
            TransferredIn = TransferredIn.Only(quarter),
            TransferredOut = TransferredOut.Only(quarter),
            Disbursed = Disbursed.Only(quarter),
        };

    /// <summary>
    /// The balance after an entry. A payment that draws on a commitment reduces the committed amount, and its reversal
    /// restores it.
    /// </summary>
    public Balance After(LedgerEntryKind kind, FiscalQuarter quarter, decimal amount, bool onCommitment) =>
        kind switch
        {
            LedgerEntryKind.Planned => this with { Planned = Planned.With(quarter, amount) },
            LedgerEntryKind.TransferOut => this with { TransferredOut = TransferredOut.With(quarter, amount) },
            LedgerEntryKind.TransferIn => this with { TransferredIn = TransferredIn.With(quarter, amount) },
            LedgerEntryKind.Commitment => this with { Committed = Committed + amount },
            LedgerEntryKind.CommitmentReleased => this with { Committed = Committed - amount },
            LedgerEntryKind.Disbursement => this with
            {
                Disbursed = Disbursed.With(quarter, amount),
                Committed = onCommitment ? Committed - amount : Committed,
            },
            _ => this with
            {
                Disbursed = Disbursed.With(quarter, -amount),
                Committed = onCommitment ? Committed + amount : Committed,
            },
        };
}
