using TeacherDevPlan.Api.GraphQL.Conventions;
using TeacherDevPlan.Domain.Findings;

namespace TeacherDevPlan.Api.GraphQL.Findings;

internal sealed class FindingCountsType : ObjectType<FindingCounts>
{
    public FindingCountsType()
        : base("FindingCounts", "How many findings of a plan are open.")
    {
        Value("errors", "Int!", counts => counts.Errors, "Of severity ERROR.");
        Value("warnings", "Int!", counts => counts.Warnings, "Of severity WARNING.");
        Value("infos", "Int!", counts => counts.Infos, "Of severity INFO.");
    }
}
