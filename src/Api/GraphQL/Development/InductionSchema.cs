using TeacherDevPlan.Api.GraphQL.Conventions;
using TeacherDevPlan.Application.Careers;
using TeacherDevPlan.Application.Common;
using TeacherDevPlan.Domain.Careers;
using TeacherDevPlan.Domain.People;

namespace TeacherDevPlan.Api.GraphQL.Development;

/// <summary>The part of the schema for inductions.</summary>
internal static class InductionSchema
{
    private static readonly (Member, Func<Written, object?>) TheInduction = (
        new Member("induction", "Induction", "The induction; null if the mutation was refused."),
        it => it.Id
    );

    private static readonly (Member, Func<Written, object?>) TheStep = (
        new Member("step", "InductionStep", "The step; null if the mutation was refused."),
        it => it.Id
    );

    public static SchemaPart Of() =>
        new()
        {
            Types =
            [
                EnumType.Of<InductionStepKind>(
                    "What a step of an induction is.",
                    ("ORIENTATION", "ปฐมนิเทศ."),
                    ("COACHING", "สอนงาน: work under somebody who knows it."),
                    ("ROTATION", "หมุนเวียนการปฏิบัติงาน."),
                    ("TRAINING", "การฝึกอบรม."),
                    ("PROBATION_ROUND", "การประเมินระหว่างทดลองปฏิบัติหน้าที่ราชการ.")
                ),
                EnumType.Of<InductionStatus>(
                    "What became of an induction.",
                    ("IN_PROGRESS", "It goes on."),
                    ("PASSED", "The person passed: all steps are done, and passed if they are assessed."),
                    ("FAILED", "The person failed."),
                    ("ENDED", "It ended otherwise, as when the person left.")
                ),
                EnumType.Of<InductionResult>(
                    "How a step that is assessed went.",
                    ("PASSED", "ผ่าน."),
                    ("NOT_PASSED", "ไม่ผ่าน.")
                ),
            ],
            Mutations = [Begin(), Record(), Decide(), Mentor()],
        };

    private static Mutation<BeginInduction, Written> Begin() =>
        new(
            "Begins the induction of a person in an appointment, by an officer of its office other than the person.",
            [
                new Member(
                    "appointmentId",
                    "ID!",
                    "The appointment, at the office that keeps the record. Its first day is day 0."
                ),
                new Member(
                    "programmeCode",
                    "String!",
                    "The programme, from `inductionProgrammes`, in use on that day. Its steps are kept as they are now."
                ),
                Mentors(),
            ],
            [TheInduction],
            input => new BeginInduction(
                input.Id("appointmentId", nameof(Appointment)),
                input.Text("programmeCode"),
                input.Id("mentorId", nameof(Person))
            )
        );

    private static Mutation<RecordInductionStep, Written> Record() =>
        new(
            "Records a step of an induction in progress, or replaces what is recorded, by an officer of its office other than the person; a "
                + "step that is not assessed also by the mentor.",
            [
                new Member("stepId", "ID!", "The step."),
                Version(),
                new Member(
                    "doneOn",
                    "LocalDate",
                    "The Thai day on which it was done, from day 0 to today; null takes back what was recorded."
                ),
                new Member("result", "InductionResult", "Of a step that is assessed and done; null otherwise."),
                new Member(
                    "score",
                    "Decimal",
                    "The score of a step that is assessed, 0 to 100; null if there is none."
                ),
                new Member("note", "String", "What is to be said of it; up to 2000 characters. The person sees it."),
                new Member(
                    "evidence",
                    "String",
                    "Where it can be seen, as text: a link, or a file number; up to 2000 characters."
                ),
            ],
            [TheStep],
            input => new RecordInductionStep(
                input.Id("stepId", nameof(InductionStep)),
                input.Value<int>("expectedVersion"),
                input.ValueOrNull<DateOnly>("doneOn"),
                input.ValueOrNull<InductionResult>("result"),
                input.ValueOrNull<decimal>("score"),
                input.TextOrNull("note"),
                input.TextOrNull("evidence")
            )
        );

    private static Mutation<DecideInduction, Written> Decide() =>
        new(
            "Decides about an induction in progress, by an officer of its office other than the person.",
            [
                new Member("inductionId", "ID!", "The induction."),
                Version(),
                new Member("status", "InductionStatus!", "PASSED, FAILED or ENDED."),
                new Member(
                    "decidedOn",
                    "LocalDate!",
                    "The Thai day of the decision, from the last day on which a step was done to today."
                ),
                new Member(
                    "orderNumber",
                    "String",
                    "The number of the order of PASSED and FAILED; up to 100 characters. Null for ENDED."
                ),
                new Member(
                    "note",
                    "String",
                    "The reason of FAILED and ENDED; up to 2000 characters. Null for PASSED. The person sees it."
                ),
            ],
            [TheInduction],
            input => new DecideInduction(
                input.Id("inductionId", nameof(Induction)),
                input.Value<int>("expectedVersion"),
                input.Value<InductionStatus>("status"),
                input.Value<DateOnly>("decidedOn"),
                input.TextOrNull("orderNumber"),
                input.TextOrNull("note")
            )
        );

    private static Mutation<ChangeMentor, Written> Mentor() =>
        new(
            "Gives an induction in progress to another mentor, by an officer of its office other than the person.",
            [new Member("inductionId", "ID!", "The induction."), Version(), Mentors()],
            [TheInduction],
            input => new ChangeMentor(
                input.Id("inductionId", nameof(Induction)),
                input.Value<int>("expectedVersion"),
                input.Id("mentorId", nameof(Person))
            )
        );

    private static Member Mentors() =>
        new("mentorId", "ID!", "The mentor: somebody else whose record the office keeps.");

    private static Member Version() =>
        new(
            "expectedVersion",
            "Int!",
            "The version of the induction that the change is based on; if it has changed, the result is a ConflictError."
        );
}
