using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Offices;
using TeacherDevPlan.Domain.People;

namespace TeacherDevPlan.Domain.Careers;

/// <summary>How a step that is assessed went.</summary>
public enum InductionResult
{
    Passed,
    NotPassed,
}

/// <summary>What is recorded of a step.</summary>
/// <param name="DoneOn">The Thai day; null takes back what was recorded.</param>
/// <param name="Result">Of a step that is assessed.</param>
/// <param name="Score">The score of a step that is assessed, 0 to 100; null if there is none.</param>
/// <param name="Evidence">Where it can be seen: a link, or a file number.</param>
public sealed record StepRecord(
    DateOnly? DoneOn,
    InductionResult? Result,
    decimal? Score,
    string? Note,
    string? Evidence
)
{
    /// <summary>What is missing, and what does not belong to the step.</summary>
    internal IEnumerable<DomainError> Faults(bool isAssessed)
    {
        if ((isAssessed && DoneOn is not null) != (Result is not null))
            yield return InductionErrors.OnlyOfAssessed;
        if (Score is not null && !(isAssessed && DoneOn is not null))
            yield return InductionErrors.ScoreOfAssessed;
        if (DoneOn is null && Note is not null)
            yield return InductionErrors.OnlyOfDone("note");
        if (DoneOn is null && Evidence is not null)
            yield return InductionErrors.OnlyOfDone("evidence");
    }
}

/// <summary>
/// A step of an induction, as its programme had it when the induction began, and what is recorded of it. Person, mentor, office and
/// school are always those of the induction: they stand here, too, because steps are listed by them.
/// </summary>
public sealed class InductionStep : Entity
{
    private InductionStep() { }

    internal InductionStep(Induction induction, InductionProgrammeStep step)
    {
        (InductionId, PersonId, MentorId) = (induction.Id, induction.PersonId, induction.MentorId);
        (OfficeId, SchoolId) = (induction.OfficeId, induction.SchoolId);
        (Number, Code, Name, NameEnglish) = (step.Number, step.Code, step.Name, step.NameEnglish);
        (Kind, IsAssessed, DueOn) = (step.Kind, step.IsAssessed, induction.StartsOn.AddDays(step.DueDays));
    }

    public Guid InductionId { get; private init; }

    public Guid PersonId { get; private init; }

    public Guid MentorId { get; internal set; }

    public Guid OfficeId { get; private init; }

    public Office Office { get; private init; } = null!;

    public Guid? SchoolId { get; private init; }

    public School? School { get; private init; }

    /// <summary>The place in the order, from 1.</summary>
    public int Number { get; private init; }

    public string Code { get; private init; } = "";

    /// <summary>In Thai.</summary>
    public string Name { get; private init; } = "";

    public string NameEnglish { get; private init; } = "";

    public InductionStepKind Kind { get; private init; }

    public bool IsAssessed { get; private init; }

    /// <summary>The last Thai day on which it is not overdue.</summary>
    public DateOnly DueOn { get; private init; }

    /// <summary>The Thai day on which it was done; null until then.</summary>
    public DateOnly? DoneOn { get; private set; }

    /// <summary>How it went; null unless it is assessed and done.</summary>
    public InductionResult? Result { get; private set; }

    public decimal? Score { get; private set; }

    public string? Note { get; private set; }

    /// <summary>Where it can be seen.</summary>
    public string? Evidence { get; private set; }

    /// <summary>Whether it is done, and passed if it is assessed.</summary>
    public bool IsFulfilled => DoneOn is not null && Result != InductionResult.NotPassed;

    /// <summary>Whether it is not done, and its last day is past on a day.</summary>
    public bool IsUndoneAfterDue(DateOnly day) => DoneOn is null && DueOn < day;

    internal void Take(StepRecord record)
    {
        (DoneOn, Result, Score) = (record.DoneOn, record.Result, record.Score);
        (Note, Evidence) = (record.Note, record.Evidence);
    }
}
