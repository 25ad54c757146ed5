using TeacherDevPlan.Application.Common.Querying;
using TeacherDevPlan.Domain.Projects;

namespace TeacherDevPlan.Application.Results;

/// <summary>Progress reports, all revisions, in the order in which they were submitted.</summary>
public sealed record ListProgressReports(ListArguments Arguments) : ListQuery<ProgressReport>(Arguments);

public sealed class ListProgressReportsHandler(ListPlanner planner)
    : ListQueryHandler<ListProgressReports, ProgressReport>(planner);

public sealed class ProgressReportModel : QueryModel<ProgressReport>
{
    public ProgressReportModel()
        : base("ProgressReport")
    {
        DefaultOrder = [report => report.SubmittedAt];
        Id(report => report.Id);
        Related("project", report => report.Project);
        Value("fiscalYear", report => report.FiscalYear);
        Value("quarter", report => report.Quarter);
        Value("revision", report => report.Revision);
        Value("workDone", report => report.WorkDone);
        Value("issues", report => report.Issues);
        Value("correctiveAction", report => report.CorrectiveAction);
        Value("spentToDate", report => report.SpentToDate);
        Value("dueOn", report => report.DueOn);
        Value("submittedOn", report => report.SubmittedOn);
        Value("submittedAt", report => report.SubmittedAt);
        Value("submittedBy", report => report.SubmittedBy);
        Value("late", report => report.SubmittedOn > report.DueOn);
        Value("superseded", report => report.Superseded);
    }
}
