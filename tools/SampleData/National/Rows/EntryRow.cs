using System.Runtime.CompilerServices;

namespace TeacherDevPlan.SampleData.National.Rows;

/// <summary>The kinds of ledger entries, as spelt in the database.</summary>
internal static class EntryKinds
{
    public const string Planned = "PLANNED";
    public const string TransferOut = "TRANSFER_OUT";
    public const string TransferIn = "TRANSFER_IN";
    public const string Commitment = "COMMITMENT";
    public const string CommitmentReleased = "COMMITMENT_RELEASED";
    public const string Disbursement = "DISBURSEMENT";
    public const string Reversal = "REVERSAL";
}

/// <summary>A ledger entry; amounts in satang, times in UTC.</summary>
internal sealed class EntryRow
{
    public required ActivityRow Activity { get; init; }
    public required string Kind { get; init; }
    public required long Amount { get; init; }

    /// <summary>The quarter, 0 to 3; null for commitments.</summary>
    public int? Quarter { get; init; }

    public required DateTime RecordedAt { get; init; }
    public required string RecordedBy { get; init; }
    public DateOnly? PaidOn { get; init; }
    public string? Funding { get; init; }
    public DateOnly? ExpiresOn { get; set; }

    /// <summary>The commitment that the entry creates, draws on, returns money to or releases.</summary>
    public EntryRow? Commitment { get; set; }

    /// <summary>Reversals only: the reversed payment.</summary>
    public EntryRow? Reverses { get; init; }

    /// <summary>Transfers only: the entry of the activity that gives the money, and the other activity.</summary>
    public EntryRow? Transfer { get; set; }

    public ActivityRow? Counterpart { get; init; }
    public bool Approved { get; init; }
    public string? Reference { get; init; }
    public string? Reason { get; init; }

    public Guid Id { get; set; }
    public int Sequence { get; private set; }

    /// <summary>The balance of the activity after this entry.</summary>
    public Figures Balance { get; private set; }

    /// <summary>Appends the entry to the existing ones.</summary>
    public void Follow(int sequence, Figures before)
    {
        Sequence = sequence;
        var after = before;
        var quarter = Quarter ?? 0;
        switch (Kind)
        {
            case EntryKinds.Planned:
                after[Figures.Planned + quarter] += Amount;
                break;
            case EntryKinds.TransferIn:
                after[Figures.TransferredIn + quarter] += Amount;
                break;
            case EntryKinds.TransferOut:
                after[Figures.TransferredOut + quarter] += Amount;
                break;
            case EntryKinds.Commitment:
                after[Figures.Committed] += Amount;
                break;
            case EntryKinds.CommitmentReleased:
                after[Figures.Committed] -= Amount;
                break;
            default:
                var paid = Kind == EntryKinds.Disbursement ? Amount : -Amount;
                after[Figures.Disbursed + quarter] += paid;
                if (Commitment is not null)
                    after[Figures.Committed] -= paid;
                break;
        }

        if (!after.IsSound)
            throw new InvalidOperationException($"A {Kind} of {Amount} satang would overspend {Activity.Id}.");
        Balance = after;
    }
}

/// <summary>A balance in satang: four kinds of amounts by quarter, and the committed amount.</summary>
[InlineArray(Count)]
internal struct Figures
{
    public const int Planned = 0;
    public const int TransferredIn = 4;
    public const int TransferredOut = 8;
    public const int Disbursed = 12;
    public const int Committed = 16;
    public const int Count = 17;

    private long first;

    /// <summary>Whether no amount is negative, and no more is paid, given away and committed than available.</summary>
    public bool IsSound
    {
        get
        {
            var available = -this[Committed];
            var least = this[Committed];
            for (var quarter = 0; quarter < 4; quarter++)
            {
                var (planned, into) = (this[Planned + quarter], this[TransferredIn + quarter]);
                var (outOf, paid) = (this[TransferredOut + quarter], this[Disbursed + quarter]);
                available += planned + into - outOf - paid;
                least = Math.Min(least, Math.Min(planned, paid));
            }

            return least >= 0 && available >= 0;
        }
    }

    /// <summary>The columns of the amounts, in order.</summary>
    public static readonly string[] Columns =
    [
        .. new[] { "planned", "transferred_in", "transferred_out", "disbursed" }.SelectMany(figure =>
            Enumerable.Range(1, 4).Select(quarter => $"{figure}_q{quarter}")
        ),
        "committed",
    ];
}
