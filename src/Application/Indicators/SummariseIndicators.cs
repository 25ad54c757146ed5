using Mediator;
using TeacherDevPlan.Application.Common;
using TeacherDevPlan.Application.Common.Models;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Plans;

namespace TeacherDevPlan.Application.Indicators;

/// <summary>Summarises the indicators with a target for a fiscal year (Buddhist era), by groups.</summary>
/// <param name="Where">A filter of indicators, as a value of its input type.</param>
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

/// <param name="Key">Identifies the group for programs: an office or province code, a node id, "ON_TRACK", a
/// definition's code.</param>
/// <param name="Label">Readable name of the group.</param>
public sealed record IndicatorSummaryRow(string Key, LocalText Label, IndicatorGroupFigures Figures);

public sealed class SummariseIndicatorsHandler(IGroupReader groups)
    : IQueryHandler<SummariseIndicators, IReadOnlyList<IndicatorSummaryRow>>
{
    public async ValueTask<IReadOnlyList<IndicatorSummaryRow>> Handle(
        SummariseIndicators query,
        CancellationToken cancellationToken
    )
    {
        FiscalYears.Demand(query.FiscalYear, "fiscalYear");
        var targets = new GroupQuery(typeof(IndicatorTarget))
        {
            RelatedWhere = query.Where is { } where ? (IndicatorFigures.Indicator, where) : null,
        };
        var found = await groups.FiguresAsync(targets, [query.FiscalYear], Places(query.GroupBy), cancellationToken);
        if (query.GroupBy == IndicatorGroup.Province)
        {
            var names = await groups.ProvincesAsync(cancellationToken);
            found = [.. found.Select(one => one with { Place = one.Place with { Label = names[one.Place.Key] } })];
        }

        return
        [
            .. found
                .OrderBy(group => group.Place.OfficeCode, StringComparer.Ordinal)
                .ThenBy(group => group.Place.Number)
                .ThenBy(group => group.Place.Key, StringComparer.Ordinal)
                .Select(group => new IndicatorSummaryRow(group.Place.Key, LabelOf(group.Place), group.Figures)),
        ];
    }

    private static IndicatorPlaces Places(IndicatorGroup group) =>
        group switch
        {
            IndicatorGroup.Office => IndicatorPlaces.Office,
            IndicatorGroup.Province => IndicatorPlaces.Province,
            IndicatorGroup.Strategy => IndicatorPlaces.Strategy,
            IndicatorGroup.Indicator => IndicatorPlaces.Indicator,
            IndicatorGroup.Status => IndicatorPlaces.Status,
            _ => IndicatorPlaces.Definition,
        };

    private static LocalText LabelOf(IndicatorPlace place) =>
        place.Key switch
        {
            IndicatorPlaces.Unlinked when place.Label.Length == 0 => new LocalText(
                "Without definition",
                "ไม่ผูกกับนิยามกลาง"
            ),
            "NOT_REPORTED" when place.Label.Length == 0 => new LocalText("Not reported", "ยังไม่รายงานผล"),
            "ACHIEVED" when place.Label.Length == 0 => new LocalText("Achieved", "บรรลุเป้าหมาย"),
            "ON_TRACK" when place.Label.Length == 0 => new LocalText("On track", "ใกล้บรรลุเป้าหมาย"),
            "OFF_TRACK" when place.Label.Length == 0 => new LocalText("Off track", "ต่ำกว่าเป้าหมาย"),
            _ => new LocalText(place.Label, place.Label),
        };
}
