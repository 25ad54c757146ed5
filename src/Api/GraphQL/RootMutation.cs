using TeacherDevPlan.Api.GraphQL.Conventions;

namespace TeacherDevPlan.Api.GraphQL;

/// <summary>The entry points for writing.</summary>
internal sealed class RootMutation : ObjectType<object>
{
    public RootMutation(IEnumerable<IMutation> mutations)
        : base(
            "Mutation",
            "Writes, each for who has a role for it. Each is one transaction, done before the next begins."
        )
    {
        foreach (var mutation in mutations)
            AddField(mutation.Field);
    }
}
