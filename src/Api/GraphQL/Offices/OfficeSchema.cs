using TeacherDevPlan.Api.GraphQL.Conventions;
using TeacherDevPlan.Domain.Indicators;
using TeacherDevPlan.Domain.Vocabulary;

namespace TeacherDevPlan.Api.GraphQL.Offices;

/// <summary>The part of the schema for offices and their strategies.</summary>
internal static class OfficeSchema
{
    public static SchemaPart Of() =>
        new()
        {
            Types =
            [
                EnumType.Of<OfficeKind>(
                    "The kind of an office.",
                    ("PRIMARY", "Primary (สพป.)."),
                    ("SECONDARY", "Secondary (สพม.).")
                ),
                EnumType.Of<ResponsibleLevel>(
                    "Who is to act.",
                    ("OFFICE", "The office (สพท.)."),
                    ("SCHOOL", "The office's schools (โรงเรียน)."),
                    ("OFFICE_AND_SCHOOL", "Both (สพท. / โรงเรียน).")
                ),
            ],
        };
}
