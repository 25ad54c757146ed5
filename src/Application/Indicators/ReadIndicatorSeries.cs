using System.Linq.Expressions;
using Mediator;
using TeacherDevPlan.Application.Common;
using TeacherDevPlan.Application.Common.Models;
using TeacherDevPlan.Application.Common.Querying;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Indicators;
using TeacherDevPlan.Domain.Plans;

namespace TeacherDevPlan.Application.Indicators;

/// <summary>
/// Returns an indicator of the ministry's catalogue over fiscal years (Buddhist era), by groups of offices.
/// </summary>
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

/// <param name="Points">One point per requested year, in order.</param>
public sealed record IndicatorSeries(string Key, LocalText Label, IReadOnlyList<IndicatorPoint> Points);

/// <param name="Figures">The figures; null if no indicator has a target for the year.</param>
public sealed record IndicatorPoint(int FiscalYear, IndicatorGroupFigures? Figures)
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

public sealed class ReadIndicatorSeriesHandler(IGroupReader groups)
    : IQueryHandler<ReadIndicatorSeries, IReadOnlyList<IndicatorSeries>>
{
    private const int MaxYears = 20;

    private static readonly IndicatorSeries Country = new("TH", new LocalText("Thailand", "ทั้งประเทศ"), []);

    private static readonly MemberPath CodeOfTarget = MemberPath.Of(
        (Expression<Func<IndicatorTarget, string>>)(target => RowOf.Id<Indicator>(target.IndicatorId).Definition!.Code)
    );

    private static readonly MemberPath Code = MemberPath.Of(
        (Expression<Func<IndicatorDefinition, string>>)(definition => definition.Code)
    );

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
        var targets = new GroupQuery(typeof(IndicatorTarget)) { Among = [(CodeOfTarget, [query.DefinitionCode])] };
        var found = await groups.FiguresAsync(targets, years, Places(query.GroupBy), cancellationToken);
        if (found.Count == 0)
            await DemandDefinitionAsync(query.DefinitionCode, cancellationToken);
        var provinces =
            query.GroupBy == IndicatorSeriesGroup.Province ? await groups.ProvincesAsync(cancellationToken) : null;
        return
        [
            .. found
                .GroupBy(group => group.Place)
                .OrderBy(series => series.Key.Key, StringComparer.Ordinal)
                .Select(series =>
                    Named(series.Key) with
                    {
                        Points =
                        [
                            .. years.Select(year => new IndicatorPoint(
                                year,
                                series.SingleOrDefault(group => group.FiscalYear == year)?.Figures
                            )),
                        ],
                    }
                ),
        ];

        IndicatorSeries Named(IndicatorPlace place)
        {
            if (query.GroupBy == IndicatorSeriesGroup.None)
                return Country;
            var label = provinces?[place.Key] ?? place.Label;
            return new IndicatorSeries(place.Key, new LocalText(label, label), []);
        }
    }

    private static IndicatorPlaces Places(IndicatorSeriesGroup group) =>
        group switch
        {
            IndicatorSeriesGroup.Office => IndicatorPlaces.Office,
            IndicatorSeriesGroup.Province => IndicatorPlaces.Province,
            _ => IndicatorPlaces.AllInOneGroup,
        };

    private async Task DemandDefinitionAsync(string code, CancellationToken cancellationToken)
    {
        var known = new GroupQuery(typeof(IndicatorDefinition)) { Among = [(Code, [code])], Keys = [Code] };
        if ((await groups.ReadAsync(known, cancellationToken)).Count == 0)
            throw new QueryRefusedException(
                "UNKNOWN_DEFINITION",
                "definitionCode",
                "is not the code of a definition; indicatorDefinitions lists them."
            );
    }
}
