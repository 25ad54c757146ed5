using TeacherDevPlan.Application.Common.Models;
using TeacherDevPlan.Domain.Projects;
using TeacherDevPlan.Domain.Staff;

namespace TeacherDevPlan.Application.Projects;

public sealed class ProjectOwnerModel : Model<ProjectOwner>
{
    public ProjectOwnerModel()
        : base("Somebody responsible for a project (ผู้รับผิดชอบโครงการ).")
    {
        SeenBy(Seen.WithParent);
        Field(owner => owner.Name, "As printed with the project.").Personal();
        Field(owner => owner.Position, "As printed with the project; empty where none is printed.").Personal();
        Maybe<StaffMember>("staffMember", owner => owner.StaffMemberId, "The member of the office's staff.");
        Source().Personal();
    }
}
