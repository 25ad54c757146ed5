using TeacherDevPlan.Application.Common.Models;
using TeacherDevPlan.Domain.Offices;
using TeacherDevPlan.Domain.Plans;
using TeacherDevPlan.Domain.Reports;

namespace TeacherDevPlan.Application.Reports;

/// <summary>A draft is seen by its office; what was submitted, by whoever sees the plan.</summary>
public sealed class QuarterlyReportModel : Model<QuarterlyReport>
{
    public QuarterlyReportModel()
        : base(
            "What an office reports of its plan after a quarter (รายงานผลการดำเนินงานรายไตรมาส): the figures as they stood when it was "
                + "assembled. What was submitted stays; a correction is another revision."
        )
    {
        SeenBy(
            Seen.Either(
                Seen.Both(
                    Unless(report => report.Status, QuarterlyReportStatus.Draft),
                    WithId<DevelopmentPlan>(report => report.PlanId)
                ),
                OwnOffice(report => report.Office.Code)
            )
        );
        Lists("QuarterlyReports");
        Order(report => report.FiscalYear, report => report.Quarter);
        Root("quarterlyReports", "Quarterly reports of all offices, all revisions, by fiscal year and quarter.");
        Key(report => report.Id);
        RootById("quarterlyReport", "The quarterly report with this id, or null.");
        One<Office>("office", report => report.OfficeId, "The office.");
        One<DevelopmentPlan>("plan", report => report.PlanId, "The plan that it reports of.");
        Field(report => report.FiscalYear, "Buddhist era.");
        Field(report => report.Quarter, "The reported quarter.");
        Field(report => report.Revision, "The number of the report for the quarter, from 1.");
        Field(report => report.StartsOn, "The first day of the quarter.");
        Field(report => report.EndsOn, "The last day of the quarter.");
        Field(report => report.Status, "Whether it was submitted.");
        Field(report => report.Version, "Increases with each change, for optimistic concurrency.");
        Field(report => report.AssembledAt, "When the figures were taken.");
        Field(report => report.Summary, "A summary in the office's own words.").SignedIn();
        Field(report => report.Problems, "Problems (ปัญหาอุปสรรค) in the office's own words.").SignedIn();
        Field(report => report.Suggestions, "Suggestions (ข้อเสนอแนะ) in the office's own words.").SignedIn();
        Field(report => report.SubmittedAt, "When it was submitted; null for a draft.");
        Field(report => report.SubmittedBy, "Who submitted it; null for a draft.").SignedIn().Personal();
        Group(
            "money",
            ReportedMoneyGroup.Type,
            "The money of all projects together.",
            null,
            ReportedMoneyGroup.Fields<QuarterlyReport>(report => report.Money)
        );
        Parts();
        GroupByOffice(report => report.Office);
        GroupBy("FISCAL_YEAR", report => report.FiscalYear, "The fiscal year (Buddhist era).");
        GroupBy("QUARTER", report => report.Quarter, "The reported quarter.");
        GroupBy("STATUS", report => report.Status, "Whether it was submitted.");
    }

    private void Parts()
    {
        Many<QuarterlyReportProject>(
            "projects",
            one => one.ReportId,
            one => one.Position,
            "The projects that were approved at some time, in the plan's order."
        );
        Many<QuarterlyReportIndicator>(
            "indicators",
            one => one.ReportId,
            one => one.Position,
            "The indicators of the strategies with a target of the year."
        );
        Many<QuarterlyReportEvent>(
            "events",
            one => one.ReportId,
            one => one.Position,
            "The office's offerings with a session in the quarter, in time."
        );
        Many<QuarterlyReportPeople>(
                "people",
                one => one.ReportId,
                one => one.Minutes,
                "The people at all events together, each counted once, for the office's development officers."
            )
            .Only((QuarterlyReportPeople one) => one.EventId, null)
            .First();
    }
}
