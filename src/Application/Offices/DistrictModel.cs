using TeacherDevPlan.Application.Common.Models;
using TeacherDevPlan.Domain.Offices;

namespace TeacherDevPlan.Application.Offices;

public sealed class DistrictModel : Model<District>
{
    public DistrictModel()
        : base("A district (อำเภอ).")
    {
        SeenBy(WithId<Office>(district => district.OfficeId));
        Field(district => district.Name, "As printed.");
    }
}
