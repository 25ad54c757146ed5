using TeacherDevPlan.Application.Common.Models;
using TeacherDevPlan.Domain.Plans;

namespace TeacherDevPlan.Application.Projects;

public sealed class FundingSourceModel : Model<FundingSource>
{
    public FundingSourceModel()
        : base("The part of a project's money that comes from one source.")
    {
        SeenBy(Seen.WithParent);
        Field(source => source.Kind, "The kind of source.");
        Field(source => source.Amount, "Amount in baht, as printed.");
        Source();
    }
}
