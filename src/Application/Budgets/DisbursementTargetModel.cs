using TeacherDevPlan.Application.Common.Models;
using TeacherDevPlan.Domain.Budgets;

namespace TeacherDevPlan.Application.Budgets;

public sealed class DisbursementTargetModel : Model<DisbursementTarget>
{
    public DisbursementTargetModel()
        : base("How much of a fiscal year's budget the government wants paid by the end of a quarter.")
    {
        SeenBy(Seen.All);
        Key(target => target.Id);
        Field(target => target.FiscalYear, "Buddhist era.");
        Field(target => target.Quarter, "By the end of which quarter.");
        Field(target => target.ExpenseClass, "Of which expenditure.");
        Field(target => target.CumulativePercent, "Of the year's budget, from its first day on, in percent.");
        Field(target => target.Source, "The resolution or circular that sets it.");
        Field(target => target.RecordedAt, "When it was recorded.");
        Field(target => target.RecordedBy, "Who recorded it.").SignedIn().Personal();
    }
}
