using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Indicators;
using TeacherDevPlan.Domain.Plans.Document;

namespace TeacherDevPlan.Domain.Plans;

/// <summary>A strategy (กลยุทธ์) of a strategic plan, with its objectives, indicators and guidelines.</summary>
public sealed class Strategy : Entity, IShared
{
    private readonly List<StrategyText> objectives = [];
    private readonly List<Indicator> indicators = [];
    private readonly List<Guideline> guidelines = [];

    public Guid StrategicPlanId { get; private set; }

    public StrategicPlan StrategicPlan { get; private set; } = null!;

    public int Number { get; internal init; }

    public string Name { get; private set; } = "";

    /// <summary>Whether a published plan states the strategy. The database sets it.</summary>
    public bool Published { get; private init; }

    public IReadOnlyList<StrategyText> Objectives => objectives;

    public IReadOnlyList<Indicator> Indicators => indicators;

    public IReadOnlyList<Guideline> Guidelines => guidelines;

    public IReadOnlyList<Project> Projects { get; private set; } = new List<Project>();

    internal void Apply(StrategyDocument document)
    {
        Name = document.Name;
        StrategyText.Merge(objectives, [.. TextItems.Of(StrategyTextKind.Objective, document.Objectives)]);
        Indicator.Merge(indicators, document.Indicators);
        Merge.Into(
            guidelines,
            document.Guidelines,
            guideline => guideline.Number,
            guideline => guideline.Number,
            guideline => new Guideline { Number = guideline.Number },
            (guideline, stated, position) => guideline.Apply(stated, position)
        );
    }
}

public sealed class StrategyText : NumberedText<StrategyTextKind>
{
    public Guid StrategyId { get; private set; }
}

public enum StrategyTextKind
{
    Objective,
}

/// <summary>A guideline (แนวทางการพัฒนา) of a strategy and the level that is to follow it.</summary>
public sealed class Guideline : Entity, IInOrder
{
    public Guid StrategyId { get; private set; }

    public int Position { get; private set; }

    public int Number { get; internal init; }

    public string? Heading { get; private set; }

    public string Text { get; private set; } = "";

    public ResponsibleLevel Level { get; private set; }

    internal void Apply(GuidelineDocument document, int position) =>
        (Heading, Text, Level, Position) = (document.Heading, document.Text, document.Level, position);
}
