using TeacherDevPlan.Application.Common.Models;
using TeacherDevPlan.Domain.People;

namespace TeacherDevPlan.Application.People;

public sealed class StaffCategoryModel : Model<StaffCategory>
{
    public StaffCategoryModel()
        : base("A category of staff in the ministry's catalogue: ข้าราชการครู, พนักงานราชการ …")
    {
        SeenBy(Seen.All);
        Lists("StaffCategories");
        Order(category => category.Code);
        Root("staffCategories", "The categories of staff, by code.");
        Key(category => category.Id);
        Field(category => category.Code, "Stable code, for inputs: \"GOVERNMENT_EMPLOYEE\".");
        Field(category => category.Name, "The name in Thai.");
        Field(
            category => category.ValidFrom,
            "The first day on which an appointment in it can begin; null if there is no first one."
        );
        Field(category => category.ValidTo, "The last such day; null if it is still valid.");
        Field(category => category.Source, "The rule that defines it.");
    }
}
