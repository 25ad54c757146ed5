using TeacherDevPlan.Domain.Common;

namespace TeacherDevPlan.Domain.Projects;

/// <summary>
/// What an office reports of a project after a quarter (after 3, 6, 9 and 12 months of the fiscal year). A report is never
/// changed: a later one for the same quarter is a new revision.
/// </summary>
public sealed class ProgressReport : Entity
{
    private ProgressReport() { }

    /// <param name="submittedAt">The moment; the day is that in Thailand.</param>
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

    /// <summary>Counts the reports for the quarter, from 1.</summary>
    public int Revision { get; private init; }

    /// <summary>In percent of the whole project, 0 to 100, at most two decimals.</summary>
    public decimal WorkDone { get; private init; }

    /// <summary>What stands in the way.</summary>
    public string? Issues { get; private init; }

    /// <summary>What is done about it.</summary>
    public string? CorrectiveAction { get; private init; }

    /// <summary>In baht: what the ledger has paid in this quarter and those before it, when the report was submitted.</summary>
    public decimal SpentToDate { get; private init; }

    /// <summary>The last day of the quarter.</summary>
    public DateOnly DueOn { get; private init; }

    public DateOnly SubmittedOn { get; private init; }

    public DateTimeOffset SubmittedAt { get; private init; }

    public string SubmittedBy { get; private init; } = "";

    /// <summary>Whether there is a later revision.</summary>
    public bool Superseded { get; private init; }

    public bool Late => SubmittedOn > DueOn;
}

/// <summary>What somebody tells in a report.</summary>
/// <param name="WorkDone">In percent of the whole project, 0 to 100, at most two decimals.</param>
/// <param name="Issues">What stands in the way.</param>
/// <param name="CorrectiveAction">What is done about it.</param>
public sealed record ProgressTold(decimal WorkDone, string? Issues, string? CorrectiveAction);
