using TeacherDevPlan.Api.GraphQL.Conventions;
using TeacherDevPlan.Application.Careers;
using TeacherDevPlan.Application.Common;
using TeacherDevPlan.Domain.Careers;
using TeacherDevPlan.Domain.People;

namespace TeacherDevPlan.Api.GraphQL.Development;

/// <summary>The part of the schema for further studies.</summary>
internal static class StudySchema
{
    private static readonly (Member, Func<Written, object?>) TheStudy = (
        new Member("study", "FurtherStudy", "The study; null if the mutation was refused."),
        it => it.Id
    );

    public static SchemaPart Of() =>
        new()
        {
            Types =
            [
                EnumType.Of<StudyDegree>(
                    "What somebody studies for.",
                    ("CERTIFICATE", "ประกาศนียบัตร."),
                    ("BACHELOR", "ปริญญาตรี."),
                    ("MASTER", "ปริญญาโท."),
                    ("DOCTOR", "ปริญญาเอก.")
                ),
                EnumType.Of<StudyLeave>(
                    "How somebody is on leave for a study.",
                    ("FULL_TIME", "ลาศึกษาเต็มเวลา; two of a person do not overlap."),
                    ("PART_TIME", "ใช้เวลาราชการบางส่วน."),
                    ("OWN_TIME", "นอกเวลาราชการ.")
                ),
                EnumType.Of<StudyFunding>(
                    "Who pays for a study.",
                    ("SELF", "ทุนส่วนตัว."),
                    ("GOVERNMENT", "ทุนของทางราชการ."),
                    ("OTHER", "ทุนอื่น.")
                ),
                EnumType.Of<StudyStatus>(
                    "What became of a study.",
                    ("REQUESTED", "Nothing is decided yet."),
                    ("APPROVED", "It may begin."),
                    ("REFUSED", "It was refused, or the approval was taken back before it began."),
                    ("STUDYING", "It has begun."),
                    ("COMPLETED", "It was completed."),
                    ("DISCONTINUED", "It ended without being completed.")
                ),
                EnumType.Of<StudyStep>(
                    "What can be done with a study.",
                    ("APPROVE", "REQUESTED → APPROVED."),
                    ("REFUSE", "REQUESTED or APPROVED → REFUSED."),
                    ("START", "APPROVED → STUDYING, from its first day on."),
                    ("EXTEND", "STUDYING: it may last longer."),
                    ("COMPLETE", "STUDYING → COMPLETED."),
                    ("DISCONTINUE", "STUDYING → DISCONTINUED.")
                ),
            ],
            Mutations = [Save(), Move()],
        };

    private static Mutation<SaveFurtherStudy, Written> Save() =>
        new(
            "Asks for a further study, or replaces what an undecided request says: by the person, or by officers of the office.",
            [
                new Member("studyId", "ID", "The request; null for a new one."),
                new Member("personId", "ID", "For a new one: the person."),
                Version(),
                new Member("degree", "StudyDegree!", "What for."),
                new Member("field", "String!", "The field of study (สาขาวิชา); 1 to 500 characters."),
                new Member("institution", "String!", "Where; 1 to 500 characters."),
                new Member("leave", "StudyLeave!", "How the person is on leave for it."),
                new Member("funding", "StudyFunding!", "Who pays for it."),
                new Member(
                    "scholarship",
                    "String",
                    "The scholarship, if it is one; up to 500 characters. Null if the funding is SELF."
                ),
                new Member("from", "LocalDate!", "The first Thai day."),
                new Member("to", "LocalDate!", $"The last one, within {StudyTerms.MostYears} years."),
            ],
            [TheStudy],
            input => new SaveFurtherStudy(
                input.IdOrNull("studyId", nameof(FurtherStudy)),
                input.IdOrNull("personId", nameof(Person)),
                input.Value<int>("expectedVersion"),
                input.Value<StudyDegree>("degree"),
                input.Text("field"),
                input.Text("institution"),
                input.Value<StudyLeave>("leave"),
                input.Value<StudyFunding>("funding"),
                input.TextOrNull("scholarship"),
                input.Value<DateOnly>("from"),
                input.Value<DateOnly>("to")
            )
        );

    private static Mutation<MoveFurtherStudy, Written> Move() =>
        new(
            "Moves a study to its next status, or extends it, by an officer of its office other than the person.",
            [
                new Member("studyId", "ID!", "The study."),
                Version(),
                new Member("step", "StudyStep!", "What is done with it."),
                new Member(
                    "lastDay",
                    "LocalDate",
                    "Of EXTEND the new last day; of COMPLETE and DISCONTINUE the last day of the study. Null for other steps."
                ),
                new Member(
                    "orderNumber",
                    "String",
                    "The number of the order of APPROVE and EXTEND; up to 100 characters. Null for other steps."
                ),
                new Member(
                    "note",
                    "String",
                    "The reason of REFUSE and DISCONTINUE; up to 2000 characters. Null for other steps. The person sees it."
                ),
            ],
            [TheStudy],
            input => new MoveFurtherStudy(
                input.Id("studyId", nameof(FurtherStudy)),
                input.Value<int>("expectedVersion"),
                input.Value<StudyStep>("step"),
                input.ValueOrNull<DateOnly>("lastDay"),
                input.TextOrNull("orderNumber"),
                input.TextOrNull("note")
            )
        );

    private static Member Version() =>
        new(
            "expectedVersion",
            "Int!",
            "The version of the study that the change is based on, 0 for a new one; if it has changed, the result is a ConflictError."
        );
}
