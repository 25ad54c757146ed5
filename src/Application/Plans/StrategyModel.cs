using TeacherDevPlan.Application.Common.Models;
using TeacherDevPlan.Domain.Plans;

namespace TeacherDevPlan.Application.Plans;

public sealed class StrategyModel : Model<Strategy>
{
    public StrategyModel()
        : base("A strategy (กลยุทธ์) of a strategic plan.")
    {
        SeenBy(
            Seen.Either(When(strategy => strategy.Published), OwnOffice(strategy => strategy.StrategicPlan.Office.Code))
        );
        Lists("Strategies");
        Order(strategy => strategy.Number);
        Root("strategies", "Strategies of all strategic plans, by number.");
        Key(strategy => strategy.Id);
        RootById("strategy", "The strategy with this id, or null.");
        One<StrategicPlan>(
            "strategicPlan",
            strategy => strategy.StrategicPlanId,
            "The strategic plan that the strategy belongs to."
        );
        Field(strategy => strategy.Number, "As printed.");
        Field(strategy => strategy.Name, "Name as printed in the plan's list of strategies.");
        Source();
        Many<StrategyText>(
            "objectives",
            text => text.StrategyId,
            text => text.Position,
            "Strategic objectives (เป้าประสงค์เชิงกลยุทธ์)."
        );
        Many<Indicator>(
            "indicators",
            indicator => indicator.StrategyId,
            indicator => indicator.Number,
            "The indicators, by number."
        );
        Many<Guideline>(
            "guidelines",
            guideline => guideline.StrategyId,
            guideline => guideline.Position,
            "The guidelines (แนวทางการพัฒนา), in order."
        );
        Page<Project>("projects", project => project.StrategyId, "The projects of the strategy.");
        GroupByOffice(strategy => strategy.StrategicPlan.Office);
        GroupBy("NAME", strategy => strategy.Name, "The name, across offices.");
    }
}
