using TeacherDevPlan.Api.GraphQL.Conventions;
using TeacherDevPlan.Application.Common;
using TeacherDevPlan.Application.Development;
using TeacherDevPlan.Domain.Development;
using TeacherDevPlan.Domain.People;

namespace TeacherDevPlan.Api.GraphQL.Development;

/// <summary>The mutations of surveys of needs.</summary>
internal static class NeedsMutations
{
    private static readonly Member RoundId = new("roundId", "ID!", "The survey.");

    private static readonly (Member, Func<Written, object?>) TheRound = (
        new Member("round", "NeedsRound", "The survey; null if the mutation was refused."),
        it => it.Id
    );

    public static IReadOnlyList<IMutation> All() =>
        [
            new Mutation<OpenNeedsRound, Written>(
                "Opens the survey of the needs of an office's people for a fiscal year. An office has one for each year.",
                [
                    new Member("officeCode", "String!", "The code of the office: \"TH-43-P2\"."),
                    new Member("fiscalYear", "Int!", "The year that the needs are for (Buddhist era)."),
                    new Member(
                        "topics",
                        "[String!]!",
                        $"Codes from `developmentTopics`, in the order of the survey; 1 to {OpenNeedsRoundValidator.MostOfRound}."
                    ),
                    new Member("mostTopics", "Int!", "How many topics one person may ask for."),
                    new Member(
                        "opensOn",
                        "LocalDate",
                        "The first day on which people answer; null if that is at once."
                    ),
                    new Member(
                        "closesOn",
                        "LocalDate",
                        "The last day on which people answer; null if that is when it is closed."
                    ),
                ],
                [TheRound],
                input => new OpenNeedsRound(
                    input.Text("officeCode"),
                    input.Value<int>("fiscalYear"),
                    [.. input.Values<string>("topics")],
                    input.Value<int>("mostTopics"),
                    input.ValueOrNull<DateOnly>("opensOn"),
                    input.ValueOrNull<DateOnly>("closesOn")
                )
            ),
            new Mutation<AskForTopics, Written>(
                "A person asks for topics in an OPEN survey of the office of their main appointment, in place of what they asked for before. A "
                    + "development officer of the office enters it for people who answered on paper, also after the last day.",
                [
                    RoundId,
                    new Member("personId", "ID!", "The person: the caller's own record, or anybody for an officer."),
                    new Member(
                        "topics",
                        "[String!]!",
                        "Codes of topics of the survey, the most important one first; an empty list asks for none."
                    ),
                ],
                [
                    (
                        new Member("participant", "NeedsParticipant", "The answer; null if the mutation was refused."),
                        it => it.Id
                    ),
                ],
                input => new AskForTopics(
                    input.Id(RoundId.Name, nameof(NeedsRound)),
                    input.Id("personId", nameof(Person)),
                    [.. input.Values<string>("topics")]
                )
            ),
            new Mutation<CloseNeedsRound, Written>(
                "Ends a survey of needs. Who was asked, as what and where, and what they asked for stay as they are on this day.",
                [RoundId],
                [TheRound],
                input => new CloseNeedsRound(input.Id(RoundId.Name, nameof(NeedsRound)))
            ),
        ];
}
