using TeacherDevPlan.Api.GraphQL.Conventions;
using TeacherDevPlan.Application.Access;
using TeacherDevPlan.Domain.Access;

namespace TeacherDevPlan.Api.GraphQL.Access;

/// <summary>What roles, tokens and the audit trail add to the schema.</summary>
internal static class AccessSchema
{
    public static SchemaPart Of() =>
        new()
        {
            Types =
            [
                EnumType.Of<Role>(
                    "What somebody may do.",
                    ("VIEWER", "Signed in: reads personal data that is not open to everybody."),
                    ("PLAN_OFFICER", "Of an office: keeps its plans, drafts included."),
                    ("BUDGET_OFFICER", "Of an office: pays, reserves and moves its money."),
                    ("APPROVER", "Of an office or of the ministry: also moves money between projects."),
                    ("MINISTRY_ANALYST", "Reads all offices, drafts included; changes nothing."),
                    ("ADMINISTRATOR", "Makes access tokens and reads everything; moves no money.")
                ),
                EnumType.Of<AuditKind>(
                    "What is put on record.",
                    ("WRITE", "Something was changed."),
                    ("REFUSAL", "Somebody was refused what they may not do or read."),
                    ("READ", "Personal data were read.")
                ),
                new ViewerType(),
            ],
            Queries =
            [
                Calls.Field(
                    "viewer",
                    "Viewer!",
                    "Who is asking.",
                    call => new(call.Services.GetRequiredService<Caller>())
                ),
            ],
            Mutations = AccessMutations.All(),
        };
}
