using TeacherDevPlan.Application.Common.Models;
using TeacherDevPlan.Domain.Offices;
using TeacherDevPlan.Domain.Plans;

namespace TeacherDevPlan.Application.Plans;

public sealed class StrategicPlanModel : Model<StrategicPlan>
{
    public StrategicPlanModel()
        : base("An office's strategic plan (แผนพัฒนาการศึกษา) over several fiscal years.")
    {
        SeenBy(Seen.Either(When(plan => plan.Published), OwnOffice(plan => plan.Office.Code)));
        Lists("StrategicPlans");
        Order(plan => plan.FirstFiscalYear);
        Root("strategicPlans", "Strategic plans of all offices, the earliest first.");
        Key(plan => plan.Id);
        RootById("strategicPlan", "The strategic plan with this id, or null.");
        One<Office>("office", plan => plan.OfficeId, "The office that the plan belongs to.");
        Field(plan => plan.FirstFiscalYear, "Buddhist era.");
        Field(plan => plan.LastFiscalYear, "Buddhist era.");
        Texts("vision", StrategicPlanTextKind.Vision, "Vision (วิสัยทัศน์); null if none is recorded.")
            .FirstText((StrategicPlanText text) => text.Text);
        Source("visionSource", "vision", "Where the vision is printed.");
        Texts("missions", StrategicPlanTextKind.Mission, "Missions (พันธกิจ).");
        Texts("goals", StrategicPlanTextKind.Goal, "Goals (เป้าประสงค์).");
        Texts("values", StrategicPlanTextKind.Values, "Values (ค่านิยม); null if none are recorded.")
            .FirstText((StrategicPlanText text) => text.Text);
        Source("valuesSource", "values", "Where the values are printed.");
        Texts("successFactors", StrategicPlanTextKind.SuccessFactor, "Success factors (ปัจจัยแห่งความสำเร็จ).");
        Many<Strategy>(
            "strategies",
            strategy => strategy.StrategicPlanId,
            strategy => strategy.Number,
            "The strategies, by number."
        );
        GroupByOffice(plan => plan.Office);
        GroupBy("FIRST_FISCAL_YEAR", plan => plan.FirstFiscalYear, "The first fiscal year of the plan (Buddhist era).");
    }

    private ManyField Texts(string name, StrategicPlanTextKind kind, string description) =>
        Many<StrategicPlanText>(name, text => text.StrategicPlanId, text => text.Position, description)
            .Only((StrategicPlanText text) => text.Kind, kind);
}
