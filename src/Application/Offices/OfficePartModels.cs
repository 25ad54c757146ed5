using TeacherDevPlan.Application.Common.Querying;
using TeacherDevPlan.Domain.Offices;

namespace TeacherDevPlan.Application.Offices;

public sealed class DistrictModel : QueryModel<District>
{
    public DistrictModel()
        : base("District") => Value("name", district => district.Name);
}

public sealed class OrgUnitModel : QueryModel<OrgUnit>
{
    public OrgUnitModel()
        : base("OrgUnit")
    {
        DefaultOrder = [unit => unit.Number];
        Id(unit => unit.Id);
        Value("number", unit => unit.Number);
        Value("name", unit => unit.Name);
    }
}
