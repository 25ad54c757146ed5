using System.Linq.Expressions;
using Mediator;
using TeacherDevPlan.Application.Common;
using TeacherDevPlan.Application.Common.Querying;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Indicators;
using TeacherDevPlan.Domain.Plans;

namespace TeacherDevPlan.Application.Indicators;

/// <summary>The indicators that have a target for a fiscal year (Buddhist era), by groups.</summary>
public sealed record SummariseIndicators(
    int FiscalYear,
    IndicatorGroup GroupBy,
    IReadOnlyDictionary<string, object?>? Where
) : IQuery<IReadOnlyList<IndicatorSummaryRow>>;

public enum IndicatorGroup
{
    Office,
    Province,
    Strategy,
    Indicator,
    Status,
    Definition,
}

/// <param name="Key">Names the group for a program: an office or province code, a node id, "ON_TRACK", a definition's code.</param>
/// <param name="Label">Names it for a person.</param>
public sealed record IndicatorSummaryRow(string Key, LocalText Label, IndicatorGroupFigures<string> Figures);

public sealed class SummariseIndicatorsHandler(IReadStore store, ListPlanner planner, IndicatorFigures figures)
    : IQueryHandler<SummariseIndicators, IReadOnlyList<IndicatorSummaryRow>>
{
    private const string Unlinked = "UNLINKED";

    public async ValueTask<IReadOnlyList<IndicatorSummaryRow>> Handle(
        SummariseIndicators query,
        CancellationToken cancellationToken
    )
    {
        FiscalYears.Demand(query.FiscalYear, "fiscalYear");
        var indicators = store.Set<Indicator>();
        if (planner.Filter<Indicator>(query.Where) is { } filter)
            indicators = indicators.Where(filter);
        return query.GroupBy switch
        {
            IndicatorGroup.Office => await RowsAsync(IndicatorPlaces.Office, code => code),
            IndicatorGroup.Province => await RowsAsync(IndicatorPlaces.Province, code => code),
            IndicatorGroup.Strategy => await RowsAsync(
                row => new Place<Guid>
                {
                    Key = row.Indicator.StrategyId,
                    OfficeCode = row.Indicator.Strategy.StrategicPlan.Office.Code,
                    Number = row.Indicator.Strategy.Number,
                    Label = row.Indicator.Strategy.Name,
                },
                id => new NodeId(nameof(Strategy), id).ToString()
            ),
            IndicatorGroup.Indicator => await RowsAsync(
                row => new Place<Guid>
                {
                    Key = row.Indicator.Id,
                    OfficeCode = row.Indicator.Strategy.StrategicPlan.Office.Code,
                    Number = row.Indicator.Strategy.Number * 1000 + row.Indicator.Number,
                    Label = row.Indicator.Name,
                },
                id => new NodeId(nameof(Indicator), id).ToString()
            ),
            IndicatorGroup.Status => await StatusesAsync(),
            _ => await RowsAsync(
                row => new Place<string>
                {
                    Key = row.Indicator.DefinitionId == null ? Unlinked : row.Indicator.Definition!.Code,
                    OfficeCode = "",
                    Number = row.Indicator.DefinitionId == null ? 1 : 0,
                    Label = row.Indicator.DefinitionId == null ? "" : row.Indicator.Definition!.Name,
                },
                code => code
            ),
        };

        async Task<IReadOnlyList<IndicatorSummaryRow>> RowsAsync<TKey>(
            Expression<Func<TargetRow, Place<TKey>>> placeOf,
            Func<TKey, string> written
        )
        {
            var groups = await figures.OfGroupsAsync(indicators, [query.FiscalYear], placeOf, cancellationToken);
            return
            [
                .. groups
                    .Select(group => IndicatorPlaces.Written(group, written))
                    .OrderBy(group => group.OfficeCode, StringComparer.Ordinal)
                    .ThenBy(group => group.Number)
                    .ThenBy(group => group.Key, StringComparer.Ordinal)
                    .Select(group => new IndicatorSummaryRow(group.Key, LabelOf(group), group)),
            ];
        }

        async Task<IReadOnlyList<IndicatorSummaryRow>> StatusesAsync()
        {
            Expression<Func<TargetRow, IndicatorTarget>> target = row => row.Target;
            Expression<Func<TargetRow, string, int, int, Place<string>>> place = (_, status, _, _) =>
                new Place<string>
                {
                    Key = status,
                    OfficeCode = "",
                    Number = 0,
                    Label = "",
                };
            var rows = await RowsAsync(
                place.With(IndicatorTargetModel.Status.After(target), _ => 0, _ => 0),
                status => status
            );
            return [.. rows.OrderBy(row => EnumText.Parse<AchievementStatus>(row.Key))];
        }
    }

    private static LocalText LabelOf(IndicatorGroupFigures<string> group) =>
        group.Key switch
        {
            Unlinked when group.Label.Length == 0 => new LocalText("In no definition", "ไม่ผูกกับนิยามกลาง"),
            "NOT_REPORTED" when group.Label.Length == 0 => new LocalText("Not reported", "ยังไม่รายงานผล"),
            "ACHIEVED" when group.Label.Length == 0 => new LocalText("Achieved", "บรรลุเป้าหมาย"),
            "ON_TRACK" when group.Label.Length == 0 => new LocalText("On track", "ใกล้บรรลุเป้าหมาย"),
            "OFF_TRACK" when group.Label.Length == 0 => new LocalText("Off track", "ต่ำกว่าเป้าหมาย"),
            _ => new LocalText(group.Label, group.Label),
        };
}
