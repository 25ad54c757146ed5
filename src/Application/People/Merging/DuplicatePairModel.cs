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
        FallingOrder(pair => pair.Score);
        Root(
                "potentialDuplicates",
                "Pairs of records of the caller's offices that may be of one person, the most alike first: within an office, and "
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
        Field(
                pair => pair.Score,
                "How alike the records are: 100 with the same number of the citizen or passport; otherwise 60 for the same name or 30 for the "
                    + "same given name, 24 more for the same first day and 15 for the same school, less 50 with different numbers."
            )
            .Personal();
        Field(pair => pair.SameIdentity, "Whether the numbers of the citizen or of the passport are the same.")
            .Personal();
        Field(pair => pair.SameName, "Whether they have a name in common, present or former.").Personal();
        Field(pair => pair.SameGivenName, "Whether they have a given name in common, present or former.").Personal();
        Field(pair => pair.SameStart, "Whether their first appointments began on the same day.").Personal();
        Field(pair => pair.SameSchool, "Whether they are at the same school.").Personal();
        Field(
                pair => pair.DifferentIdentity,
                "Whether they have different numbers of a citizen or passport, and so cannot be merged."
            )
            .Personal();
        GroupBy("REASON", pair => pair.Reason, "The strongest reason.");
    }
}
