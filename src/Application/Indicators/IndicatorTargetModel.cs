using TeacherDevPlan.Application.Common.Querying;
using TeacherDevPlan.Domain.Indicators;

namespace TeacherDevPlan.Application.Indicators;

/// <summary>Achievement and status are computed as <see cref="Achievement"/> does.</summary>
public sealed class IndicatorTargetModel : QueryModel<IndicatorTarget>
{
    public IndicatorTargetModel()
        : base("IndicatorTarget")
    {
        Value("fiscalYear", target => target.FiscalYear);
        Value("target", target => target.Target);
        Value("result", target => target.Result);
        Value(
            "achievement",
            target => target.Target == 0 ? null : (decimal?)Math.Round(target.Result!.Value / target.Target * 100, 2)
        );
        Computed<AchievementStatus>(
            "status",
            target =>
                target.Result == null ? "NOT_REPORTED"
                : target.Target == 0 ? (target.Result >= 0 ? "ACHIEVED" : "OFF_TRACK")
                : target.Result / target.Target * 100 >= 100 ? "ACHIEVED"
                : target.Result / target.Target * 100 >= 80 ? "ON_TRACK"
                : "OFF_TRACK"
        );
    }
}
