using TeacherDevPlan.Application.Common.Models;
using TeacherDevPlan.Domain.Budgets;
using TeacherDevPlan.Domain.Projects;

namespace TeacherDevPlan.Application.Budgets;

public sealed class CommitmentModel : Model<Commitment>
{
    public CommitmentModel()
        : base("A reservation (การผูกพัน) of an activity's money for payments to come.")
    {
        SeenBy(OfProject(commitment => commitment.ProjectId));
        Lists("Commitments");
        Large();
        Order(commitment => commitment.RecordedAt);
        Root("commitments", "Reservations of money of all projects, in the order in which they were recorded.");
        Key(commitment => commitment.Id);
        RootById("commitment", "The commitment with this id, or null.");
        One<Activity>("activity", commitment => commitment.ActivityId, "Whose money is reserved.");
        Maybe<Project>(
                "project",
                commitment => commitment.ProjectId,
                "The activity's project; null where a later plan has left the project out."
            )
            .NotSorted();
        Field(commitment => commitment.FiscalYear, "The fiscal year of the money (Buddhist era).");
        Field(commitment => commitment.Amount, "What was reserved, in baht.");
        Field(commitment => commitment.Remaining, "What of it is still reserved, in baht: neither paid nor freed.");
        Field(commitment => commitment.Reference, "Contract or document number.").SignedIn().Indexed(sorts: false);
        Field(
                commitment => commitment.ExpiresOn,
                "The last day on which it can be drawn on; then what is left frees itself. Null where it does not expire."
            )
            .Indexed();
        Field(
            commitment => commitment.Released,
            "Whether what was left of it was freed, by request or because it expired."
        );
        Field(commitment => commitment.RecordedAt, "When it was recorded.").Indexed();
        Field(commitment => commitment.RecordedBy, "Who recorded it.").SignedIn().Personal();
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
        GroupBy("RELEASED", commitment => commitment.Released, "Whether what was left of it was freed.");
        GroupByDate("EXPIRES_ON", commitment => commitment.ExpiresOn, "its last day");
        GroupByDate("RECORDED", commitment => commitment.RecordedAt, "the day it was recorded");
    }
}
