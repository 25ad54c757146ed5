using TeacherDevPlan.Application.Plans;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Reports;

namespace TeacherDevPlan.Application.Reports;

/// <summary>The quarterly reports as a command changes them in its transaction.</summary>
public interface IReportStore
{
    /// <summary>The latest report on the quarter with its parts, which nobody else changes until the transaction ends.</summary>
    Task<QuarterlyReport?> OpenLatestAsync(Guid planId, FiscalQuarter quarter, CancellationToken cancellationToken);

    /// <summary>The report with its office, which nobody else changes until the transaction ends.</summary>
    Task<QuarterlyReport?> OpenAsync(Guid id, CancellationToken cancellationToken);

    /// <summary>What is recorded of a plan and of the events of its office in the quarter of a report.</summary>
    Task<ReportContent> ContentAsync(PlanKey plan, QuarterlyReport report, CancellationToken cancellationToken);

    void Add(QuarterlyReport report);
}
