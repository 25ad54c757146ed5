using TeacherDevPlan.Application.Common.Models;
using TeacherDevPlan.Domain.Projects;

namespace TeacherDevPlan.Application.Results;

public sealed class ProgressReportModel : Model<ProgressReport>
{
    public ProgressReportModel()
        : base("What was reported of a project after a quarter. A later report for the quarter is a new revision.")
    {
        SeenBy(OfProject(report => report.ProjectId));
        Lists("ProgressReports");
        LongList();
        Order(report => report.SubmittedAt);
        Root(
            "progressReports",
            "Progress reports of all projects, all revisions, in the order in which they were submitted."
        );
        Key(report => report.Id);
        RootById("progressReport", "The progress report with this id, or null.");
        One<Project>("project", report => report.ProjectId, "The project.");
        Field(report => report.FiscalYear, "Buddhist era.");
        Field(report => report.Quarter, "The quarter that it is for.");
        Field(report => report.Revision, "Counts the reports for the quarter, from 1.");
        Field(report => report.WorkDone, "In percent of the whole project, 0 to 100.").Indexed();
        Field(report => report.Issues, "What stands in the way (ปัญหาอุปสรรค).").SignedIn();
        Field(report => report.CorrectiveAction, "What is done about it (แนวทางแก้ไข).").SignedIn();
        Field(
            report => report.SpentToDate,
            "In baht: what the ledger had paid in this quarter and those before it when the report was submitted."
        );
        Field(report => report.DueOn, "The last day of the quarter.").Indexed();
        Field(report => report.SubmittedOn, "The day in Thailand.").Indexed();
        Field(report => report.SubmittedAt, "When.").Indexed();
        Field(report => report.SubmittedBy, "By whom.").SignedIn().Personal();
        Computed<bool>("late", "Whether it was submitted after the day that it was due.");
        Field(report => report.Superseded, "Whether there is a later revision.");
        Groups();
    }

    private void Groups()
    {
        GroupByOffice(report => report.Project.Plan.Office);
        GroupBy("FISCAL_YEAR", report => report.FiscalYear, "The fiscal year (Buddhist era).");
        GroupBy("QUARTER", report => report.Quarter, "The quarter that it is for.");
        GroupBy<Project>("PROJECT", report => report.ProjectId, report => report.Project.Name, "The project.");
        GroupByComputed("LATE", "late", "Whether it was submitted after the day that it was due.");
        GroupBy("SUPERSEDED", report => report.Superseded, "Whether there is a later revision.");
        GroupByDate("SUBMITTED", report => report.SubmittedOn, "the day it was submitted");
    }
}
