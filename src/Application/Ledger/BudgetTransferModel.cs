using TeacherDevPlan.Application.Common.Models;
using TeacherDevPlan.Domain.Budgets;
using TeacherDevPlan.Domain.Plans;

namespace TeacherDevPlan.Application.Ledger;

public sealed class BudgetTransferModel : Model<BudgetTransfer>
{
    public BudgetTransferModel()
        : base("A transfer (ถัวจ่าย / โอนเปลี่ยนแปลง) from one activity's budget to another's.")
    {
        SeenBy(Seen.Both(OfActivity(transfer => transfer.FromId), OfActivity(transfer => transfer.ToId)));
        Lists("BudgetTransfers");
        Order(transfer => transfer.RecordedAt);
        Root("budgetTransfers", "Transfers between activities of all projects, in order of recording.");
        Key(transfer => transfer.Id);
        RootById("budgetTransfer", "The transfer with this id, or null.");
        One<Activity>("from", transfer => transfer.FromId, "The activity that the money came from.");
        One<Activity>("to", transfer => transfer.ToId, "The activity that received the money.");
        Field(transfer => transfer.Amount, "Amount in baht.");
        Field(transfer => transfer.Quarter, "The quarter of the planned amount that was moved.");
        Field(transfer => transfer.Approved, "Whether the transfer was between projects, which requires an approver.");
        Field(transfer => transfer.Reason, "The reason.").SignedIn();
        Field(transfer => transfer.RecordedAt, "When the transfer was recorded.");
        Field(transfer => transfer.RecordedBy, "Who recorded the transfer.").SignedIn().Personal();
        // The money stays in its fiscal year. The transfer belongs to the office of the activity that the money came
        // from.
        GroupByOffice(transfer => RowOf.Id<Activity>(transfer.FromId).Project.Plan.Office);
        GroupBy(
            "FISCAL_YEAR",
            transfer => RowOf.Id<Activity>(transfer.FromId).FiscalYear,
            "The fiscal year of the money (Buddhist era)."
        );
        GroupBy<Project>(
            "PROJECT",
            transfer => RowOf.Id<Activity>(transfer.FromId).ProjectId,
            transfer => RowOf.Id<Activity>(transfer.FromId).Project.Name,
            "The project that the money came from."
        );
        GroupBy("QUARTER", transfer => transfer.Quarter, "The quarter of the planned amount that was moved.");
        GroupBy("APPROVED", transfer => transfer.Approved, "Whether the transfer was between projects.");
        GroupByDate("RECORDED", transfer => transfer.RecordedAt, "the date of recording");
    }
}
