using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Indicators;
using TeacherDevPlan.Domain.Projects;

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

    Task<IndicatorResult?> FindIndicatorResultAsync(Guid id, CancellationToken cancellationToken);

    Task<OpenedKpi?> OpenKpiAsync(Guid id, CancellationToken cancellationToken);

    Task<KpiResult?> FindKpiResultAsync(Guid id, CancellationToken cancellationToken);

    Task<OpenedProject?> OpenProjectAsync(Guid id, FiscalQuarter quarter, CancellationToken cancellationToken);

    /// <summary>Writes an entry, and what else was changed.</summary>
    Task SaveAsync(ResultEntry? entry, CancellationToken cancellationToken);

    /// <summary>Writes a report with what the ledger has paid by its quarter.</summary>
    void Add(ProgressReport report);
}

/// <param name="Standing">What the entry is to follow; null where no target is to be recorded on, or there is none.</param>
public sealed record OpenedIndicator(
    string OfficeCode,
    Indicator Indicator,
    IndicatorTarget? Target,
    ResultStanding? Standing
) : IOpened;

public sealed record OpenedKpi(string OfficeCode, ProjectKpi Kpi, ProjectStatus Status, ResultStanding Standing)
    : IOpened;

/// <param name="Revisions">How many reports there are for the quarter.</param>
public sealed record OpenedProject(string OfficeCode, Project Project, int Revisions) : IOpened;
