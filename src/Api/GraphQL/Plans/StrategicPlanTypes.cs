using TeacherDevPlan.Api.GraphQL.Conventions;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Indicators;
using TeacherDevPlan.Domain.Offices;
using TeacherDevPlan.Domain.Plans;
using TeacherDevPlan.Domain.Projects;

namespace TeacherDevPlan.Api.GraphQL.Plans;

internal sealed class StrategicPlanType : NodeType<StrategicPlan>
{
    public StrategicPlanType()
        : base("An office's strategic plan (แผนพัฒนาการศึกษา) over several fiscal years.")
    {
        One<Office>("office", "Office!", plan => plan.OfficeId, "Whose plan it is.");
        Value("firstFiscalYear", "Int!", plan => plan.FirstFiscalYear, "Buddhist era.");
        Value("lastFiscalYear", "Int!", plan => plan.LastFiscalYear, "Buddhist era.");
        One("vision", StrategicPlanTextKind.Vision, "Vision (วิสัยทัศน์); null where it is not recorded.");
        Source("visionSource", "vision", "Where the vision is printed.");
        List("missions", StrategicPlanTextKind.Mission, "Missions (พันธกิจ).");
        List("goals", StrategicPlanTextKind.Goal, "Goals (เป้าประสงค์).");
        One("values", StrategicPlanTextKind.Values, "Values (ค่านิยม); null where they are not recorded.");
        Source("valuesSource", "values", "Where the values are printed.");
        List("successFactors", StrategicPlanTextKind.SuccessFactor, "Success factors (ปัจจัยแห่งความสำเร็จ).");
        Many<Strategy>(
            "strategies",
            "[Strategy!]!",
            strategy => strategy.StrategicPlanId,
            strategy => strategy.Number,
            "Its strategies, by number.",
            seenWithParent: true
        );
    }

    private void One(string name, StrategicPlanTextKind kind, string description) =>
        Many<StrategicPlanText>(
            name,
            "String",
            text => text.StrategicPlanId,
            text => text.Position,
            texts => texts.FirstOrDefault()?.Text,
            description,
            text => text.Kind == kind
        );

    private void List(string name, StrategicPlanTextKind kind, string description) =>
        Many<StrategicPlanText>(
            name,
            "[NumberedText!]!",
            text => text.StrategicPlanId,
            text => text.Position,
            description,
            text => text.Kind == kind
        );
}

internal sealed class NumberedTextType : RowType<NumberedText>
{
    public NumberedTextType()
        : base("NumberedText", "A numbered piece of a plan's running text.")
    {
        Value("number", "String!", text => text.Number ?? "", "As printed, with Arabic digits: \"1\", \"2.3\".");
        Value("text", "String!", text => text.Text, "As printed.");
        Source();
    }
}

internal sealed class StrategyType : NodeType<Strategy>
{
    public StrategyType()
        : base("A strategy (กลยุทธ์) of a strategic plan.")
    {
        One<StrategicPlan>(
            "strategicPlan",
            "StrategicPlan!",
            strategy => strategy.StrategicPlanId,
            "The plan it is part of."
        );
        Value("number", "Int!", strategy => strategy.Number, "As printed.");
        Value("name", "String!", strategy => strategy.Name, "As printed in the plan's list of strategies.");
        Source();
        Many<StrategyText>(
            "objectives",
            "[NumberedText!]!",
            text => text.StrategyId,
            text => text.Position,
            "Strategic objectives (เป้าประสงค์เชิงกลยุทธ์)."
        );
        Many<Indicator>(
            "indicators",
            "[Indicator!]!",
            indicator => indicator.StrategyId,
            indicator => indicator.Number,
            "Its indicators, by number.",
            seenWithParent: true
        );
        Many<Guideline>(
            "guidelines",
            "[Guideline!]!",
            guideline => guideline.StrategyId,
            guideline => guideline.Position,
            "Its guidelines (แนวทางการพัฒนา), in order."
        );
        Connection<Project>(
            "projects",
            "ProjectsConnection!",
            project => project.StrategyId,
            "The projects that serve it."
        );
    }
}

internal sealed class GuidelineType : RowType<Guideline>
{
    public GuidelineType()
        : base("Guideline", "A guideline (แนวทางการพัฒนา) of a strategy.")
    {
        Value("number", "Int!", guideline => guideline.Number, "As printed.");
        Value("heading", "String", guideline => guideline.Heading, "The heading it stands under, if any.");
        Value("text", "String!", guideline => guideline.Text, "As printed.");
        Value("level", "ResponsibleLevel!", guideline => guideline.Level, "Who is to follow it.");
        Source();
    }
}
