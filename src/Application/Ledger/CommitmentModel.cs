using TeacherDevPlan.Application.Common.Models;
using TeacherDevPlan.Domain.Budgets;
using TeacherDevPlan.Domain.Plans;

namespace TeacherDevPlan.Application.Ledger;

public sealed class CommitmentModel : Model<Commitment>
{
    public CommitmentModel()
        : base("A reservation (การผูกพัน) of an activity's money for future payments.")
    {
        SeenBy(OfProject(commitment => commitment.ProjectId));
        Lists("Commitments");
        LongList();
        Order(commitment => commitment.RecordedAt);
        Root("commitments", "Commitments of all projects, in order of recording.");
        Key(commitment => commitment.Id);
        RootById("commitment", "The commitment with this id, or null.");
        One<Activity>("activity", commitment => commitment.ActivityId, "The activity whose money is reserved.");
        Maybe<Project>(
                "project",
                commitment => commitment.ProjectId,
                "The project of the activity; null if a later plan no longer contains the project."
            )
            .NotSorted();
        Field(commitment => commitment.FiscalYear, "The fiscal year of the money (Buddhist era).");
        Field(commitment => commitment.Amount, "The reserved amount, in baht.");
        Field(
            commitment => commitment.Remaining,
            "The amount that is still reserved, in baht: neither paid nor released."
        );
        Field(commitment => commitment.Reference, "Contract or document number.").SignedIn().Indexed(sorts: false);
        Field(
                commitment => commitment.ExpiresOn,
                "The last day of the commitment; the remainder is released at its end. Null if it does not expire."
            )
            .Indexed();
        Field(
            commitment => commitment.Released,
            "Whether the remainder was released, by request or because the commitment expired."
        );
        Field(commitment => commitment.RecordedAt, "When the commitment was recorded.").Indexed();
        Field(commitment => commitment.RecordedBy, "Who recorded the commitment.").SignedIn().Personal();
        Groups();
    }

    private void Groups()
    {
        GroupByOffice(commitment => RowOf.Id<Project>(commitment.ProjectId).Plan.Office);
        GroupBy("FISCAL_YEAR", commitment => commitment.FiscalYear, "The fiscal year of the money (Buddhist era).");
        GroupBy<Project>(
            "PROJECT",
            commitment => commitment.ProjectId,
            commitment => RowOf.Id<Project>(commitment.ProjectId).Name,
            "The project."
        );
        GroupBy<Activity>(
            "ACTIVITY",
            commitment => commitment.ActivityId,
            commitment => RowOf.Id<Activity>(commitment.ActivityId).Name,
            "The activity."
        );
        GroupBy("RELEASED", commitment => commitment.Released, "Whether the remainder was released.");
        GroupByDate("EXPIRES_ON", commitment => commitment.ExpiresOn, "the last day of the commitment");
        GroupByDate("RECORDED", commitment => commitment.RecordedAt, "the date of recording");
    }
}
