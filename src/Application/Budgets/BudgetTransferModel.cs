using TeacherDevPlan.Application.Common.Models;
using TeacherDevPlan.Domain.Budgets;
using TeacherDevPlan.Domain.Projects;

namespace TeacherDevPlan.Application.Budgets;

public sealed class BudgetTransferModel : Model<BudgetTransfer>
{
    public BudgetTransferModel()
        : base("A transfer (ถัวจ่าย / โอนเปลี่ยนแปลง) from one activity's budget to another's.")
    {
        SeenBy(Seen.Both(OfActivity(transfer => transfer.FromId), OfActivity(transfer => transfer.ToId)));
        Lists("BudgetTransfers");
        Order(transfer => transfer.RecordedAt);
        Root(
            "budgetTransfers",
            "Transfers between activities of all projects, in the order in which they were recorded."
        );
        Key(transfer => transfer.Id);
        RootById("budgetTransfer", "The transfer with this id, or null.");
        One<Activity>("from", transfer => transfer.FromId, "Which gave.");
        One<Activity>("to", transfer => transfer.ToId, "Which received.");
        Field(transfer => transfer.Amount, "In baht.");
        Field(transfer => transfer.Quarter, "The quarter that it is for.");
        Field(transfer => transfer.Approved, "Whether it moved money between projects, which takes an approver.");
        Field(transfer => transfer.Reason, "Why.").SignedIn();
        Field(transfer => transfer.RecordedAt, "When it was recorded.");
        Field(transfer => transfer.RecordedBy, "Who recorded it.").SignedIn().Personal();
        // The money stays in the fiscal year; the office is that of the giving activity.
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
            "The project that gave."
        );
        GroupBy("QUARTER", transfer => transfer.Quarter, "The quarter that it is for.");
        GroupBy("APPROVED", transfer => transfer.Approved, "Whether it moved money between projects.");
        GroupByDate("RECORDED", transfer => transfer.RecordedAt, "the day it was recorded");
    }
}
