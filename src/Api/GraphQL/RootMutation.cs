using GraphQL.Types;
using TeacherDevPlan.Api.GraphQL.Conventions;

namespace TeacherDevPlan.Api.GraphQL;

/// <summary>The entry points for writing.</summary>
internal sealed class RootMutation : ObjectGraphType
{
    public RootMutation(IEnumerable<IMutation> mutations)
    {
        Name = "Mutation";
        Description =
            "Writes. Each mutation needs a role and is one transaction, which is committed before the next mutation begins.";
        foreach (var mutation in mutations)
            AddField(mutation.Field);
    }
}
