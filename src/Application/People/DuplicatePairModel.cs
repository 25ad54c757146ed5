using TeacherDevPlan.Application.Common.Models;
using TeacherDevPlan.Domain.Offices;
using TeacherDevPlan.Domain.People;

namespace TeacherDevPlan.Application.People;

/// <summary>A pair is seen by whoever sees both records, and by nobody else.</summary>
public sealed class DuplicatePairModel : Model<DuplicatePair>
{
    public DuplicatePairModel()
        : base("Two records in the registry that may be of one person; mergePeople makes one of them.")
    {
        SeenBy(Seen.Both(OwnPeople(pair => pair.OfficeId), OwnPeople(pair => pair.OtherOfficeId)));
        Lists("DuplicatePairs");
        Order(pair => pair.Name);
        Root(
            "potentialDuplicates",
            "Pairs of records of the caller's offices that may be of one person, by name: within an office, and between offices by the same name."
        );
        Key(pair => pair.Id);
        Maybe<Person>("person", pair => pair.PersonId, "One record.").Personal();
        Maybe<Person>("other", pair => pair.OtherId, "The other record.").Personal();
        Maybe<Office>("office", pair => pair.OfficeId, "The office that keeps the one record.").Personal();
        Maybe<Office>("otherOffice", pair => pair.OtherOfficeId, "The office that keeps the other record.").Personal();
        Field(pair => pair.Reason, "The strongest reason.").Personal();
        GroupBy("REASON", pair => pair.Reason, "The strongest reason.");
    }
}
