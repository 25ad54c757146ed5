namespace TeacherDevPlan.Domain.Indicators;

/// <summary>An entry about an indicator's result of one fiscal year.</summary>
public sealed class IndicatorResult : ResultEntry
{
    private IndicatorResult() { }

    public Guid TargetId { get; private init; }

    public Guid IndicatorId { get; private init; }

    /// <summary>Buddhist era.</summary>
    public int FiscalYear { get; private init; }

    public static IndicatorResult Report(
        IndicatorTarget target,
        ResultStanding standing,
        Measurement measured,
        string? evidence,
        string? note
    )
    {
        var result = On(target);
        result.Report(standing, measured, evidence, note);
        return result;
    }

    public static IndicatorResult Withdraw(
        IndicatorTarget target,
        ResultStanding standing,
        IndicatorResult counting,
        string reason
    )
    {
        var result = On(target);
        result.Withdraw(standing, counting.PreviousId, reason);
        return result;
    }

    private static IndicatorResult On(IndicatorTarget target) =>
        new()
        {
            TargetId = target.Id,
            IndicatorId = target.IndicatorId,
            FiscalYear = target.FiscalYear,
        };
}
