using TeacherDevPlan.Application.Common.Models;
using TeacherDevPlan.Domain.Projects;

namespace TeacherDevPlan.Application.Projects;

public sealed class FundingSourceModel : Model<FundingSource>
{
    public FundingSourceModel()
        : base("A part of a project's money by where it comes from.")
    {
        SeenBy(Seen.WithParent);
        Field(source => source.Kind, "From where.");
        Field(source => source.Amount, "In baht, as printed.");
        Source();
    }
}
