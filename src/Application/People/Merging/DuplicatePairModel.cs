using TeacherDevPlan.Application.Common.Models;
using TeacherDevPlan.Domain.Access;
using TeacherDevPlan.Domain.Offices;
using TeacherDevPlan.Domain.People;

namespace TeacherDevPlan.Application.People.Merging;

/// <summary>
/// A pair is seen by whoever sees both records; administrators, who merge records without seeing them, see ids and offices.
/// Pairs are found from the people of an office, so there is no way to one of them, or to those of the country, but by
/// offices.
/// </summary>
public sealed class DuplicatePairModel : Model<DuplicatePair>
{
    public DuplicatePairModel()
        : base("Two records in the registry that may be of one person; mergePeople makes one of them.")
    {
        SeenBy(
            Seen.Either(
                Seen.ByAdministrators,
                Seen.Both(OwnPeople(pair => pair.OfficeId), OwnPeople(pair => pair.OtherOfficeId))
            )
        );
        FoundAbout(pair => pair.PersonId, pair => pair.OtherId);
        Lists("DuplicatePairs");
        Order(pair => pair.Reason);
        Root(
                "potentialDuplicates",
                "Pairs of records of the caller's offices that may be of one person, the strongest reasons first: within an office, and "
                    + "between offices by the same name. Administrators ask an office (`Office.potentialDuplicates`)."
            )
            .For(Role.DevelopmentOfficer);
        IdOf<Person>("personId", pair => pair.PersonId, "The id of one record.").Personal();
        IdOf<Person>("otherId", pair => pair.OtherId, "The id of the other record.").Personal();
        Maybe<Person>("person", pair => pair.PersonId, "One record; null if the caller does not see it.").Personal();
        Maybe<Person>("other", pair => pair.OtherId, "The other record; null if the caller does not see it.")
            .Personal();
        Maybe<Office>("office", pair => pair.OfficeId, "The office that keeps the one record.").Personal();
        Maybe<Office>("otherOffice", pair => pair.OtherOfficeId, "The office that keeps the other record.").Personal();
        Field(pair => pair.Reason, "The strongest reason.").Personal();
        GroupBy("REASON", pair => pair.Reason, "The strongest reason.");
    }
}
