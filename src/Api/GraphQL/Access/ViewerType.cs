using TeacherDevPlan.Api.GraphQL.Conventions;
using TeacherDevPlan.Application.Access;

namespace TeacherDevPlan.Api.GraphQL.Access;

internal sealed class ViewerType : ObjectType<Caller>
{
    public ViewerType()
        : base("Viewer", "Who is asking.")
    {
        Value("name", "String!", caller => caller.Name, "As it is written beside what they record.");
        Value("signedIn", "Boolean!", caller => caller.IsSignedIn, "Whether they are signed in.");
        Value("roles", "[Role!]!", caller => caller.Roles.Order(), "What they may do.");
        Value(
            "offices",
            "[String!]!",
            caller => caller.Offices.Order(StringComparer.Ordinal),
            "The codes of the offices that the roles are held for; \"MINISTRY\" is the whole ministry."
        );
    }
}
