using TeacherDevPlan.Api.GraphQL.Conventions;
using TeacherDevPlan.Domain.Findings;

namespace TeacherDevPlan.Api.GraphQL.Findings;

internal sealed class FindingCountsType : ObjectType<FindingCounts>
{
    public FindingCountsType()
        : base("FindingCounts", "Numbers of open findings of a plan.")
    {
        Value("errors", "Int!", counts => counts.Errors, "Open findings of severity ERROR.");
        Value("warnings", "Int!", counts => counts.Warnings, "Open findings of severity WARNING.");
        Value("infos", "Int!", counts => counts.Infos, "Open findings of severity INFO.");
    }
}
