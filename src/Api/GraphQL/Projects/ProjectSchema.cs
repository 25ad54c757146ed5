using TeacherDevPlan.Api.GraphQL.Conventions;
using TeacherDevPlan.Domain.Projects;

namespace TeacherDevPlan.Api.GraphQL.Projects;

/// <summary>What projects add to the schema.</summary>
internal static class ProjectSchema
{
    public static SchemaPart Of() =>
        new()
        {
            Types =
            [
                EnumType.Of<ProjectNature>(
                    "Whether a project is new.",
                    ("NEW", "New (โครงการใหม่)."),
                    ("CONTINUING", "Continuing (โครงการต่อเนื่อง).")
                ),
                EnumType.Of<ProjectStatus>(
                    "Where a project stands. Only approved projects and those in progress may spend."
                ),
                EnumType.Of<KpiKind>(
                    "The kind of a success indicator.",
                    ("QUANTITATIVE", "เชิงปริมาณ."),
                    ("QUALITATIVE", "เชิงคุณภาพ.")
                ),
                EnumType.Of<FundingKind>(
                    "Where money comes from.",
                    ("OFFICE", "The office's own budget."),
                    ("EXTERNAL", "Asked for from outside (งบประมาณขอรับการสนับสนุนภายนอก).")
                ),
            ],
        };
}
