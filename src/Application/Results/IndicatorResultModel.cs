using TeacherDevPlan.Application.Common.Models;
using TeacherDevPlan.Domain.Indicators;

namespace TeacherDevPlan.Application.Results;

public sealed class IndicatorResultModel : ResultEntryModel<IndicatorResult>
{
    public IndicatorResultModel()
        : base(
            "Something that was recorded about an indicator's result. It is never changed or removed.",
            entry => entry.RecordedAt,
            entry => entry.Sequence
        )
    {
        SeenBy(WithId<Indicator>(result => result.IndicatorId));
        Lists("IndicatorResults");
        One<Indicator>("indicator", result => result.IndicatorId, "The indicator.");
        Field(result => result.FiscalYear, "Of which year the result is (Buddhist era).");
        GroupByOffice(result => RowOf.Id<Indicator>(result.IndicatorId).Strategy.StrategicPlan.Office);
        GroupBy("FISCAL_YEAR", result => result.FiscalYear, "The fiscal year (Buddhist era).");
        GroupBy<Indicator>(
            "INDICATOR",
            result => result.IndicatorId,
            result => RowOf.Id<Indicator>(result.IndicatorId).Name,
            "The indicator."
        );
    }
}
