using TeacherDevPlan.Application.Common.Models;
using TeacherDevPlan.Domain.Offices;

namespace TeacherDevPlan.Application.Offices;

public sealed class OrgUnitModel : Model<OrgUnit>
{
    public OrgUnitModel()
        : base("A group or unit (กลุ่ม / หน่วย) of an office.")
    {
        SeenBy(Seen.Either(When(unit => unit.Published), OwnOffice(unit => RowOf.Id<Office>(unit.OfficeId).Code)));
        Lists("OrgUnits");
        Order(unit => unit.Number);
        Root("orgUnits", "Groups and units of all offices, by number.");
        Key(unit => unit.Id);
        RootById("orgUnit", "The group or unit with this id, or null.");
        Field(unit => unit.Number, "Number in the office's structure.");
        Field(unit => unit.Name, "As printed.");
        Source();
        One<Office>("office", unit => unit.OfficeId, "The office that the group or unit belongs to.");
        GroupByOffice(unit => RowOf.Id<Office>(unit.OfficeId));
        GroupBy("NAME", unit => unit.Name, "The name, across offices.");
    }
}
