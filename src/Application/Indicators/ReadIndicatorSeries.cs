using System.Linq.Expressions;
using Mediator;
using TeacherDevPlan.Application.Common;
using TeacherDevPlan.Application.Common.Querying;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Indicators;

namespace TeacherDevPlan.Application.Indicators;

/// <summary>An indicator of the ministry's catalogue over fiscal years (Buddhist era), by groups of offices.</summary>
public sealed record ReadIndicatorSeries(
    string DefinitionCode,
    IReadOnlyList<int> FiscalYears,
    IndicatorSeriesGroup GroupBy
) : IQuery<IReadOnlyList<IndicatorSeries>>;

public enum IndicatorSeriesGroup
{
    Office,
    Province,
    None,
}

/// <param name="Points">One for each year that was asked for, in order.</param>
public sealed record IndicatorSeries(string Key, LocalText Label, IReadOnlyList<IndicatorPoint> Points);

/// <param name="Figures">Null where no indicator has a target for the year.</param>
public sealed record IndicatorPoint(int FiscalYear, IndicatorGroupFigures<string>? Figures)
{
    public decimal? Achievement =>
        Figures is { Target: { } target } figures
            ? Domain.Indicators.Achievement.Of(figures.Result, target, figures.Direction)
            : null;

    public AchievementStatus Status =>
        Figures is { Target: { } target } figures
            ? Domain.Indicators.Achievement.StatusOf(figures.Result, target, figures.Direction)
            : AchievementStatus.NotReported;
}

public sealed class ReadIndicatorSeriesHandler(IReadStore store, IndicatorFigures figures)
    : IQueryHandler<ReadIndicatorSeries, IReadOnlyList<IndicatorSeries>>
{
    private const int MaxYears = 20;
    private const string Country = "TH";

    private static readonly Expression<Func<TargetRow, Place<string>>> Whole = row => new Place<string>
    {
        Key = Country,
        OfficeCode = "",
        Number = 0,
        Label = "",
    };

    public async ValueTask<IReadOnlyList<IndicatorSeries>> Handle(
        ReadIndicatorSeries query,
        CancellationToken cancellationToken
    )
    {
        List<int> years = [.. query.FiscalYears.Distinct().Order()];
        if (years.Count is 0 or > MaxYears)
            throw new QueryRefusedException("TOO_MANY_YEARS", "fiscalYears", $"takes 1 to {MaxYears} fiscal years.");
        foreach (var year in years)
            FiscalYears.Demand(year, "fiscalYears");
        var groups = await figures.OfGroupsAsync(
            store.Set<Indicator>().Where(indicator => indicator.Definition!.Code == query.DefinitionCode),
            years,
            query.GroupBy switch
            {
                IndicatorSeriesGroup.Office => IndicatorPlaces.Office,
                IndicatorSeriesGroup.Province => IndicatorPlaces.Province,
                _ => Whole,
            },
            cancellationToken
        );
        if (groups.Count == 0)
            await DemandDefinitionAsync(query.DefinitionCode, cancellationToken);
        return
        [
            .. groups
                .GroupBy(group => group.Key)
                .OrderBy(series => series.Key, StringComparer.Ordinal)
                .Select(series => new IndicatorSeries(
                    series.Key,
                    series.Key == Country
                        ? new LocalText("Thailand", "ทั้งประเทศ")
                        : new LocalText(series.First().Label, series.First().Label),
                    [
                        .. years.Select(year => new IndicatorPoint(
                            year,
                            series.SingleOrDefault(group => group.FiscalYear == year)
                        )),
                    ]
                )),
        ];
    }

    private async Task DemandDefinitionAsync(string code, CancellationToken cancellationToken)
    {
        var known = store.Set<IndicatorDefinition>().Where(definition => definition.Code == code);
        if ((await store.ListAsync(known.Select(definition => definition.Id), cancellationToken)).Count == 0)
            throw new QueryRefusedException(
                "UNKNOWN_DEFINITION",
                "definitionCode",
                "is the code of no definition; indicatorDefinitions lists them."
            );
    }
}
