using TeacherDevPlan.Domain.Indicators;

namespace TeacherDevPlan.Domain.Plans;

/// <summary>An entry about an indicator's result of one fiscal year.</summary>
public sealed class IndicatorResult : ResultEntry
{
    private IndicatorResult() { }

    public Guid TargetId { get; private init; }

    public Guid IndicatorId { get; private init; }

    /// <summary>Buddhist era.</summary>
    public int FiscalYear { get; private init; }

    /// <summary>A new entry about it, to be made a report or a withdrawal.</summary>
    public static IndicatorResult On(IndicatorTarget target) =>
        new()
        {
            TargetId = target.Id,
            IndicatorId = target.IndicatorId,
            FiscalYear = target.FiscalYear,
        };
}
