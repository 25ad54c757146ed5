using TeacherDevPlan.Application.Budgets;
using TeacherDevPlan.Application.Common.Querying;
using TeacherDevPlan.Domain.Projects;

namespace TeacherDevPlan.Application.Projects;

public sealed class ProjectOwnerModel : QueryModel<ProjectOwner>
{
    public ProjectOwnerModel()
        : base("ProjectOwner")
    {
        Value("name", owner => owner.Name);
        Value("position", owner => owner.Position);
        Related("staffMember", owner => owner.StaffMember);
    }
}

public sealed class FundingSourceModel : QueryModel<FundingSource>
{
    public FundingSourceModel()
        : base("FundingSource")
    {
        Value("kind", source => source.Kind);
        Value("amount", source => source.Amount);
    }
}

public sealed class ProjectKpiModel : QueryModel<ProjectKpi>
{
    public ProjectKpiModel()
        : base("ProjectKpi")
    {
        Id(kpi => kpi.Id);
        Value("number", kpi => kpi.Number);
        Value("group", kpi => kpi.Group);
        Value("kind", kpi => kpi.Kind);
        Value("name", kpi => kpi.Name);
        Value("targetText", kpi => kpi.TargetText);
        Value("targetValue", kpi => kpi.TargetValue);
        Value("targetUnit", kpi => kpi.TargetUnit);
        Value("result", kpi => kpi.Result);
        Value("resultText", kpi => kpi.ResultText);
        Value("numerator", kpi => kpi.Numerator);
        Value("denominator", kpi => kpi.Denominator);
        ValueList("methods", kpi => kpi.Methods);
        ValueList("tools", kpi => kpi.Tools);
    }
}

public sealed class ActivityModel : QueryModel<Activity>
{
    public ActivityModel()
        : base("Activity")
    {
        Id(activity => activity.Id);
        Related("project", activity => activity.Project);
        Value("number", activity => activity.Number);
        Value("name", activity => activity.Name);
        Related("parent", activity => activity.Parent);
        Group(
            "printed",
            "PrintedAmounts",
            ("q1", activity => activity.Printed.Q1),
            ("q2", activity => activity.Printed.Q2),
            ("q3", activity => activity.Printed.Q3),
            ("q4", activity => activity.Printed.Q4),
            ("total", activity => activity.Printed.Total)
        );
        List("subActivities", activity => activity.SubActivities);
        Group("ownBudget", "BudgetPosition", BudgetFigures.Own());
    }
}
