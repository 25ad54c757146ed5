using TeacherDevPlan.Application.Common.Models;
using TeacherDevPlan.Domain.Plans;

namespace TeacherDevPlan.Application.Results;

public sealed class IndicatorResultModel : ResultEntryModel<IndicatorResult>
{
    public IndicatorResultModel()
        : base(
            "An entry about an indicator's result. Entries are never changed or deleted.",
            entry => entry.RecordedAt,
            entry => entry.Sequence
        )
    {
        SeenBy(WithId<Indicator>(result => result.IndicatorId));
        Lists("IndicatorResults");
        One<Indicator>("indicator", result => result.IndicatorId, "The indicator.");
        Field(result => result.FiscalYear, "The fiscal year of the result (Buddhist era).");
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
