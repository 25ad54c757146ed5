using TeacherDevPlan.Api.GraphQL.Conventions;
using TeacherDevPlan.Domain.Vocabulary;

namespace TeacherDevPlan.Api.GraphQL.Staff;

/// <summary>The part of the schema for staff.</summary>
internal static class StaffSchema
{
    public static SchemaPart Of() =>
        new()
        {
            Types =
            [
                EnumType.Of<AcademicStanding>(
                    "Academic standing (วิทยฐานะ).",
                    ("PROFESSIONAL", "ชำนาญการ."),
                    ("SENIOR_PROFESSIONAL", "ชำนาญการพิเศษ."),
                    ("EXPERT", "เชี่ยวชาญ."),
                    ("ADVISORY", "เชี่ยวชาญพิเศษ.")
                ),
            ],
            Mutations = StaffMutations.All(),
        };
}
