using TeacherDevPlan.Domain.Common;

namespace TeacherDevPlan.Domain.Indicators;

public enum ResultEntryKind
{
    Reported,

    /// <summary>Takes back the result that counted: the one before it counts again, or none.</summary>
    Withdrawn,
}

/// <summary>
/// Something that was recorded about a result. Entries are never changed or removed: the result that was reported last counts,
/// and a mistaken one is corrected by the next, or taken back. Each tells which result counts after it, so that any past
/// moment can be told.
/// </summary>
public abstract class ResultEntry : Entity
{
    /// <summary>Counts the entries about the same thing, from 1, without a gap.</summary>
    public int Sequence { get; private set; }

    public ResultEntryKind Kind { get; private set; }

    /// <summary>In the indicator's unit; null of a withdrawal.</summary>
    public decimal? Result { get; private set; }

    public decimal? Numerator { get; private set; }

    /// <summary>Above zero.</summary>
    public decimal? Denominator { get; private set; }

    /// <summary>Where the result can be seen to be right: a report, a register, an address.</summary>
    public string? Evidence { get; private set; }

    /// <summary>In the words of who recorded it; of a withdrawal, why.</summary>
    public string? Note { get; private set; }

    public DateTimeOffset RecordedAt { get; private set; }

    public string RecordedBy { get; private set; } = "";

    /// <summary>The result that counted before; of a withdrawal, the one that it takes back.</summary>
    public Guid? PreviousId { get; private set; }

    /// <summary>The result that counts after it: itself, or an earlier one; null where none does.</summary>
    public Guid? CountsId { get; private set; }

    /// <summary>The result in words; null where there is only a number.</summary>
    public virtual string? Words => null;

    /// <summary>Makes it a report that follows what is there.</summary>
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

    /// <summary>Makes it a withdrawal of the result that counts.</summary>
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

/// <summary>What an entry follows, and who records it when.</summary>
/// <param name="Entries">How many there are.</param>
/// <param name="CountsId">The result that counts.</param>
public sealed record ResultStanding(
    int Entries,
    Guid? CountsId,
    DateTimeOffset? LastEntryAt,
    DateTimeOffset At,
    string Actor
);
