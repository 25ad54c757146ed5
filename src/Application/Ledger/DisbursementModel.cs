using TeacherDevPlan.Application.Common.Models;
using TeacherDevPlan.Domain.Budgets;
using TeacherDevPlan.Domain.Plans;

namespace TeacherDevPlan.Application.Ledger;

public sealed class DisbursementModel : Model<Disbursement>
{
    public DisbursementModel()
        : base("A payment (การเบิกจ่าย) from an activity's budget.")
    {
        SeenBy(OfProject(payment => payment.ProjectId));
        Lists("Disbursements");
        Large();
        Order(payment => payment.RecordedAt);
        Root("disbursements", "Payments of all projects, in order of recording.");
        Key(payment => payment.Id);
        RootById("disbursement", "The payment with this id, or null.");
        One<Activity>("activity", payment => payment.ActivityId, "The activity that paid.");
        Maybe<Project>(
                "project",
                payment => payment.ProjectId,
                "The project of the activity; null if a later plan no longer contains the project."
            )
            .NotSorted();
        Field(payment => payment.FiscalYear, "The fiscal year of the money (Buddhist era).");
        Field(payment => payment.Amount, "Amount in baht.");
        Field(payment => payment.PaidOn, "The date of the payment.").Indexed();
        Field(payment => payment.Quarter, "The fiscal quarter of the payment.");
        Field(payment => payment.Reference, "Voucher number.").SignedIn().Indexed(sorts: false);
        Field(payment => payment.Note, "A note by the person who recorded the payment.").SignedIn();
        Field(payment => payment.FundingSource, "The funding source, if one was given.");
        Maybe<Commitment>(
            "commitment",
            payment => payment.CommitmentId,
            "The commitment that the payment drew on, if any."
        );
        Field(payment => payment.Reversed, "Whether the payment was reversed.");
        Field(payment => payment.RecordedAt, "When the payment was recorded.").Indexed();
        Field(payment => payment.RecordedBy, "Who recorded the payment.").SignedIn().Personal();
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
        GroupBy("QUARTER", payment => payment.Quarter, "The fiscal quarter of the payment.");
        GroupBy("FUNDING_SOURCE", payment => payment.FundingSource, "The funding source, if one was given.");
        GroupBy("REVERSED", payment => payment.Reversed, "Whether the payment was reversed.");
        GroupByDate("PAID_ON", payment => payment.PaidOn, "the date of the payment");
        GroupByDate("RECORDED", payment => payment.RecordedAt, "the date of recording");
    }
}
