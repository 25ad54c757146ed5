using TeacherDevPlan.Application.Common.Models;
using TeacherDevPlan.Domain.Figures;
using TeacherDevPlan.Domain.Offices;
using TeacherDevPlan.Domain.Plans;

namespace TeacherDevPlan.Application.Figures;

/// <summary>Exact numbers of few people are for those who may read the people.</summary>
public sealed class IndicatorProposalModel : Model<IndicatorProposal>
{
    public IndicatorProposalModel()
        : base(
            "A result of an indicator or a success indicator that was computed from records, for the officers of the office."
        )
    {
        SeenBy(OwnPeople(one => one.OfficeId));
        Lists("IndicatorProposals");
        Order(one => one.FiscalYear, one => one.ComputedAt);
        Root("indicatorProposals", "The proposed results that the caller sees, by fiscal year and time.");
        Key(one => one.Id);
        RootById("indicatorProposal", "The proposed result with this id, or null.");
        One<Office>("office", one => one.OfficeId, "The office.").Personal();
        Maybe<Indicator>("indicator", one => one.IndicatorId, "The indicator; null for a success indicator.")
            .Personal();
        Maybe<ProjectKpi>("kpi", one => one.KpiId, "The success indicator; null for an indicator.").Personal();
        Field(one => one.FiscalYear, "The fiscal year of the events (Buddhist era).").Personal();
        Field(one => one.Measure, "What was computed.").Personal();
        Field(one => one.Until, "Only events by the end of this quarter; null for the whole year.").Personal();
        Text(
                "definition",
                one => one.DefinitionEnglish,
                one => one.DefinitionThai,
                "Which people, which events and which period."
            )
            .Personal();
        Field(one => one.Numerator, "How many were counted.").Personal();
        Field(one => one.Denominator, "Of how many; greater than zero.").Personal();
        Field(one => one.Value, "In percent, two decimals.").Personal();
        Field(one => one.ComputedAt, "When it was computed.").Personal();
        Field(one => one.ComputedBy, "By whom.").Personal();
        Maybe<IndicatorProposal>(
                "earlier",
                one => one.EarlierId,
                "What it is compared with: the latest accepted one of the same definition or, without one, the latest."
            )
            .Personal();
        Field(one => one.Drift, "By how many percentage points it is above the earlier one; null without one.")
            .Personal();
        Field(one => one.AcceptedAt, "When it was accepted; null if it was not.").Personal();
        Field(one => one.AcceptedBy, "By whom it was accepted.").Personal();
        GroupByOffice(one => one.Office);
        GroupBy("FISCAL_YEAR", one => one.FiscalYear, "The fiscal year (Buddhist era).");
        GroupBy("MEASURE", one => one.Measure, "What was computed.");
    }
}
