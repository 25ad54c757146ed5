using TeacherDevPlan.Application.Common.Models;
using TeacherDevPlan.Domain.Plans;

namespace TeacherDevPlan.Application.Results;

public sealed class ProgressReportModel : Model<ProgressReport>
{
    public ProgressReportModel()
        : base(
            "A report on a project's progress after a quarter. A later report for the same quarter is a new revision."
        )
    {
        SeenBy(OfProject(report => report.ProjectId));
        Lists("ProgressReports");
        LongList();
        Order(report => report.SubmittedAt);
        Root("progressReports", "Progress reports of all projects, all revisions, in order of submission.");
        Key(report => report.Id);
        RootById("progressReport", "The progress report with this id, or null.");
        One<Project>("project", report => report.ProjectId, "The project.");
        Field(report => report.FiscalYear, "Buddhist era.");
        Field(report => report.Quarter, "The reported quarter.");
        Field(report => report.Revision, "Number of the report for the quarter, from 1.");
        Field(report => report.WorkDone, "Completed work in percent of the whole project, 0 to 100.").Indexed();
        Field(report => report.Issues, "Problems (ปัญหาอุปสรรค).").SignedIn();
        Field(report => report.CorrectiveAction, "Measures against the problems (แนวทางแก้ไข).").SignedIn();
        Field(
            report => report.SpentToDate,
            "Amount paid in this and all earlier quarters, in baht, by the ledger when the report was submitted."
        );
        Field(report => report.DueOn, "The due date: the last day of the quarter.").Indexed();
        Field(report => report.SubmittedOn, "The date of submission, in Thai time.").Indexed();
        Field(report => report.SubmittedAt, "The time of submission.").Indexed();
        Field(report => report.SubmittedBy, "Who submitted the report.").SignedIn().Personal();
        Computed<bool>("late", "Whether the report was submitted after its due date.");
        Field(report => report.Superseded, "Whether there is a later revision.");
        Groups();
    }

    private void Groups()
    {
        GroupByOffice(report => report.Project.Plan.Office);
        GroupBy("FISCAL_YEAR", report => report.FiscalYear, "The fiscal year (Buddhist era).");
        GroupBy("QUARTER", report => report.Quarter, "The reported quarter.");
        GroupBy<Project>("PROJECT", report => report.ProjectId, report => report.Project.Name, "The project.");
        GroupByComputed("LATE", "late", "Whether the report was submitted after its due date.");
        GroupBy("SUPERSEDED", report => report.Superseded, "Whether there is a later revision.");
        GroupByDate("SUBMITTED", report => report.SubmittedOn, "the date of submission");
    }
}
