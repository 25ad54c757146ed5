using TeacherDevPlan.Application.Common.Querying;
using TeacherDevPlan.Domain.Staff;

namespace TeacherDevPlan.Application.Staff;

/// <summary>Staff members, by name in Thai order.</summary>
public sealed record ListStaff(ListArguments Arguments) : ListQuery<StaffMember>(Arguments);

public sealed class ListStaffHandler(ListPlanner planner) : ListQueryHandler<ListStaff, StaffMember>(planner);

public sealed class StaffMemberModel : QueryModel<StaffMember>
{
    public StaffMemberModel()
        : base("StaffMember")
    {
        DefaultOrder = [member => member.Name];
        Id(member => member.Id);
        Related("office", member => member.Office);
        Related("orgUnit", member => member.OrgUnit);
        Value("name", member => member.Name);
        Value("position", member => member.Position);
        Value("academicStanding", member => member.AcademicStanding);
    }
}
