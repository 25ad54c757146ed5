using TeacherDevPlan.Api.GraphQL.Conventions;
using TeacherDevPlan.Domain.Development;

namespace TeacherDevPlan.Api.GraphQL.Development;

/// <summary>The part of the schema for plans of single people and surveys of needs.</summary>
internal static class DevelopmentSchema
{
    public static SchemaPart Of() =>
        new()
        {
            Types =
            [
                EnumType.Of<CompetencyKind>(
                    "The kind of a competency.",
                    ("CORE", "Of everybody (สมรรถนะหลัก)."),
                    ("FUNCTIONAL", "Of a line of work (สมรรถนะประจำสายงาน).")
                ),
                EnumType.Of<IndividualPlanStatus>(
                    "The status of a person's development plan.",
                    ("DRAFT", "Being written; the person saves and submits it."),
                    ("SUBMITTED", "Waiting for the supervisor, who approves or returns it."),
                    ("RETURNED", "Given back with a reason; the person saves and submits it again."),
                    ("APPROVED", "Approved; saving it makes another revision, and an officer closes it."),
                    ("CLOSED", "Closed; nothing changes any more.")
                ),
                EnumType.Of<NeedsRoundStatus>(
                    "The status of a survey of needs.",
                    ("OPEN", "People ask for topics."),
                    ("CLOSED", "Nothing changes any more.")
                ),
                InputTypes.Of(
                    "AssessmentInput",
                    "A person's assessment of themselves.",
                    IndividualPlanMutations.Assessment
                ),
                InputTypes.Of("IndividualPlanItemInput", "What a person plans to learn.", IndividualPlanMutations.Item),
            ],
            Mutations = [.. IndividualPlanMutations.All(), .. NeedsMutations.All()],
            Errors =
            [
                new ErrorType<NotInCharge>(
                    "NotInChargeError",
                    "The caller sees the plan, but this is somebody else's to do; the message says whose."
                ),
            ],
        };
}
