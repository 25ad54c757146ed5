using TeacherDevPlan.Application.Common.Models;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Plans;

namespace TeacherDevPlan.Application.Plans;

/// <summary>Running text in numbered pieces. All of these models are one type of the API.</summary>
public abstract class NumberedTextModel<T> : Model<T>
    where T : NumberedText
{
    protected NumberedTextModel()
        : base("A numbered piece of a plan's running text.", nameof(NumberedText))
    {
        SeenBy(Seen.WithParent);
        Field(text => text.Number, "As printed, with Arabic digits: \"1\", \"2.3\".").EmptyForNull();
        Field(text => text.Text, "As printed.");
        Source();
    }
}

public sealed class ProjectTextModel : NumberedTextModel<ProjectText>;

public sealed class StrategyTextModel : NumberedTextModel<StrategyText>;

public sealed class StrategicPlanTextModel : NumberedTextModel<StrategicPlanText>;

public sealed class DevelopmentPlanTextModel : NumberedTextModel<DevelopmentPlanText>;

public sealed class PlanSectionTextModel : NumberedTextModel<PlanSectionText>;
