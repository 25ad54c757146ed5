using TeacherDevPlan.Domain.Common;

namespace TeacherDevPlan.SampleData.National.Rows;

internal sealed class ProjectRow
{
    public required Guid Id { get; init; }
    public required PlanRow Plan { get; init; }
    public required int Number { get; init; }
    public required string Name { get; init; }
    public required bool Continuing { get; init; }
    public required NumberedRow Strategy { get; init; }
    public required NumberedRow Unit { get; init; }
    public required DateOnly StartsOn { get; init; }
    public required DateOnly EndsOn { get; init; }
    public required string Venue { get; init; }
    public required bool VirementAllowed { get; init; }

    /// <summary>The final status of a project with payments; one without payments stays approved.</summary>
    public required ProjectFate Fate { get; init; }

    public List<ActivityRow> Activities { get; } = [];

    public FiscalYear Year => new(Plan.FiscalYear);

    public long Planned => Activities.Sum(activity => activity.PlannedTotal);

    public long PlannedIn(int quarter) => Activities.Sum(activity => activity.Planned[quarter]);

    public bool HasPaid => Activities.Exists(activity => activity.HasPaid);

    public string Status =>
        Fate switch
        {
            ProjectFate.Draft => "DRAFT",
            ProjectFate.Submitted => "SUBMITTED",
            ProjectFate.Completed => "COMPLETED",
            ProjectFate.Cancelled => "CANCELLED",
            _ => HasPaid ? "IN_PROGRESS" : "APPROVED",
        };

    public bool MovesMoney => Fate is not (ProjectFate.Draft or ProjectFate.Submitted);
}

internal enum ProjectFate
{
    Draft,
    Submitted,
    Running,
    Completed,
    Cancelled,
}

internal sealed class ActivityRow
{
    public required Guid Id { get; init; }
    public required ProjectRow Project { get; init; }
    public required int Position { get; init; }
    public required string Name { get; init; }

    /// <summary>By quarter, in satang.</summary>
    public required long[] Planned { get; init; }

    /// <summary>In order of their sequence, once the ledger is generated.</summary>
    public List<EntryRow> Entries { get; } = [];

    public long PlannedTotal => Planned.Sum();

    public bool HasPaid => Entries.Exists(entry => entry.Kind == EntryKinds.Disbursement);

    public bool Moved => Entries.Exists(entry => entry.Kind != EntryKinds.Planned);

    public Figures Balance => Entries.Count == 0 ? default : Entries[^1].Balance;

    /// <summary>In satang, in the quarters up to this one.</summary>
    public long DisbursedUpTo(int quarter)
    {
        var balance = Balance;
        return Enumerable.Range(Figures.Disbursed, quarter + 1).Sum(figure => balance[figure]);
    }

    public DateTime? LastEntryAt => Entries.Count == 0 ? null : Entries[^1].RecordedAt;
}
