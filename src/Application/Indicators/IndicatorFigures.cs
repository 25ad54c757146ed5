using System.Linq.Expressions;
using TeacherDevPlan.Application.Common.Querying;
using TeacherDevPlan.Domain.Indicators;

namespace TeacherDevPlan.Application.Indicators;

/// <summary>How the result of a group was made of those of its indicators.</summary>
public enum RollUp
{
    /// <summary>The numerators' sum divided by the denominators' sum: large offices weigh more than small ones.</summary>
    RatioOfSums,

    /// <summary>The mean of the results, since not all of them tell what they are the ratio of.</summary>
    MeanOfResults,
}

/// <summary>An indicator with its target of one of the years that are asked for.</summary>
public sealed class TargetRow
{
    public Indicator Indicator { get; init; } = null!;

    public IndicatorTarget Target { get; init; } = null!;
}

/// <summary>Where a row belongs, and how its group is told and sorted.</summary>
public sealed class Place<TKey>
{
    public TKey Key { get; init; } = default!;

    public string OfficeCode { get; init; } = "";

    public int Number { get; init; }

    public string Label { get; init; } = "";
}

/// <summary>The figures of one group in one fiscal year.</summary>
public sealed record IndicatorGroupFigures<TKey>(TKey Key, string OfficeCode, int Number, string Label, int FiscalYear)
{
    public required int Count { get; init; }

    public required int Reported { get; init; }

    public required int Achieved { get; init; }

    public required int OnTrack { get; init; }

    public required int OffTrack { get; init; }

    /// <summary>The mean of the achievements, each weighing the same; percent, two decimals.</summary>
    public required decimal? AverageAchievement { get; init; }

    /// <summary>The mean of the targets, two decimals; null where different things would be mixed.</summary>
    public required decimal? Target { get; init; }

    public required decimal? Numerator { get; init; }

    public required decimal? Denominator { get; init; }

    /// <summary>Two decimals; null where none is reported, or different things would be mixed.</summary>
    public required decimal? Result { get; init; }

    public required RollUp? Method { get; init; }

    public required IndicatorDirection Direction { get; init; }
}

/// <summary>Sums indicators by groups and fiscal years, in one statement.</summary>
public sealed class IndicatorFigures(IReadStore store)
{
    public async Task<IReadOnlyList<IndicatorGroupFigures<TKey>>> OfGroupsAsync<TKey>(
        IQueryable<Indicator> indicators,
        IReadOnlyList<int> years,
        Expression<Func<TargetRow, Place<TKey>>> placeOf,
        CancellationToken cancellationToken
    )
    {
        Expression<Func<TargetRow, Place<TKey>, decimal?, string, Member<TKey>>> member = (
            row,
            place,
            achievement,
            status
        ) =>
            new Member<TKey>
            {
                Place = place,
                FiscalYear = row.Target.FiscalYear,
                Target = row.Target.Target,
                Result = row.Target.Result,
                Numerator = row.Target.Numerator,
                Denominator = row.Target.Denominator,
                Achievement = achievement,
                Status = status,
                Thing = row.Indicator.DefinitionId ?? row.Indicator.Id,
                Unit = row.Indicator.Unit,
                LowerIsBetter = row.Target.Direction == IndicatorDirection.LowerIsBetter ? 1 : 0,
            };
        Expression<Func<TargetRow, IndicatorTarget>> target = row => row.Target;
        var members = indicators
            .SelectMany(
                indicator => indicator.Targets.Where(one => years.Contains(one.FiscalYear)),
                (indicator, one) => new TargetRow { Indicator = indicator, Target = one }
            )
            .Select(
                member.With(
                    placeOf,
                    IndicatorTargetModel.Achievement.After(target),
                    IndicatorTargetModel.Status.After(target)
                )
            );
        var groups = members
            .GroupBy(one => new { one.Place.Key, one.FiscalYear })
            .Select(group => new
            {
                group.Key.Key,
                group.Key.FiscalYear,
                OfficeCode = group.Min(one => one.Place.OfficeCode)!,
                Number = group.Min(one => one.Place.Number),
                Label = group.Min(one => one.Place.Label)!,
                Count = group.Count(),
                Reported = group.Count(one => one.Result != null),
                Achieved = group.Count(one => one.Status == "ACHIEVED"),
                OnTrack = group.Count(one => one.Status == "ON_TRACK"),
                OffTrack = group.Count(one => one.Status == "OFF_TRACK"),
                Average = group.Average(one => one.Achievement),
                Target = group.Average(one => one.Target),
                Result = group.Average(one => one.Result),
                Ratios = group.Count(one => one.Denominator != null),
                Numerator = group.Sum(one => one.Numerator),
                Denominator = group.Sum(one => one.Denominator),
                Things = group.Select(one => one.Thing).Distinct().Count(),
                Unit = group.Min(one => one.Unit)!,
                LowerIsBetter = group.Min(one => one.LowerIsBetter),
            });
        return
        [
            .. (await store.ListAsync(groups, cancellationToken)).Select(sum =>
            {
                RollUp? method =
                    sum.Things != 1 || sum.Reported == 0 ? null
                    : sum.Ratios == sum.Reported ? RollUp.RatioOfSums
                    : RollUp.MeanOfResults;
                var isRatio = method == RollUp.RatioOfSums;
                return new IndicatorGroupFigures<TKey>(sum.Key, sum.OfficeCode, sum.Number, sum.Label, sum.FiscalYear)
                {
                    Count = sum.Count,
                    Reported = sum.Reported,
                    Achieved = sum.Achieved,
                    OnTrack = sum.OnTrack,
                    OffTrack = sum.OffTrack,
                    AverageAchievement = Rounded(sum.Average),
                    Target = sum.Things == 1 ? Rounded(sum.Target) : null,
                    Numerator = isRatio ? sum.Numerator : null,
                    Denominator = isRatio ? sum.Denominator : null,
                    Result =
                        isRatio ? Rounded(sum.Numerator * Measurement.Factor(sum.Unit) / sum.Denominator)
                        : method is null ? null
                        : Rounded(sum.Result),
                    Method = method,
                    Direction =
                        sum.LowerIsBetter == 1 ? IndicatorDirection.LowerIsBetter : IndicatorDirection.HigherIsBetter,
                };
            }),
        ];
    }

    private static decimal? Rounded(decimal? value) =>
        value is { } number ? Math.Round(number, 2, MidpointRounding.AwayFromZero) + 0.00m : null;

    private sealed class Member<TKey>
    {
        public Place<TKey> Place { get; init; } = null!;

        public int FiscalYear { get; init; }

        public decimal Target { get; init; }

        public decimal? Result { get; init; }

        public decimal? Numerator { get; init; }

        public decimal? Denominator { get; init; }

        public decimal? Achievement { get; init; }

        public string Status { get; init; } = "";

        /// <summary>What is measured: the definition, or an indicator by itself.</summary>
        public Guid Thing { get; init; }

        public string Unit { get; init; } = "";

        public int LowerIsBetter { get; init; }
    }
}
