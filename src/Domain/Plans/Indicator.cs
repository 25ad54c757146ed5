using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Indicators;
using TeacherDevPlan.Domain.Plans.Document;

namespace TeacherDevPlan.Domain.Plans;

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

    /// <summary>The office's own direction; used if the indicator is linked to no definition.</summary>
    public IndicatorDirection OwnDirection { get; private set; }

    /// <summary>
    /// The effective direction: that of the definition, otherwise the indicator's own. The database copies it to the
    /// targets.
    /// </summary>
    public IndicatorDirection Direction { get; private set; }

    /// <summary>The baseline in the indicator's unit; null if there is none.</summary>
    public decimal? BaselineValue { get; private set; }

    /// <summary>Buddhist era.</summary>
    public int? BaselineFiscalYear { get; private set; }

    public IndicatorBaseline? Baseline =>
        BaselineValue is { } value && BaselineFiscalYear is { } year ? new IndicatorBaseline(year, value) : null;

    /// <summary>The definition in the ministry's catalogue; null if the indicator is not linked.</summary>
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

    /// <summary>Sets the direction and the baseline; null leaves a value unchanged.</summary>
    public void Describe(IndicatorDirection? direction, IndicatorBaseline? baseline)
    {
        OwnDirection = direction ?? OwnDirection;
        if (DefinitionId is null)
            Direction = OwnDirection;
        if (baseline is not null)
            (BaselineFiscalYear, BaselineValue) = (baseline.FiscalYear, baseline.Value);
    }

    public void ForgetBaseline() => (BaselineFiscalYear, BaselineValue) = (null, null);

    /// <summary>Links the indicator to a definition, or removes the link.</summary>
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

/// <summary>The target of an indicator for one fiscal year (Buddhist era), in the indicator's unit.</summary>
public sealed class IndicatorTarget : Entity
{
    public Guid IndicatorId { get; private set; }

    public int FiscalYear { get; internal init; }

    public decimal Target { get; internal set; }

    /// <summary>The indicator's direction.</summary>
    public IndicatorDirection Direction { get; internal init; }

    /// <summary>The counting result; null until one is reported.</summary>
    public decimal? Result { get; private set; }

    public decimal? Numerator { get; private set; }

    public decimal? Denominator { get; private set; }

    /// <summary>The entry with the counting result.</summary>
    public Guid? ResultId { get; private set; }

    /// <summary>The number of entries about the result.</summary>
    public int ResultEntries { get; private set; }

    public decimal? Achievement => Indicators.Achievement.Of(Result, Target, Direction);

    public AchievementStatus Status => Indicators.Achievement.StatusOf(Result, Target, Direction);
}
