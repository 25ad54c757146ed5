using TeacherDevPlan.Api.GraphQL.Conventions;
using TeacherDevPlan.Domain.Committees;

namespace TeacherDevPlan.Api.GraphQL.Development;

/// <summary>The part of the schema for committees and monitoring visits.</summary>
internal static class CommitteeSchema
{
    public static SchemaPart Of() =>
        new()
        {
            Types =
            [
                EnumType.Of<CommitteeRole>(
                    "What somebody is in a committee.",
                    ("CHAIR", "ประธานกรรมการ; one at a time."),
                    ("MEMBER", "กรรมการ."),
                    ("SECRETARY", "กรรมการและเลขานุการ.")
                ),
                EnumType.Of<MonitoringPhase>(
                    "When in the course of a project or an offering it is visited.",
                    ("BEFORE", "Before it is carried out."),
                    ("DURING", "While it is carried out."),
                    ("AFTER", "Afterwards.")
                ),
                EnumType.Of<FollowUpStatus>(
                    "Whether what a visit recommended has been done.",
                    ("NONE", "Nothing was recommended."),
                    ("OPEN", "Something is left to do."),
                    ("DONE", "All is done.")
                ),
                InputTypes.Of("CommitteeMemberInput", "Somebody in a committee.", CommitteeMutations.Member),
            ],
            Mutations = [.. CommitteeMutations.All()],
        };
}
