using TeacherDevPlan.Api.GraphQL.Conventions;
using TeacherDevPlan.Domain.Events.After;

namespace TeacherDevPlan.Api.GraphQL.Development;

/// <summary>The part of the schema for what follows an event: questionnaires and assessments.</summary>
internal static class AfterEventSchema
{
    public static SchemaPart Of() =>
        new()
        {
            Types =
            [
                EnumType.Of<QuestionnaireStatus>(
                    "Whether people answer a questionnaire.",
                    ("DRAFT", "Not yet."),
                    ("OPEN", "People who were in the offering answer."),
                    ("CLOSED", "Nothing changes any more.")
                ),
                EnumType.Of<Assessor>(
                    "Whose view of the application of what was learnt it is.",
                    ("SELF", "The person's."),
                    ("SUPERVISOR", "The direct supervisor's."),
                    (
                        "COMMITTEE",
                        "The committee's, which a member records, or a development officer of the person's office."
                    )
                ),
                EnumType.Of<AssessorRole>(
                    "As what somebody assessed.",
                    ("PERSON", "The person."),
                    ("SUPERVISOR", "Whom the person's appointment named as supervisor."),
                    ("DIRECTOR", "The director of the person's school, because no supervisor was recorded."),
                    ("OFFICER", "A development officer, for the committee."),
                    ("MEMBER", "Somebody in office in a committee that assesses.")
                ),
                EnumType.Of<ApplicationStatus>(
                    "Whether an assessment is done.",
                    ("DUE", "Not done, and not overdue."),
                    ("OVERDUE", "Not done, and the last day has passed."),
                    ("DONE", "It was assessed, in time or not.")
                ),
            ],
            Mutations = [.. AfterEventMutations.All()],
            Errors =
            [
                new ErrorType<AlreadyAnswered>(
                    "AlreadyAnsweredError",
                    "The person has answered the questionnaire; the answer is counted. Nobody answers twice."
                ),
            ],
        };
}
