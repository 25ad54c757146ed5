using TeacherDevPlan.Application.Budgets;
using TeacherDevPlan.Application.Common.Querying;
using TeacherDevPlan.Domain.Plans;

namespace TeacherDevPlan.Application.Plans;

/// <summary>Development plans, by fiscal year and then by office.</summary>
public sealed record ListDevelopmentPlans(ListArguments Arguments) : ListQuery<DevelopmentPlan>(Arguments);

public sealed class ListDevelopmentPlansHandler(ListPlanner planner)
    : ListQueryHandler<ListDevelopmentPlans, DevelopmentPlan>(planner);

public sealed class DevelopmentPlanModel : QueryModel<DevelopmentPlan>
{
    public DevelopmentPlanModel()
        : base("DevelopmentPlan")
    {
        DefaultOrder = [plan => plan.FiscalYear, plan => plan.Office.Code];
        Id(plan => plan.Id);
        Related("office", plan => plan.Office);
        Value("fiscalYear", plan => plan.FiscalYear);
        Value("title", plan => plan.Title);
        Value("startsOn", plan => plan.StartsOn);
        Value("endsOn", plan => plan.EndsOn);
        List("focusPoints", plan => plan.Texts.Where(text => text.Kind == DevelopmentPlanTextKind.FocusPoint));
        List("needs", plan => plan.Texts.Where(text => text.Kind == DevelopmentPlanTextKind.Need));
        List("sections", plan => plan.Sections);
        List("projects", plan => plan.Projects);
        Group(
            "budget",
            "BudgetPosition",
            BudgetFigures.Sum<DevelopmentPlan>(plan => plan.Projects.SelectMany(project => project.Activities))
        );
        List("calendar", plan => plan.Calendar);
        List("findings", plan => plan.Findings);
    }
}
