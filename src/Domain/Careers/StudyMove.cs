using TeacherDevPlan.Domain.Common;

namespace TeacherDevPlan.Domain.Careers;

/// <summary>What can be done with a study.</summary>
public enum StudyStep
{
    Approve,
    Refuse,
    Start,
    Extend,
    Complete,
    Discontinue,
}

/// <summary>Which steps there are from each status.</summary>
public static class StudySteps
{
    public static IReadOnlyList<StudyStep> From(StudyStatus status) =>
        status switch
        {
            StudyStatus.Requested => [StudyStep.Approve, StudyStep.Refuse],
            StudyStatus.Approved => [StudyStep.Start, StudyStep.Refuse],
            StudyStatus.Studying => [StudyStep.Extend, StudyStep.Complete, StudyStep.Discontinue],
            _ => [],
        };
}

/// <summary>A step, with what it needs and nothing else.</summary>
/// <param name="LastDay">The new last day of an extension; otherwise the last day of a study that is over.</param>
/// <param name="OrderNumber">Of an approval or extension.</param>
/// <param name="Note">Why it is refused or discontinued.</param>
public sealed record StudyMove(StudyStep Step, DateOnly? LastDay, string? OrderNumber, string? Note)
{
    /// <summary>What is missing, and what does not belong to the step.</summary>
    internal IEnumerable<DomainError> Faults()
    {
        if ((Step is StudyStep.Extend or StudyStep.Complete or StudyStep.Discontinue) != (LastDay is not null))
            yield return StudyErrors.OnlyFor("lastDay", StudyStep.Extend, StudyStep.Complete, StudyStep.Discontinue);
        if ((Step is StudyStep.Approve or StudyStep.Extend) != (OrderNumber is not null))
            yield return StudyErrors.OnlyFor("orderNumber", StudyStep.Approve, StudyStep.Extend);
        if ((Step is StudyStep.Refuse or StudyStep.Discontinue) != (Note is not null))
            yield return StudyErrors.OnlyFor("note", StudyStep.Refuse, StudyStep.Discontinue);
    }
}
