using TeacherDevPlan.Application.Common.Models;
using TeacherDevPlan.Domain.Offices;
using TeacherDevPlan.Domain.Plans;

namespace TeacherDevPlan.Application.Projects;

public sealed class ProjectOwnerModel : Model<ProjectOwner>
{
    public ProjectOwnerModel()
        : base("A person responsible for a project (ผู้รับผิดชอบโครงการ).")
    {
        SeenBy(Seen.WithParent);
        Field(owner => owner.Name, "Name as printed with the project.").Personal();
        Field(owner => owner.Position, "Position as printed with the project; empty if none is printed.").Personal();
        Maybe<StaffMember>(
            "staffMember",
            owner => owner.StaffMemberId,
            "The corresponding member of the office's staff."
        );
        Source().Personal();
    }
}
