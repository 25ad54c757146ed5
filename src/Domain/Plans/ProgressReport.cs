using TeacherDevPlan.Domain.Common;

namespace TeacherDevPlan.Domain.Plans;

/// <summary>
/// An office's report on a project after a quarter (after 3, 6, 9 and 12 months of the fiscal year). A report is never
/// changed: a later one for the same quarter is a new revision.
/// </summary>
public sealed class ProgressReport : Entity
{
    private ProgressReport() { }

    /// <param name="submittedAt">The time of submission; its date is the date in Thailand.</param>
    public ProgressReport(
        Guid projectId,
        int fiscalYear,
        FiscalQuarter quarter,
        int revision,
        ProgressTold told,
        DateTimeOffset submittedAt,
        string submittedBy
    )
    {
        (ProjectId, FiscalYear, Quarter, Revision) = (projectId, fiscalYear, quarter, revision);
        (WorkDone, Issues, CorrectiveAction) = (told.WorkDone, told.Issues, told.CorrectiveAction);
        (SubmittedAt, SubmittedOn, SubmittedBy) = (submittedAt, ThaiDay.Of(submittedAt), submittedBy);
        DueOn = new FiscalYear(fiscalYear).EndOf(quarter);
    }

    public Guid ProjectId { get; private init; }

    public Project Project { get; private init; } = null!;

    /// <summary>Buddhist era.</summary>
    public int FiscalYear { get; private init; }

    public FiscalQuarter Quarter { get; private init; }

    /// <summary>Number of the report for the quarter, from 1.</summary>
    public int Revision { get; private init; }

    /// <summary>Completed work in percent of the whole project, 0 to 100, at most two decimals.</summary>
    public decimal WorkDone { get; private init; }

    /// <summary>Problems.</summary>
    public string? Issues { get; private init; }

    /// <summary>Measures against the problems.</summary>
    public string? CorrectiveAction { get; private init; }

    /// <summary>
    /// The amount, in baht, that was paid in this and all earlier quarters when the report was submitted.
    /// </summary>
    public decimal SpentToDate { get; private init; }

    /// <summary>The due date: the last day of the quarter.</summary>
    public DateOnly DueOn { get; private init; }

    public DateOnly SubmittedOn { get; private init; }

    public DateTimeOffset SubmittedAt { get; private init; }

    public string SubmittedBy { get; private init; } = "";

    /// <summary>Whether there is a later revision.</summary>
    public bool Superseded { get; private init; }

    public bool Late => SubmittedOn > DueOn;
}

/// <summary>The content of a report.</summary>
/// <param name="WorkDone">Completed work in percent of the whole project, 0 to 100, at most two decimals.</param>
/// <param name="Issues">Problems.</param>
/// <param name="CorrectiveAction">Measures against the problems.</param>
public sealed record ProgressTold(decimal WorkDone, string? Issues, string? CorrectiveAction);
