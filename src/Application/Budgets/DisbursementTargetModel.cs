using TeacherDevPlan.Application.Common.Models;
using TeacherDevPlan.Domain.Budgets;

namespace TeacherDevPlan.Application.Budgets;

public sealed class DisbursementTargetModel : Model<DisbursementTarget>
{
    public DisbursementTargetModel()
        : base("The percentage of a fiscal year's budget that the government wants to be paid by the end of a quarter.")
    {
        SeenBy(Seen.All);
        Key(target => target.Id);
        Field(target => target.FiscalYear, "Buddhist era.");
        Field(target => target.Quarter, "The quarter by whose end the target is to be reached.");
        Field(target => target.ExpenseClass, "The class of expenditure.");
        Field(
            target => target.CumulativePercent,
            "Percentage of the year's budget, counted from the first day of the year."
        );
        Field(target => target.Source, "The resolution or circular that sets it.");
        Field(target => target.RecordedAt, "When the target was recorded.");
        Field(target => target.RecordedBy, "Who recorded the target.").SignedIn().Personal();
    }
}
