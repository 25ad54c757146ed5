using TeacherDevPlan.Application.Budgets;
using TeacherDevPlan.Application.Common.Querying;
using TeacherDevPlan.Domain.Projects;

namespace TeacherDevPlan.Application.Projects;

/// <summary>Projects, in the order of their numbers.</summary>
public sealed record ListProjects(ListArguments Arguments) : ListQuery<Project>(Arguments);

public sealed class ListProjectsHandler(ListPlanner planner) : ListQueryHandler<ListProjects, Project>(planner);

public sealed class ProjectModel : QueryModel<Project>
{
    public ProjectModel()
        : base("Project")
    {
        DefaultOrder = [project => project.Number];
        Id(project => project.Id);
        Related("plan", project => project.Plan);
        Value("number", project => project.Number);
        Value("name", project => project.Name);
        Value("namePrinted", project => project.NamePrinted);
        Value("nature", project => project.Nature);
        Value("status", project => project.Status);
        Related("strategy", project => project.Strategy);
        Value("strategyPrinted", project => project.StrategyPrinted);
        Related("responsibleUnit", project => project.ResponsibleUnit);
        Value("responsibleUnitPrinted", project => project.ResponsibleUnitPrinted);
        List("owners", project => project.Owners);
        Value("startsOn", project => project.StartsOn);
        Value("endsOn", project => project.EndsOn);
        Value("periodPrinted", project => project.PeriodPrinted);
        Value("venue", project => project.Venue);
        Value("virementAllowed", project => project.VirementAllowed);
        Value(
            "rationale",
            project =>
                project
                    .Texts.Where(text => text.Kind == ProjectTextKind.Rationale)
                    .Select(text => text.Text)
                    .FirstOrDefault(),
            sortable: false
        );
        List("objectives", project => project.Texts.Where(text => text.Kind == ProjectTextKind.Objective));
        List("outputTargets", project => project.Texts.Where(text => text.Kind == ProjectTextKind.OutputTarget));
        List("outcomeTargets", project => project.Texts.Where(text => text.Kind == ProjectTextKind.OutcomeTarget));
        ValueList(
            "targetGroups",
            project => project.Texts.Where(text => text.Kind == ProjectTextKind.TargetGroup).Select(text => text.Text)
        );
        List("expectedResults", project => project.Texts.Where(text => text.Kind == ProjectTextKind.ExpectedResult));
        List("headings", project => project.Texts.Where(text => text.Kind == ProjectTextKind.Heading));
        List("successMeasures", project => project.Texts.Where(text => text.Kind == ProjectTextKind.SuccessMeasure));
        List("kpis", project => project.Kpis);
        List("progressReports", project => project.ProgressReports);
        List("fundingSources", project => project.FundingSources);
        Value("statedBudget", project => project.StatedBudget);
        List("activities", project => project.Activities.Where(activity => activity.ParentId == null));
        Group("budget", "BudgetPosition", BudgetFigures.Sum<Project>(project => project.Activities));
        Group(
            "printedTotals",
            "PrintedAmounts",
            ("q1", project => project.PrintedTotals.Q1),
            ("q2", project => project.PrintedTotals.Q2),
            ("q3", project => project.PrintedTotals.Q3),
            ("q4", project => project.PrintedTotals.Q4),
            ("total", project => project.PrintedTotals.Total)
        );
        Value("version", project => project.Version);
    }
}
