using TeacherDevPlan.Api.GraphQL.Conventions;
using TeacherDevPlan.Domain.Vocabulary;

namespace TeacherDevPlan.Api.GraphQL.Projects;

/// <summary>The part of the schema for projects.</summary>
internal static class ProjectSchema
{
    public static SchemaPart Of() =>
        new()
        {
            Types =
            [
                EnumType.Of<ProjectNature>(
                    "Whether a project is new or continued.",
                    ("NEW", "New (โครงการใหม่)."),
                    ("CONTINUING", "Continuing (โครงการต่อเนื่อง).")
                ),
                EnumType.Of<ProjectStatus>(
                    "The status of a project. Only approved projects and projects in progress may spend."
                ),
                EnumType.Of<KpiKind>(
                    "The kind of a success indicator.",
                    ("QUANTITATIVE", "เชิงปริมาณ."),
                    ("QUALITATIVE", "เชิงคุณภาพ.")
                ),
                EnumType.Of<FundingKind>(
                    "The source of funding.",
                    ("OFFICE", "The office's own budget."),
                    ("EXTERNAL", "Requested from outside (งบประมาณขอรับการสนับสนุนภายนอก).")
                ),
            ],
        };
}
