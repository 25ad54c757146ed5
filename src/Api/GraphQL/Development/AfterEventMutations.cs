using TeacherDevPlan.Api.GraphQL.Conventions;
using TeacherDevPlan.Application.Common;
using TeacherDevPlan.Application.Events.After;
using TeacherDevPlan.Domain.Events;
using TeacherDevPlan.Domain.Events.After;

namespace TeacherDevPlan.Api.GraphQL.Development;

/// <summary>The mutations of questionnaires, and of assessments of how what was learnt is applied.</summary>
internal static class AfterEventMutations
{
    private static readonly (Member, Func<Written, object?>) TheQuestionnaire = (
        new Member("questionnaire", "Questionnaire", "The questionnaire; null if the mutation was refused."),
        it => it.Id
    );

    private static readonly Member QuestionnaireId = new("questionnaireId", "ID!", "The questionnaire.");

    private static readonly Member OfferingId = new("offeringId", "ID!", "The offering.");

    private static readonly Member Version = new(
        "expectedVersion",
        "Int!",
        "The version that the change is based on, 0 for a new one; if it has changed, the result is a ConflictError."
    );

    public static IReadOnlyList<IMutation> All() => [Save(), Open(), Close(), Answer(), Plan(), Assess()];

    private static Mutation<SaveQuestionnaire, Written> Save() =>
        new(
            "Saves the questionnaire of an offering, in place of what was saved before, until it is opened.",
            [
                OfferingId,
                Version,
                new Member("title", "String!", "In Thai; 1 to 500 characters."),
                new Member(
                    "items",
                    "[String!]!",
                    $"The questions in order, each answered by a score of 1 to 5; 1 to {Questionnaire.MostItems} of 1 to 500 characters."
                ),
            ],
            [TheQuestionnaire],
            input => new SaveQuestionnaire(
                input.Id("offeringId", nameof(Offering)),
                input.Value<int>("expectedVersion"),
                input.Text("title"),
                [.. input.Values<string>("items")]
            )
        );

    private static Mutation<OpenQuestionnaire, Written> Open() =>
        new(
            "Opens a questionnaire, once attendance was recorded of a session: people who were there answer. Its items stay as they are.",
            [QuestionnaireId, Version],
            [TheQuestionnaire],
            input => new OpenQuestionnaire(
                input.Id("questionnaireId", nameof(Questionnaire)),
                input.Value<int>("expectedVersion")
            )
        );

    private static Mutation<CloseQuestionnaire, Written> Close() =>
        new(
            "Closes a questionnaire for good. Its result is told from then on, if five people answered at least; otherwise what they answered is "
                + "deleted. A dry run tells no result.",
            [QuestionnaireId, Version],
            [TheQuestionnaire],
            input => new CloseQuestionnaire(
                input.Id("questionnaireId", nameof(Questionnaire)),
                input.Value<int>("expectedVersion")
            )
        );

    private static Mutation<AnswerQuestionnaire, Written> Answer() =>
        new(
            "Answers a questionnaire, once, as a person who was in the offering. It is kept that the person answered, but not what: only how often "
                + "each item got each score, and the comments apart. Sent again, it is an AlreadyAnsweredError: the first answer is counted.",
            [
                QuestionnaireId,
                new Member("scores", "[Int!]!", "A score of 1, the least, to 5 for each item, in order."),
                new Member(
                    "comment",
                    "String",
                    $"Up to {AnswerQuestionnaireValidator.LongestComment} characters; officers of the office read it, without a name."
                ),
            ],
            [TheQuestionnaire],
            input => new AnswerQuestionnaire(
                input.Id("questionnaireId", nameof(Questionnaire)),
                [.. input.Values<int>("scores")],
                input.TextOrNull("comment")
            )
        );

    private static Mutation<SaveApplicationPlan, Written> Plan() =>
        new(
            "Decides that those who complete an offering are assessed on the application of what was learnt, and when, in place of what was decided "
                + "before. Nothing is sent to anybody.",
            [
                OfferingId,
                Version,
                new Member(
                    "dueDays",
                    "Int!",
                    $"Days from the Thai day on which it is settled that a person completed it; 1 to {ApplicationPlan.MostDays}."
                ),
                new Member("level", "Int!", "The lowest level that counts as applied, 1 to 5."),
            ],
            [(new Member("offering", "Offering", "The offering; null if the mutation was refused."), it => it.Id)],
            input => new SaveApplicationPlan(
                input.Id("offeringId", nameof(Offering)),
                input.Value<int>("expectedVersion"),
                input.Value<int>("dueDays"),
                input.Value<int>("level")
            )
        );

    private static Mutation<AssessApplication, Written> Assess() =>
        new(
            "Assesses how a person applies what was learnt, or changes the assessment; earlier revisions are kept. SELF is for the person, SUPERVISOR "
                + "for the direct supervisor (or the school's director, if none is recorded), COMMITTEE for those in office today in a committee that "
                + "assesses, of the person's office or school of the time, and for development officers of that office.",
            [
                new Member("assessmentId", "ID!", "The assessment."),
                new Member(
                    "expectedRevision",
                    "Int!",
                    "The number of the revision that the change is based on, 0 for the first one; if it has changed, the result is a ConflictError."
                ),
                new Member("level", "Int!", "1, not applied, to 5."),
                new Member("evidence", "String!", "What it is based on; 1 to 10000 characters."),
            ],
            [
                (
                    new Member(
                        "assessment",
                        "ApplicationAssessment",
                        "The assessment; null if the mutation was refused."
                    ),
                    it => it.Id
                ),
            ],
            input => new AssessApplication(
                input.Id("assessmentId", nameof(ApplicationAssessment)),
                input.Value<int>("expectedRevision"),
                input.Value<int>("level"),
                input.Text("evidence")
            )
        );
}
