using TeacherDevPlan.Application.Common.Querying;
using TeacherDevPlan.Domain.Plans;

namespace TeacherDevPlan.Application.Plans;

public sealed class CalendarStepModel : QueryModel<CalendarStep>
{
    public CalendarStepModel()
        : base("CalendarStep")
    {
        Value("number", step => step.Number);
        Value("name", step => step.Name);
        ValueList("months", step => step.Months);
    }
}

public sealed class PlanSectionModel : QueryModel<PlanSection>
{
    public PlanSectionModel()
        : base("PlanSection")
    {
        Value("number", section => section.Number);
        Value("heading", section => section.Heading);
        Value("level", section => section.Level);
        List("items", section => section.Items);
    }
}

public sealed class StrategicPlanModel : QueryModel<StrategicPlan>
{
    public StrategicPlanModel()
        : base("StrategicPlan")
    {
        Id(plan => plan.Id);
        Related("office", plan => plan.Office);
        Value("firstFiscalYear", plan => plan.FirstFiscalYear);
        Value("lastFiscalYear", plan => plan.LastFiscalYear);
        Value(
            "vision",
            plan =>
                plan.Texts.Where(text => text.Kind == StrategicPlanTextKind.Vision)
                    .Select(text => text.Text)
                    .FirstOrDefault(),
            sortable: false
        );
        List("missions", plan => plan.Texts.Where(text => text.Kind == StrategicPlanTextKind.Mission));
        List("goals", plan => plan.Texts.Where(text => text.Kind == StrategicPlanTextKind.Goal));
        Value(
            "values",
            plan =>
                plan.Texts.Where(text => text.Kind == StrategicPlanTextKind.Values)
                    .Select(text => text.Text)
                    .FirstOrDefault(),
            sortable: false
        );
        List("successFactors", plan => plan.Texts.Where(text => text.Kind == StrategicPlanTextKind.SuccessFactor));
        List("strategies", plan => plan.Strategies);
    }
}

public sealed class StrategyModel : QueryModel<Strategy>
{
    public StrategyModel()
        : base("Strategy")
    {
        DefaultOrder = [strategy => strategy.Number];
        Id(strategy => strategy.Id);
        Related("strategicPlan", strategy => strategy.StrategicPlan);
        Value("number", strategy => strategy.Number);
        Value("name", strategy => strategy.Name);
        List("objectives", strategy => strategy.Objectives);
        List("indicators", strategy => strategy.Indicators);
        List("guidelines", strategy => strategy.Guidelines);
        List("projects", strategy => strategy.Projects);
    }
}

public sealed class GuidelineModel : QueryModel<Guideline>
{
    public GuidelineModel()
        : base("Guideline")
    {
        Value("number", guideline => guideline.Number);
        Value("heading", guideline => guideline.Heading);
        Value("text", guideline => guideline.Text);
        Value("level", guideline => guideline.Level);
    }
}
