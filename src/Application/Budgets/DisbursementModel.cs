using TeacherDevPlan.Application.Common.Models;
using TeacherDevPlan.Domain.Budgets;
using TeacherDevPlan.Domain.Projects;

namespace TeacherDevPlan.Application.Budgets;

public sealed class DisbursementModel : Model<Disbursement>
{
    public DisbursementModel()
        : base("A payment (การเบิกจ่าย) out of an activity's budget.")
    {
        SeenBy(OfProject(payment => payment.ProjectId));
        Lists("Disbursements");
        Large();
        Order(payment => payment.RecordedAt);
        Root("disbursements", "Payments of all projects, in the order in which they were recorded.");
        Key(payment => payment.Id);
        RootById("disbursement", "The payment with this id, or null.");
        One<Activity>("activity", payment => payment.ActivityId, "Whose money was paid.");
        Maybe<Project>(
                "project",
                payment => payment.ProjectId,
                "The activity's project; null where a later plan has left the project out."
            )
            .NotSorted();
        Field(payment => payment.FiscalYear, "The fiscal year of the money (Buddhist era).");
        Field(payment => payment.Amount, "In baht.");
        Field(payment => payment.PaidOn, "The day of the payment.").Indexed();
        Field(payment => payment.Quarter, "The quarter that it counts in.");
        Field(payment => payment.Reference, "Voucher number.").SignedIn().Indexed(sorts: false);
        Field(payment => payment.Note, "As recorded with it.").SignedIn();
        Field(payment => payment.FundingSource, "Where the money came from, if it was told.");
        Maybe<Commitment>("commitment", payment => payment.CommitmentId, "The commitment that it drew on.");
        Field(payment => payment.Reversed, "Whether it was taken back.");
        Field(payment => payment.RecordedAt, "When it was recorded.").Indexed();
        Field(payment => payment.RecordedBy, "Who recorded it.").SignedIn().Personal();
        Groups();
    }

    private void Groups()
    {
        GroupByOffice(payment => RowOf.Id<Project>(payment.ProjectId).Plan.Office);
        GroupBy("FISCAL_YEAR", payment => payment.FiscalYear, "The fiscal year of the money (Buddhist era).");
        GroupBy<Project>(
            "PROJECT",
            payment => payment.ProjectId,
            payment => RowOf.Id<Project>(payment.ProjectId).Name,
            "The project."
        );
        GroupBy<Activity>(
            "ACTIVITY",
            payment => payment.ActivityId,
            payment => RowOf.Id<Activity>(payment.ActivityId).Name,
            "The activity."
        );
        GroupBy("QUARTER", payment => payment.Quarter, "The quarter that it counts in.");
        GroupBy("FUNDING_SOURCE", payment => payment.FundingSource, "Where the money came from, if it was told.");
        GroupBy("REVERSED", payment => payment.Reversed, "Whether it was taken back.");
        GroupByDate("PAID_ON", payment => payment.PaidOn, "the day of the payment");
        GroupByDate("RECORDED", payment => payment.RecordedAt, "the day it was recorded");
    }
}
