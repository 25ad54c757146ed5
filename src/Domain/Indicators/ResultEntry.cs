using TeacherDevPlan.Domain.Common;

namespace TeacherDevPlan.Domain.Indicators;

public enum ResultEntryKind
{
    Reported,

    /// <summary>Withdraws the counting result. The previous result counts again, if there is one.</summary>
    Withdrawn,
}

/// <summary>
/// An entry about a result. Entries are never changed or deleted: the latest result counts, and a mistaken one is
/// corrected by another one or withdrawn. Each entry has the result that counts after it, so that the state at any past
/// moment can be read.
/// </summary>
public abstract class ResultEntry : Entity
{
    /// <summary>Number of the entry for the same result, from 1, without gaps.</summary>
    public int Sequence { get; private set; }

    public ResultEntryKind Kind { get; private set; }

    /// <summary>The result in the indicator's unit; null for a withdrawal.</summary>
    public decimal? Result { get; private set; }

    public decimal? Numerator { get; private set; }

    /// <summary>Greater than zero.</summary>
    public decimal? Denominator { get; private set; }

    /// <summary>Evidence for the result: a report, a register, an address.</summary>
    public string? Evidence { get; private set; }

    /// <summary>A note by the person who recorded the entry; for a withdrawal, the reason.</summary>
    public string? Note { get; private set; }

    public DateTimeOffset RecordedAt { get; private set; }

    public string RecordedBy { get; private set; } = "";

    /// <summary>The result that counted before; for a withdrawal, the withdrawn one.</summary>
    public Guid? PreviousId { get; private set; }

    /// <summary>
    /// The result that counts after this entry: the entry itself or an earlier one; null if there is none.
    /// </summary>
    public Guid? CountsId { get; private set; }

    /// <summary>The result in words; null where there is only a number.</summary>
    public virtual string? Words => null;

    /// <summary>Makes the entry a report that follows the existing entries.</summary>
    public virtual void Report(
        ResultStanding standing,
        Measurement? measured,
        string? words,
        string? evidence,
        string? note
    )
    {
        Follow(standing, ResultEntryKind.Reported, note);
        (Result, Numerator, Denominator) = (measured?.Value, measured?.Numerator, measured?.Denominator);
        (Evidence, CountsId) = (evidence, Id);
    }

    /// <summary>Makes the entry a withdrawal of the counting result.</summary>
    public void Withdraw(ResultStanding standing, ResultEntry counting, string reason)
    {
        Follow(standing, ResultEntryKind.Withdrawn, reason);
        CountsId = counting.PreviousId;
    }

    private void Follow(ResultStanding standing, ResultEntryKind kind, string? note)
    {
        (Sequence, Kind, PreviousId, Note) = (standing.Entries + 1, kind, standing.CountsId, note);
        RecordedAt = standing.At < standing.LastEntryAt ? standing.LastEntryAt.Value : standing.At;
        RecordedBy = standing.Actor;
    }
}

/// <summary>The existing entries that a new one follows, and who records it when.</summary>
/// <param name="Entries">The number of existing entries.</param>
/// <param name="CountsId">The counting result.</param>
public sealed record ResultStanding(
    int Entries,
    Guid? CountsId,
    DateTimeOffset? LastEntryAt,
    DateTimeOffset At,
    string Actor
);
