using TeacherDevPlan.Api.GraphQL.Conventions;
using TeacherDevPlan.Api.GraphQL.Sources;
using TeacherDevPlan.Application.Access;
using TeacherDevPlan.Domain.Access;

namespace TeacherDevPlan.Api.GraphQL.Access;

/// <summary>The part of the schema for roles, tokens and the audit trail.</summary>
internal static class AccessSchema
{
    public static SchemaPart Of() =>
        new()
        {
            Types =
            [
                EnumType.Of<Role>(
                    "The permissions of a caller.",
                    ("VIEWER", "Reads staff records of people named in plans, and who recorded what."),
                    ("PLAN_OFFICER", "For an office: maintains its plans, including drafts."),
                    ("BUDGET_OFFICER", "For an office: records payments, commitments and transfers within a project."),
                    ("APPROVER", "For an office or the whole ministry: transfers money, also between projects."),
                    ("MINISTRY_ANALYST", "Reads the data of all offices, including drafts; changes nothing."),
                    (
                        "ADMINISTRATOR",
                        "Creates access tokens and reads everything but the registry of people; moves no money."
                    ),
                    ("DEVELOPMENT_OFFICER", "For an office: keeps the registry of its people, and reads it."),
                    (
                        "STAFF",
                        "A member of staff: reads the own record, once an invitation was accepted, and those of whom one leads."
                    )
                ),
                EnumType.Of<AuditKind>(
                    "The kind of an audit record.",
                    ("WRITE", "Something was changed."),
                    ("REFUSAL", "A caller was refused access."),
                    ("READ", "Personal data was read.")
                ),
                new ViewerType(),
            ],
            Queries =
            [
                TypeNames.Field(
                    "viewer",
                    "Viewer!",
                    "The caller.",
                    new CallSource(call => new(call.Services.GetRequiredService<Caller>()))
                ),
            ],
            Mutations = AccessMutations.All(),
        };
}
