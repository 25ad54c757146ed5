using TeacherDevPlan.Domain.Common;

namespace TeacherDevPlan.Domain.People;

/// <summary>
/// That a person asks for a correction of what is recorded about them, and what the office answered. Source of the right:
/// Personal Data Protection Act B.E. 2562 (2019), sections 35 and 36, which also wants a refusal on record with its reason.
/// </summary>
public sealed class CorrectionRequest : Entity
{
    /// <summary>How many requests of one person may be open.</summary>
    public const int MostOpen = 20;

    private CorrectionRequest() { }

    public CorrectionRequest(Guid personId, Guid officeId, string wish, DateTimeOffset askedAt) =>
        (PersonId, OfficeId, Wish, AskedAt) = (personId, officeId, wish, askedAt);

    public Guid PersonId { get; private init; }

    /// <summary>The office that kept the record when the person asked; it answers.</summary>
    public Guid OfficeId { get; private init; }

    /// <summary>What is wrong, and what would be right.</summary>
    public string Wish { get; private init; } = "";

    public DateTimeOffset AskedAt { get; private init; }

    public CorrectionStatus Status { get; private set; }

    /// <summary>What was done, or why nothing was.</summary>
    public string? Answer { get; private set; }

    public DateTimeOffset? AnsweredAt { get; private set; }

    public string? AnsweredBy { get; private set; }

    /// <summary>Answers it, once. Null unless it is refused.</summary>
    public DomainError? Close(bool isDone, string answer, DateTimeOffset now, string by)
    {
        if (Status != CorrectionStatus.Open)
            return RegistryStates.AnsweredAlready;
        Status = isDone ? CorrectionStatus.Done : CorrectionStatus.Declined;
        (Answer, AnsweredAt, AnsweredBy) = (answer, now, by);
        return null;
    }
}

public enum CorrectionStatus
{
    Open,
    Done,
    Declined,
}
