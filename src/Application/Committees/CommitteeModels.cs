using TeacherDevPlan.Application.Common.Models;
using TeacherDevPlan.Domain.Committees;
using TeacherDevPlan.Domain.Offices;
using TeacherDevPlan.Domain.People;

namespace TeacherDevPlan.Application.Committees;

/// <summary>
/// That there is a committee, what for and with how many in which roles is as public as its office; who they are is not.
/// </summary>
public sealed class CommitteeModel : Model<Committee>
{
    public CommitteeModel()
        : base("A committee (คณะกรรมการ) of an office, or of one of its schools, that an order set up.")
    {
        SeenBy(Seen.Either(WithId<Office>(one => one.OfficeId), OwnWorkplace(one => one.OfficeId)));
        Lists("Committees");
        LongList();
        Order(one => one.HeldFrom);
        Root("committees", "The committees of all offices, by their first day.");
        Key(one => one.Id);
        RootById("committee", "The committee with this id, or null.");
        Maybe<Office>("office", one => one.OfficeId, "The office; null if nothing of it is published yet.");
        Maybe<School>("school", one => one.SchoolId, "The school; null for a committee of the office.");
        Field(one => one.Name, "In Thai.");
        Field(one => one.Purpose, "What it is for, in Thai.");
        Field(one => one.OrderNumber, "The number of the order (คำสั่งที่), as printed.");
        Field(one => one.OrderedOn, "The day of the order.");
        Field(one => one.HeldFrom, "The first Thai day in office.", "from").Indexed();
        Field(one => one.HeldTo, "The last one; null if it is open.", "to");
        Field(one => one.Monitors, "Whether its members record monitoring visits.");
        Field(one => one.Assesses, "Whether its members assess how people apply what they have learnt.");
        Field(one => one.Version, "Increases with each change, from 1.");
        Many<CommitteeMember>("members", one => one.CommitteeId, one => one.Number, "Its members, in order.");
        Page<MonitoringVisit>("monitoringVisits", one => one.CommitteeId, "Its visits, of those that the caller sees.");
        GroupByOffice(one => one.Office);
        GroupBy<School>("SCHOOL", one => one.SchoolId, one => one.School!.Name, "The school; null if it has none.");
        GroupBy("MONITORS", one => one.Monitors, "Whether its members record monitoring visits.");
        GroupBy("ASSESSES", one => one.Assesses, "Whether its members assess how people apply what they have learnt.");
    }
}

public sealed class CommitteeMemberModel : Model<CommitteeMember>
{
    public CommitteeMemberModel()
        : base("Somebody in a committee.")
    {
        SeenBy(Seen.WithParent);
        Field(one => one.Number, "The place in the order, from 1.");
        Field(one => one.Role, "As what.");
        Field(one => one.HeldFrom, "The first Thai day in office.", "from");
        Field(one => one.HeldTo, "The last one; null if it is open.", "to");
        Maybe<Person>("person", one => one.PersonId, "The person; null for those who do not see the person's record.")
            .Personal();
    }
}
