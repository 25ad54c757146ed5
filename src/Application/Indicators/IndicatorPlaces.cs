using System.Linq.Expressions;

namespace TeacherDevPlan.Application.Indicators;

/// <summary>Groups that summaries and series have in common.</summary>
internal static class IndicatorPlaces
{
    public static readonly Expression<Func<TargetRow, Place<string>>> Office = row => new Place<string>
    {
        Key = row.Indicator.Strategy.StrategicPlan.Office.Code,
        OfficeCode = row.Indicator.Strategy.StrategicPlan.Office.Code,
        Number = 0,
        Label = row.Indicator.Strategy.StrategicPlan.Office.Name,
    };

    public static readonly Expression<Func<TargetRow, Place<string>>> Province = row => new Place<string>
    {
        Key = row.Indicator.Strategy.StrategicPlan.Office.ProvinceCode,
        OfficeCode = row.Indicator.Strategy.StrategicPlan.Office.ProvinceCode,
        Number = 0,
        Label = row.Indicator.Strategy.StrategicPlan.Office.Province,
    };

    /// <summary>The same figures under the key as clients are told it.</summary>
    public static IndicatorGroupFigures<string> Written<TKey>(
        IndicatorGroupFigures<TKey> group,
        Func<TKey, string> written
    ) =>
        new(written(group.Key), group.OfficeCode, group.Number, group.Label, group.FiscalYear)
        {
            Count = group.Count,
            Reported = group.Reported,
            Achieved = group.Achieved,
            OnTrack = group.OnTrack,
            OffTrack = group.OffTrack,
            AverageAchievement = group.AverageAchievement,
            Target = group.Target,
            Numerator = group.Numerator,
            Denominator = group.Denominator,
            Result = group.Result,
            Method = group.Method,
            Direction = group.Direction,
        };
}
