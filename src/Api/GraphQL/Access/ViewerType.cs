using TeacherDevPlan.Api.GraphQL.Conventions;
using TeacherDevPlan.Application.Access;

namespace TeacherDevPlan.Api.GraphQL.Access;

internal sealed class ViewerType : ObjectType<Caller>
{
    public ViewerType()
        : base("Viewer", "The caller of the request.")
    {
        Value("name", "String!", caller => caller.Name, "The name that is stored with the caller's records.");
        Value("signedIn", "Boolean!", caller => caller.IsSignedIn, "Whether the caller is signed in.");
        Value("roles", "[Role!]!", caller => caller.Roles.Order(), "The caller's roles.");
        Value(
            "offices",
            "[String!]!",
            caller => caller.Offices.Order(StringComparer.Ordinal),
            "The codes of the offices that the roles apply to; \"MINISTRY\" is the whole ministry."
        );
    }
}
