using TeacherDevPlan.Application.Common.Models;
using TeacherDevPlan.Domain.Budgets;
using TeacherDevPlan.Domain.Careers;
using TeacherDevPlan.Domain.Committees;
using TeacherDevPlan.Domain.Events;
using TeacherDevPlan.Domain.Offices;
using TeacherDevPlan.Domain.Plans;
using TeacherDevPlan.Domain.Vocabulary;

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
        HasListBudget = true;
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
        One<DevelopmentPlan>("plan", project => project.PlanId, "The plan that the project belongs to.");
        Field(project => project.Number, "Number in the plan's list of projects.").Indexed();
        Field(project => project.Name, "Name as printed in the plan's list of projects.").Indexed();
        Field(project => project.NamePrinted, "Name as printed in the project's chapter.").Indexed();
        Field(project => project.Nature, "New or continuing.").Indexed();
        Field(project => project.Status, "The status.");
        One<Strategy>("strategy", project => project.StrategyId, "The strategy that the project belongs to.");
        Field(project => project.StrategyPrinted, "The strategy's name as printed with the project.").Indexed();
        One<OrgUnit>(
            "responsibleUnit",
            project => project.ResponsibleUnitId,
            "The unit that is responsible for the project."
        );
        Field(project => project.ResponsibleUnitPrinted, "The unit's name as printed with the project.").Indexed();
        Many<ProjectOwner>("owners", o => o.ProjectId, o => o.Order, "The responsible people, as printed.");
        Field(project => project.StartsOn, "First day of the project's period.").Indexed();
        Field(project => project.EndsOn, "Last day of the project's period.").Indexed();
        Field(project => project.PeriodPrinted, "The period as printed, in Thai.").Indexed();
        Field(project => project.Venue, "The venue, as printed.").Indexed();
        Field(
                project => project.VirementAllowed,
                "Whether virement is allowed: amounts may move between the project's items (ขอถัวจ่ายทุกรายการ)."
            )
            .Indexed();
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
        Texts("headings", ProjectTextKind.Heading, "The headings of the chapter, in order.");
        Texts(
            "successMeasures",
            ProjectTextKind.SuccessMeasure,
            "The measures of success in the chapter's text (ดัชนีชี้วัดความสำเร็จ), before the table of indicators."
        );
    }

    private void Parts()
    {
        Many<ProjectKpi>("kpis", kpi => kpi.ProjectId, kpi => kpi.Position, "The success indicators, in order.");
        Page<ProgressReport>(
            "progressReports",
            report => report.ProjectId,
            "The progress reports after each quarter, all revisions, in order of submission."
        );
        Many<FundingSource>(
            "fundingSources",
            source => source.ProjectId,
            source => source.Position,
            "The funding sources, as printed."
        );
        Field(
                project => project.StatedBudget,
                "The stated total in baht, as printed, even if the items add up to a different sum."
            )
            .Indexed();
        Source("statedBudgetSource", "statedBudget", "Where the stated budget is printed.");
        Group(
            "printedTotals",
            PrintedAmountsGroup.Type,
            "The total row of the spending table.",
            null,
            PrintedAmountsGroup.Fields<Project>(project => project.PrintedTotals, "printedTotals/", isIndexed: true)
        );
    }

    private void Money()
    {
        Many<Activity>(
                "activities",
                activity => activity.ProjectId,
                activity => activity.Position,
                "The top-level activities, in order."
            )
            .Only((Activity activity) => activity.ParentId, null);
        Budget("budget", BudgetScope.Project, "The total amounts of all activities.");
        Page<Offering>("offerings", offering => offering.ProjectId, "The offerings that are for its activities.");
        Page<MonitoringVisit>(
            "monitoringVisits",
            visit => visit.ProjectId,
            "The monitoring visits, of those that the caller sees, by day."
        );
        Page<Award>(
            "awards",
            one => one.ProjectId,
            "The awards and nominations that it is for, of those that the caller sees, by fiscal year."
        );
        Page<LedgerEntry>(
                "ledger",
                entry => entry.ProjectId,
                "The ledger entries of all activities, in order of recording."
            )
            .NotFiltered();
        Source(description: "Where the chapter begins.");
        Many<PrintedSource>(
                "sources",
                source => source.OwnerId,
                source => source.Line,
                "Where the members of the project are printed, as far as known: name, period, venue, stated budget …",
                source => source.Member
            )
            .NotFiltered();
        Field(project => project.Version, "Increases with each change, for optimistic concurrency.").Indexed();
        Field(project => project.FiscalYear, "The fiscal year of the plan (Buddhist era).").Indexed();
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
            "The strategy that the project belongs to."
        );
        GroupBy("STRATEGY_NAME", project => project.Strategy.Name, "The strategy's name, across offices.");
        GroupBy<OrgUnit>(
            "RESPONSIBLE_UNIT",
            project => project.ResponsibleUnitId,
            project => project.ResponsibleUnit.Name,
            "The unit that is responsible for the project."
        );
        GroupBy(
            "RESPONSIBLE_UNIT_NAME",
            project => project.ResponsibleUnit.Name,
            "The name of the responsible unit, across offices."
        );
        GroupBy("STATUS", project => project.Status, "The status.");
        GroupBy("NATURE", project => project.Nature, "New or continuing.");
        GroupBy(
            "VIREMENT_ALLOWED",
            project => project.VirementAllowed,
            "Whether amounts may move between the project's items."
        );
        GroupByDate("STARTS_ON", project => project.StartsOn, "the first day of the project's period");
        GroupByDate("ENDS_ON", project => project.EndsOn, "the last day of the project's period");
    }

    private ManyField Texts(string name, ProjectTextKind kind, string description) =>
        Many<ProjectText>(name, text => text.ProjectId, text => text.Position, description)
            .Only((ProjectText text) => text.Kind, kind);
}
