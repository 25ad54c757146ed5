using TeacherDevPlan.Domain.Development;

namespace TeacherDevPlan.Application.Development;

/// <summary>The surveys of needs as a command changes them in its transaction.</summary>
public interface INeedsStore
{
    /// <summary>Whether the office has a round for the year; nobody else opens one until the transaction ends.</summary>
    Task<bool> HasRoundAsync(Guid officeId, int fiscalYear, CancellationToken cancellationToken);

    /// <summary>The round with its topics, which nobody closes until the transaction ends.</summary>
    Task<OpenedRound?> OpenAsync(Guid id, CancellationToken cancellationToken);

    /// <summary>The round with its topics, which nobody else changes or answers until the transaction ends.</summary>
    Task<OpenedRound?> OpenAloneAsync(Guid id, CancellationToken cancellationToken);

    /// <summary>A person's answer in a round, which nobody else changes until the transaction ends; null if there is none.</summary>
    Task<NeedsParticipant?> AnswerAsync(Guid roundId, Guid personId, CancellationToken cancellationToken);

    /// <summary>All answers in a round, with what they ask for.</summary>
    Task<IReadOnlyList<NeedsParticipant>> AnswersAsync(Guid roundId, CancellationToken cancellationToken);

    /// <summary>The main appointments of an office's people on a day.</summary>
    /// <param name="personId">Only of this person, if it is not null.</param>
    Task<IReadOnlyList<Employment>> EmployedAsync(
        Guid officeId,
        Guid? personId,
        DateOnly day,
        CancellationToken cancellationToken
    );

    void Add(NeedsRound round);

    void Add(NeedsParticipant participant);

    void Add(NeedsResult result);
}

/// <summary>A round with the code of its office.</summary>
public sealed record OpenedRound(NeedsRound Round, string OfficeCode);
