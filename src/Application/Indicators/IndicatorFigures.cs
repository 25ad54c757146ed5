using System.Linq.Expressions;
using TeacherDevPlan.Application.Common.Models;
using TeacherDevPlan.Domain.Indicators;
using TeacherDevPlan.Domain.Plans;

namespace TeacherDevPlan.Application.Indicators;

/// <summary>How the result of a group was computed from those of its indicators.</summary>
public enum RollUp
{
    /// <summary>
    /// The sum of the numerators divided by the sum of the denominators: large offices have more weight than small
    /// ones.
    /// </summary>
    RatioOfSums,

    /// <summary>The mean of the results, because not all of them have numerator and denominator.</summary>
    MeanOfResults,
}

/// <summary>The figures of one group in one fiscal year.</summary>
public sealed record IndicatorGroupFigures
{
    public required int Count { get; init; }

    public required int Reported { get; init; }

    public required int Achieved { get; init; }

    public required int OnTrack { get; init; }

    public required int OffTrack { get; init; }

    /// <summary>The unweighted mean of the achievements, in percent with two decimals.</summary>
    public required decimal? AverageAchievement { get; init; }

    /// <summary>The mean of the targets, two decimals; null if the indicators measure different things.</summary>
    public required decimal? Target { get; init; }

    public required decimal? Numerator { get; init; }

    public required decimal? Denominator { get; init; }

    /// <summary>Two decimals; null if none is reported or the indicators measure different things.</summary>
    public required decimal? Result { get; init; }

    public required RollUp? Method { get; init; }

    public required IndicatorDirection Direction { get; init; }
}

/// <summary>A group with its key values in one fiscal year.</summary>
internal sealed record PlacedFigures(IndicatorPlace Place, int FiscalYear, IndicatorGroupFigures Figures);

/// <summary>Sums indicators with targets by groups and fiscal years.</summary>
internal static class IndicatorFigures
{
    private const string Sums = "IndicatorTarget.figures";

    public static readonly MemberPath Indicator = MemberPath.Of(
        (Expression<Func<IndicatorTarget, Indicator>>)(target => RowOf.Id<Indicator>(target.IndicatorId))
    );

    private static readonly MemberPath FiscalYear = MemberPath.Of(
        (Expression<Func<IndicatorTarget, int>>)(target => target.FiscalYear)
    );

    /// <param name="query">Selects the targets.</param>
    public static async Task<IReadOnlyList<PlacedFigures>> FiguresAsync(
        this IGroupReader groups,
        GroupQuery query,
        IReadOnlyList<int> years,
        IndicatorPlaces places,
        CancellationToken cancellationToken
    )
    {
        var found = await groups.ReadAsync(
            query with
            {
                Among = [.. query.Among, (FiscalYear, [.. years.Cast<object>()])],
                Keys = [FiscalYear, .. places.Keys],
                ComputedKeys = places.ComputedKeys,
                Figures = [Sums],
            },
            cancellationToken
        );
        return
        [
            .. found.Select(group => new PlacedFigures(
                places.Read([.. group.Keys.Skip(1)]),
                (int)group.Keys[0]!,
                Of(group)
            )),
        ];
    }

    private static IndicatorGroupFigures Of(GroupRow group)
    {
        var (reported, isOneThing) = (Int(group, "reported"), Int(group, "things") == 1);
        RollUp? method =
            !isOneThing || reported == 0 ? null
            : Int(group, "ratios") == reported ? RollUp.RatioOfSums
            : RollUp.MeanOfResults;
        var isRatio = method == RollUp.RatioOfSums;
        var (numerator, denominator) = (Decimal(group, "numerator"), Decimal(group, "denominator"));
        return new IndicatorGroupFigures
        {
            Count = group.Count,
            Reported = reported,
            Achieved = Int(group, "achieved"),
            OnTrack = Int(group, "on_track"),
            OffTrack = Int(group, "off_track"),
            AverageAchievement = Rounded(Decimal(group, "average")),
            Target = isOneThing ? Rounded(Decimal(group, "target")) : null,
            Numerator = isRatio ? numerator : null,
            Denominator = isRatio ? denominator : null,
            Result =
                isRatio ? Rounded(numerator * Measurement.Factor((string?)group.Figures["unit"]) / denominator)
                : method is null ? null
                : Rounded(Decimal(group, "result")),
            Method = method,
            Direction = group.Figures["lower_is_better"] is true
                ? IndicatorDirection.LowerIsBetter
                : IndicatorDirection.HigherIsBetter,
        };
    }

    private static int Int(GroupRow group, string column) => (int)group.Figures[column]!;

    private static decimal? Decimal(GroupRow group, string column) => (decimal?)group.Figures[column];

    private static decimal? Rounded(decimal? value) =>
        value is { } number ? Math.Round(number, 2, MidpointRounding.AwayFromZero) + 0.00m : null;
}
