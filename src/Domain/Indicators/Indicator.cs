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

    /// <summary>As the office says; it counts where the indicator is linked to no definition.</summary>
    public IndicatorDirection OwnDirection { get; private set; }

    /// <summary>That of its definition, or else its own. The database gives it on to the targets.</summary>
    public IndicatorDirection Direction { get; private set; }

    /// <summary>In the indicator's unit; null where no baseline is known.</summary>
    public decimal? BaselineValue { get; private set; }

    /// <summary>Buddhist era.</summary>
    public int? BaselineFiscalYear { get; private set; }

    public IndicatorBaseline? Baseline =>
        BaselineValue is { } value && BaselineFiscalYear is { } year ? new IndicatorBaseline(year, value) : null;

    /// <summary>The indicator of the ministry's catalogue that it is; null where it is linked to none.</summary>
    public Guid? DefinitionId { get; private set; }

    public IndicatorDefinition? Definition { get; private set; }

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

    /// <summary>Says which results are better, and where it stood before; what is null stays as it is.</summary>
    public void Describe(IndicatorDirection? direction, IndicatorBaseline? baseline)
    {
        OwnDirection = direction ?? OwnDirection;
        if (DefinitionId is null)
            Direction = OwnDirection;
        if (baseline is not null)
            (BaselineFiscalYear, BaselineValue) = (baseline.FiscalYear, baseline.Value);
    }

    public void ForgetBaseline() => (BaselineFiscalYear, BaselineValue) = (null, null);

    /// <summary>Makes it one of the catalogue's, or none of them.</summary>
    public void Link(IndicatorDefinition? definition)
    {
        (Definition, DefinitionId) = (definition, definition?.Id);
        Direction = definition?.Direction ?? OwnDirection;
    }

    private void Apply(IndicatorDocument document)
    {
        (Name, Unit, Level) = (document.Name, document.Unit, document.Level);
        Describe(document.Direction, document.Baseline);
        Common.Merge.Into(
            targets,
            document.Targets,
            target => target.FiscalYear,
            target => target.FiscalYear,
            target => new IndicatorTarget { FiscalYear = target.FiscalYear, Direction = Direction },
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

    /// <summary>That of its indicator.</summary>
    public IndicatorDirection Direction { get; internal init; }

    /// <summary>The result that counts; null until one is reported.</summary>
    public decimal? Result { get; private set; }

    public decimal? Numerator { get; private set; }

    public decimal? Denominator { get; private set; }

    /// <summary>The entry that reported the result that counts.</summary>
    public Guid? ResultId { get; private set; }

    /// <summary>How many entries there are about its result.</summary>
    public int ResultEntries { get; private set; }

    public decimal? Achievement => Indicators.Achievement.Of(Result, Target, Direction);

    public AchievementStatus Status => Indicators.Achievement.StatusOf(Result, Target, Direction);
}
