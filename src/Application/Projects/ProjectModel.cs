using TeacherDevPlan.Application.Common.Models;
using TeacherDevPlan.Domain.Budgets;
using TeacherDevPlan.Domain.Offices;
using TeacherDevPlan.Domain.Plans;
using TeacherDevPlan.Domain.Projects;

namespace TeacherDevPlan.Application.Projects;

public sealed class ProjectModel : Model<Project>
{
    public ProjectModel()
        : base("A project (โครงการ) of a development plan.")
    {
        SeenBy(
            Seen.Either(
                Unless(project => project.Status, ProjectStatus.Draft, ProjectStatus.Submitted),
                OwnOffice(project => project.Plan.Office.Code)
            )
        );
        Lists("Projects");
        ListsTellBudget();
        Order(project => project.Number);
        Root("projects", "Projects of all plans, by number.");
        Key(project => project.Id);
        RootById("project", "The project with this id, or null.");
        Head();
        Chapter();
        Parts();
        Money();
        Groups();
    }

    private void Head()
    {
        One<DevelopmentPlan>("plan", project => project.PlanId, "The plan it is part of.");
        Field(project => project.Number, "Its number in the plan's list of projects.");
        Field(project => project.Name, "As printed in the plan's list of projects.");
        Field(project => project.NamePrinted, "As printed in its own chapter.");
        Field(project => project.Nature, "New or continuing.");
        Field(project => project.Status, "Where it stands.");
        One<Strategy>("strategy", project => project.StrategyId, "The strategy it serves.");
        Field(project => project.StrategyPrinted, "The strategy's name as printed with the project.");
        One<OrgUnit>("responsibleUnit", project => project.ResponsibleUnitId, "The unit that answers for it.");
        Field(project => project.ResponsibleUnitPrinted, "The unit's name as printed with the project.");
        Many<ProjectOwner>("owners", o => o.ProjectId, o => o.Order, "Who is responsible, as printed.");
        Field(project => project.StartsOn, "First day of its period.");
        Field(project => project.EndsOn, "Last day of its period.");
        Field(project => project.PeriodPrinted, "Its period as printed, in Thai.");
        Field(project => project.Venue, "Where it takes place, as printed.");
        Field(
            project => project.VirementAllowed,
            "Whether amounts may move between its own items (ขอถัวจ่ายทุกรายการ)."
        );
    }

    private void Chapter()
    {
        Texts("rationale", ProjectTextKind.Rationale, "Rationale (หลักการและเหตุผล).")
            .FirstText((ProjectText text) => text.Text);
        Source("rationaleSource", "rationale", "Where the rationale is printed.");
        Texts("objectives", ProjectTextKind.Objective, "Objectives (วัตถุประสงค์).");
        Texts("outputTargets", ProjectTextKind.OutputTarget, "Output targets (เป้าหมายเชิงผลผลิต).");
        Texts("outcomeTargets", ProjectTextKind.OutcomeTarget, "Outcome targets (เป้าหมายเชิงผลลัพธ์).");
        Texts(
                "targetGroups",
                ProjectTextKind.TargetGroup,
                "Target groups and beneficiaries (กลุ่มเป้าหมาย / ผู้ที่ได้รับผลประโยชน์)."
            )
            .Texts((ProjectText text) => text.Text);
        Texts("expectedResults", ProjectTextKind.ExpectedResult, "Expected results (ผลที่คาดว่าจะได้รับ).");
        Texts("headings", ProjectTextKind.Heading, "The headings of its chapter, in order.");
        Texts(
            "successMeasures",
            ProjectTextKind.SuccessMeasure,
            "What its chapter lists as measures of success (ดัชนีชี้วัดความสำเร็จ), before the table of follow-up."
        );
    }

    private void Parts()
    {
        Many<ProjectKpi>("kpis", kpi => kpi.ProjectId, kpi => kpi.Position, "Its success indicators, in order.");
        Page<ProgressReport>(
            "progressReports",
            report => report.ProjectId,
            "What was reported of it after each quarter, all revisions, in the order in which they were submitted."
        );
        Many<FundingSource>(
            "fundingSources",
            source => source.ProjectId,
            source => source.Position,
            "Where its money comes from, as printed."
        );
        Field(
            project => project.StatedBudget,
            "Its total in baht as printed, kept even where the items add up to another sum."
        );
        Source("statedBudgetSource", "statedBudget", "Where the stated budget is printed.");
        Group(
            "printedTotals",
            PrintedAmountsGroup.Type,
            "The total row of its spending table.",
            null,
            PrintedAmountsGroup.Fields<Project>(project => project.PrintedTotals, "printedTotals/")
        );
    }

    private void Money()
    {
        Many<Activity>(
                "activities",
                activity => activity.ProjectId,
                activity => activity.Position,
                "Its top-level activities, in order."
            )
            .Only((Activity activity) => activity.ParentId, null);
        Budget("budget", BudgetScope.Project, "The money of all its activities.");
        Page<LedgerEntry>(
                "ledger",
                entry => entry.ProjectId,
                "The movements of its money, in the order in which they were recorded."
            )
            .NotFiltered();
        Source(description: "Where its chapter begins.");
        Many<PrintedSource>(
                "sources",
                source => source.OwnerId,
                source => source.Line,
                "Where each of its members is printed that is known to be: its name, period, venue, stated budget …",
                source => source.Member
            )
            .NotFiltered();
        Field(project => project.Version, "Counts its changes, for optimistic concurrency.");
        Field(project => project.FiscalYear, "The fiscal year of its plan (Buddhist era).");
    }

    private void Groups()
    {
        GroupByOffice(project => project.Plan.Office);
        GroupBy("FISCAL_YEAR", project => project.FiscalYear, "The fiscal year (Buddhist era).");
        GroupBy<DevelopmentPlan>("PLAN", project => project.PlanId, project => project.Plan.Title, "The plan.");
        GroupBy<Strategy>(
            "STRATEGY",
            project => project.StrategyId,
            project => project.Strategy.Name,
            "The strategy that it serves."
        );
        GroupBy("STRATEGY_NAME", project => project.Strategy.Name, "The strategy's name, over all offices.");
        GroupBy<OrgUnit>(
            "RESPONSIBLE_UNIT",
            project => project.ResponsibleUnitId,
            project => project.ResponsibleUnit.Name,
            "The unit that answers for it."
        );
        GroupBy(
            "RESPONSIBLE_UNIT_NAME",
            project => project.ResponsibleUnit.Name,
            "The name of the unit that answers for it, over all offices."
        );
        GroupBy("STATUS", project => project.Status, "Where it stands.");
        GroupBy("NATURE", project => project.Nature, "New or continuing.");
        GroupBy("VIREMENT_ALLOWED", project => project.VirementAllowed, "Whether amounts may move between its items.");
        GroupByDate("STARTS_ON", project => project.StartsOn, "the first day of its period");
        GroupByDate("ENDS_ON", project => project.EndsOn, "the last day of its period");
    }

    private ManyField Texts(string name, ProjectTextKind kind, string description) =>
        Many<ProjectText>(name, text => text.ProjectId, text => text.Position, description)
            .Only((ProjectText text) => text.Kind, kind);
}
