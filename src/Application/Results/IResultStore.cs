using TeacherDevPlan.Application.Common.Commands;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Indicators;
using TeacherDevPlan.Domain.Plans;
using TeacherDevPlan.Domain.Vocabulary;

namespace TeacherDevPlan.Application.Results;

/// <summary>
/// What results and reports are recorded on, as a command works on it inside its transaction. What is opened is locked against
/// imports of its office, and against others who record on it; what the caller does not see is not there.
/// </summary>
public interface IResultStore
{
    /// <summary>With all its targets.</summary>
    /// <param name="fiscalYear">The target that is to be recorded on.</param>
    Task<OpenedIndicator?> OpenIndicatorAsync(Guid id, int? fiscalYear, CancellationToken cancellationToken);

    Task<OpenedKpi?> OpenKpiAsync(Guid id, CancellationToken cancellationToken);

    /// <summary>A result that was reported.</summary>
    Task<T?> FindAsync<T>(Guid id, CancellationToken cancellationToken)
        where T : ResultEntry;

    Task<OpenedProject?> OpenProjectAsync(Guid id, FiscalQuarter quarter, CancellationToken cancellationToken);

    /// <summary>Writes an entry with the transaction.</summary>
    void Add(ResultEntry entry);

    /// <summary>Writes a report with what the ledger has paid by its quarter.</summary>
    void Add(ProgressReport report);
}

/// <param name="Measure">What of it is recorded on; null where no target is to be recorded on, or there is none.</param>
public sealed record OpenedIndicator(string OfficeCode, Indicator Indicator, OpenedMeasure? Measure) : IOpened
{
    public IEnumerable<string> Offices => [OfficeCode];
}

public sealed record OpenedKpi(string OfficeCode, ProjectStatus Status, OpenedMeasure Measure) : IOpened
{
    public IEnumerable<string> Offices => [OfficeCode];
}

/// <param name="Revisions">How many reports there are for the quarter.</param>
public sealed record OpenedProject(string OfficeCode, Project Project, int Revisions) : IOpened
{
    public IEnumerable<string> Offices => [OfficeCode];
}

/// <summary>Something that results are recorded on: an indicator's target of a year, or a project's success indicator.</summary>
/// <param name="Subject">The indicator or success indicator.</param>
/// <param name="FiscalYear">The target's; null where it belongs to its subject's.</param>
/// <param name="Now">The figures that count.</param>
/// <param name="Standing">What the entry is to follow.</param>
/// <param name="Next">The entry, without what is told in it.</param>
public sealed record OpenedMeasure(
    Entity Subject,
    string Unit,
    int? FiscalYear,
    ResultFigures Now,
    ResultStanding Standing,
    ResultEntry Next
);
