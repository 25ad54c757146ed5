using TeacherDevPlan.Api.GraphQL.Conventions;
using TeacherDevPlan.Application.Committees;
using TeacherDevPlan.Application.Common;
using TeacherDevPlan.Domain.Committees;
using TeacherDevPlan.Domain.Events;
using TeacherDevPlan.Domain.People;
using TeacherDevPlan.Domain.Plans;

namespace TeacherDevPlan.Api.GraphQL.Development;

/// <summary>The mutations of committees and monitoring visits.</summary>
internal static class CommitteeMutations
{
    /// <summary>The input CommitteeMemberInput.</summary>
    public static readonly IReadOnlyList<Member> Member =
    [
        new("personId", "ID!", "A person whose record the office keeps, or who has or had an appointment there."),
        new("role", "CommitteeRole!", "As what; CHAIR is one at a time."),
        new("from", "LocalDate", "The first Thai day in office; null: the committee's."),
        new("to", "LocalDate", "The last one; null: the committee's."),
    ];

    private static readonly (Member, Func<Written, object?>) TheVisit = (
        new Member("visit", "MonitoringVisit", "The visit; null if the mutation was refused."),
        it => it.Id
    );

    public static IReadOnlyList<IMutation> All() => [SaveCommittee(), SaveVisit(), FollowUp()];

    private static Mutation<SaveCommittee, Written> SaveCommittee() =>
        new(
            "Saves all that an order says about a committee, in place of what was saved before.",
            [
                new Member("committeeId", "ID", "The committee; null for a new one."),
                new Member("officeCode", "String!", "The code of its office: \"TH-43-P2\". It stays."),
                new Member("schoolId", "ID", "A school of the office; null for a committee of the office. It stays."),
                Version("committee"),
                new Member("name", "String!", "In Thai; 1 to 500 characters. Names nobody: it is public."),
                new Member(
                    "purpose",
                    "String!",
                    "What it is for, in Thai; 1 to 2000 characters. Names nobody: it is public."
                ),
                new Member("orderNumber", "String!", "The number of the order, as printed; 1 to 100 characters."),
                new Member("orderedOn", "LocalDate!", "The day of the order."),
                new Member("from", "LocalDate!", "The first Thai day in office."),
                new Member("to", "LocalDate", "The last one; null if it is open."),
                new Member("monitors", "Boolean!", "Whether its members record monitoring visits."),
                new Member(
                    "assesses",
                    "Boolean!",
                    "Whether its members assess how people apply what they have learnt."
                ),
                new Member(
                    "members",
                    "[CommitteeMemberInput!]!",
                    $"All members, in order; 1 to {CommitteeTerms.MostMembers}, each person once."
                ),
            ],
            [(new Member("committee", "Committee", "The committee; null if the mutation was refused."), it => it.Id)],
            input => new SaveCommittee(
                input.IdOrNull("committeeId", nameof(Committee)),
                input.Text("officeCode"),
                input.IdOrNull("schoolId", nameof(School)),
                input.Value<int>("expectedVersion"),
                input.Text("name"),
                input.Text("purpose"),
                input.Text("orderNumber"),
                input.Value<DateOnly>("orderedOn"),
                input.Value<DateOnly>("from"),
                input.ValueOrNull<DateOnly>("to"),
                input.Value<bool>("monitors"),
                input.Value<bool>("assesses"),
                [
                    .. input
                        .List("members")
                        .Select(one => new CommitteeMemberInput(
                            one.Id("personId", nameof(Person)),
                            one.Value<CommitteeRole>("role"),
                            one.ValueOrNull<DateOnly>("from"),
                            one.ValueOrNull<DateOnly>("to")
                        )),
                ]
            )
        );

    private static Mutation<SaveMonitoringVisit, Written> SaveVisit() =>
        new(
            "Records a monitoring visit, or replaces what was recorded of one: by officers of the office, or by those who are in office today in the "
                + "committee that made it.",
            [
                new Member("visitId", "ID", "The visit; null for a new one."),
                new Member("projectId", "ID", "For a new one: a project that is not a draft."),
                new Member("offeringId", "ID", "For a new one instead: an offering."),
                Version("visit"),
                new Member("phase", "MonitoringPhase!", "When in its course."),
                new Member(
                    "committeeId",
                    "ID",
                    "A committee of the office that records visits and was in office on the day; null for a visit by officers."
                ),
                new Member(
                    "schoolId",
                    "ID",
                    "The school of the office that was visited; that of a school's committee."
                ),
                new Member("visitedOn", "LocalDate!", "The Thai day; today at the latest."),
                new Member("findings", "String!", "What was found; 1 to 10000 characters."),
                new Member("recommendations", "String", "What is recommended; up to 10000 characters."),
            ],
            [TheVisit],
            input => new SaveMonitoringVisit(
                input.IdOrNull("visitId", nameof(MonitoringVisit)),
                input.IdOrNull("projectId", nameof(Project)),
                input.IdOrNull("offeringId", nameof(Offering)),
                input.Value<int>("expectedVersion"),
                input.Value<MonitoringPhase>("phase"),
                input.IdOrNull("committeeId", nameof(Committee)),
                input.IdOrNull("schoolId", nameof(School)),
                input.Value<DateOnly>("visitedOn"),
                input.Text("findings"),
                input.TextOrNull("recommendations")
            )
        );

    private static Mutation<RecordFollowUp, Written> FollowUp() =>
        new(
            "Records what was done about the recommendations of a visit, in place of what was recorded, by those who may save the visit.",
            [
                new Member("visitId", "ID!", "A visit with recommendations."),
                Version("visit"),
                new Member("actionTaken", "String!", "What was done so far; 1 to 10000 characters."),
                new Member("doneOn", "LocalDate", "The Thai day on which all was done; null if something is left."),
            ],
            [TheVisit],
            input => new RecordFollowUp(
                input.Id("visitId", nameof(MonitoringVisit)),
                input.Value<int>("expectedVersion"),
                input.Text("actionTaken"),
                input.ValueOrNull<DateOnly>("doneOn")
            )
        );

    private static Member Version(string of) =>
        new(
            "expectedVersion",
            "Int!",
            $"The version of the {of} that the change is based on, 0 for a new one; if it has changed, the result is a ConflictError."
        );
}
