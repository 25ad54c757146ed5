using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Plans;
using TeacherDevPlan.Domain.Plans.Document;

namespace TeacherDevPlan.Domain.Indicators;

/// <summary>An indicator (ตัวชี้วัด) of a strategy, with a target for each fiscal year of the strategic plan.</summary>
public sealed class Indicator : Entity
{
    private readonly List<IndicatorTarget> targets = [];

    public Guid StrategyId { get; private set; }

    public Strategy Strategy { get; private set; } = null!;

    public int Number { get; private init; }

    public string Name { get; private set; } = "";

    /// <summary>As printed: "ร้อยละ" is percent.</summary>
    public string Unit { get; private set; } = "";

    public ResponsibleLevel Level { get; private set; }

    public IReadOnlyList<IndicatorTarget> Targets => targets;

    internal static void Merge(List<Indicator> indicators, IReadOnlyList<IndicatorDocument> documents) =>
        Common.Merge.Into(
            indicators,
            documents,
            indicator => indicator.Number,
            document => document.Number,
            document => new Indicator { Number = document.Number },
            (indicator, document, _) => indicator.Apply(document)
        );

    private void Apply(IndicatorDocument document)
    {
        (Name, Unit, Level) = (document.Name, document.Unit, document.Level);
        Common.Merge.Into(
            targets,
            document.Targets,
            target => target.FiscalYear,
            target => target.FiscalYear,
            target => new IndicatorTarget { FiscalYear = target.FiscalYear },
            (target, stated, _) => target.Target = stated.Target
        );
    }
}

/// <summary>What an indicator should reach in one fiscal year (Buddhist era), in the indicator's unit.</summary>
public sealed class IndicatorTarget : Entity
{
    public Guid IndicatorId { get; private set; }

    public int FiscalYear { get; internal init; }

    public decimal Target { get; internal set; }

    /// <summary>The latest accepted result; null until one is reported.</summary>
    public decimal? Result { get; private set; }

    public decimal? Achievement => Indicators.Achievement.Of(Result, Target);

    public AchievementStatus Status => Indicators.Achievement.StatusOf(Result, Target);
}
