using TeacherDevPlan.Application.Common.Models;
using TeacherDevPlan.Domain.Findings;
using TeacherDevPlan.Domain.Offices;
using TeacherDevPlan.Domain.Plans;
using TeacherDevPlan.Domain.Reports;

namespace TeacherDevPlan.Application.Plans;

public sealed class DevelopmentPlanModel : Model<DevelopmentPlan>
{
    public DevelopmentPlanModel()
        : base("An office's plan for developing its teachers and staff in one fiscal year.")
    {
        SeenBy(Seen.Either(When(plan => plan.Published), OwnOffice(plan => plan.Office.Code)));
        Lists("DevelopmentPlans");
        Order(plan => plan.FiscalYear, plan => plan.Office.Code);
        Root(
            "developmentPlan",
            "An office's plan of one fiscal year, or null.",
            ("officeCode", plan => plan.Office.Code, "\"TH-43-P2\"."),
            ("fiscalYear", plan => plan.FiscalYear, "In the Buddhist era: 2566 is 2022-10-01 to 2023-09-30.")
        );
        Root("developmentPlans", "Development plans, by fiscal year and office.");
        Key(plan => plan.Id);
        One<Office>("office", plan => plan.OfficeId, "The office that the plan belongs to.");
        Field(plan => plan.FiscalYear, "Buddhist era: 2566 is 2022-10-01 to 2023-09-30.");
        Field(plan => plan.Title, "As printed.");
        Source(member: "title", description: "Where the title is printed.");
        Field(plan => plan.StartsOn, "First day of the fiscal year.");
        Field(plan => plan.EndsOn, "Last day of the fiscal year.");
        Field(plan => plan.Published, "Whether the plan is public; if not, it is a draft, which only its office sees.");
        Field(
                plan => plan.WaitsSince,
                "When the file was imported that waits for publishPlan; null if none waits, and for callers who do not see drafts of the office."
            )
            .ForOffice((DevelopmentPlan plan) => plan.Office.Code);
        Parts();
        GroupByOffice(plan => plan.Office);
        GroupBy("FISCAL_YEAR", plan => plan.FiscalYear, "The fiscal year (Buddhist era).");
    }

    private void Parts()
    {
        Texts("focusPoints", DevelopmentPlanTextKind.FocusPoint, "Focus points (จุดเน้น).");
        Texts(
            "needs",
            DevelopmentPlanTextKind.Need,
            "The office's development needs (ความต้องการในการพัฒนา), by field."
        );
        Many<PlanSection>(
            "sections",
            section => section.DevelopmentPlanId,
            section => section.Position,
            "Running text of the document that belongs to no other field, by heading, in order."
        );
        Many<StoredReading>(
                "reading",
                reading => reading.PlanId,
                reading => reading.PlanId,
                "How much of the document is in the plan; null if the plan was not read from a document."
            )
            .First()
            .NotFiltered();
        Page<Project>("projects", project => project.PlanId, "The projects, by number.");
        Budget("budget", BudgetScope.Plan, "The total amounts of all projects.");
        Many<CalendarStep>(
            "calendar",
            step => step.DevelopmentPlanId,
            step => step.Position,
            "The steps of the calendar (ปฏิทินการดำเนินงาน), in order."
        );
        Page<QuarterlyReport>(
            "quarterlyReports",
            report => report.PlanId,
            "The reports after each quarter, all revisions, by quarter."
        );
        Page<Finding>("findings", finding => finding.PlanId, "The contradictions within the plan.");
        Maybe<StrategicPlan>(
            "strategicPlan",
            plan => plan.StrategicPlanId,
            "The strategic plan that the plan belongs to; null if unknown."
        );
    }

    private void Texts(string name, DevelopmentPlanTextKind kind, string description) =>
        Many<DevelopmentPlanText>(name, text => text.DevelopmentPlanId, text => text.Position, description)
            .Only((DevelopmentPlanText text) => text.Kind, kind);
}
