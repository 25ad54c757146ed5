using System.Linq.Expressions;
using TeacherDevPlan.Application.Common.Querying;
using TeacherDevPlan.Domain.Indicators;

namespace TeacherDevPlan.Application.Indicators;

/// <summary>Achievement and status are computed as <see cref="Domain.Indicators.Achievement"/> does.</summary>
public sealed class IndicatorTargetModel : QueryModel<IndicatorTarget>
{
    /// <summary>In the database, which rounds half away from zero.</summary>
    internal static readonly Expression<Func<IndicatorTarget, decimal?>> Achievement = target =>
        target.Result == null || target.Target <= 0 ? null
        : target.Direction == IndicatorDirection.HigherIsBetter
            ? (decimal?)Math.Round(target.Result.Value * 100 / target.Target, 2)
        : target.Result <= 0 ? null
        : (decimal?)Math.Round(target.Target * 100 / target.Result.Value, 2);

    /// <summary>In its API spelling.</summary>
    internal static readonly Expression<Func<IndicatorTarget, string>> Status = target =>
        target.Result == null ? "NOT_REPORTED"
        : target.Direction == IndicatorDirection.LowerIsBetter
            ? (
                target.Result <= target.Target ? "ACHIEVED"
                : target.Target > 0 && target.Target * 100 >= target.Result * 80 ? "ON_TRACK"
                : "OFF_TRACK"
            )
        : target.Result >= target.Target ? "ACHIEVED"
        : target.Target > 0 && target.Result * 100 >= target.Target * 80 ? "ON_TRACK"
        : "OFF_TRACK";

    public IndicatorTargetModel()
        : base("IndicatorTarget")
    {
        Value("fiscalYear", target => target.FiscalYear);
        Value("target", target => target.Target);
        Value("result", target => target.Result);
        Value("numerator", target => target.Numerator);
        Value("denominator", target => target.Denominator);
        Value("achievement", Achievement);
        Computed<AchievementStatus>("status", Status);
    }
}
