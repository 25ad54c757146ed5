using GraphQL.Types;
using TeacherDevPlan.Api.GraphQL.Conventions;

namespace TeacherDevPlan.Api.GraphQL;

/// <summary>The entry points for writing.</summary>
internal sealed class RootMutation : ObjectGraphType
{
    public RootMutation(IEnumerable<IMutation> mutations)
    {
        Name = "Mutation";
        Description = "Writes, each for who has a role for it. Each is one transaction, done before the next begins.";
        foreach (var mutation in mutations)
            AddField(mutation.Field);
    }
}
