using TeacherDevPlan.Api.GraphQL.Conventions;
using TeacherDevPlan.Application.Common;
using TeacherDevPlan.Application.Events;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Events;
using TeacherDevPlan.Domain.People;

namespace TeacherDevPlan.Api.GraphQL.Development;

/// <summary>The mutations of courses, offerings and enrolments.</summary>
internal static class EventMutations
{
    /// <summary>The input SessionInput.</summary>
    public static readonly IReadOnlyList<Member> Session =
    [
        new("id", "ID", "The session that it changes; null for a new one."),
        new("startsAt", "DateTime!", "When it starts."),
        new("endsAt", "DateTime!", "When it ends; 24 hours later at most."),
        new("minutes", "Int!", "How many of its minutes count."),
        new("title", "String", "Up to 500 characters."),
    ];

    /// <summary>The input AttendeeInput.</summary>
    public static readonly IReadOnlyList<Member> Attendee =
    [
        new("personId", "ID!", "The person."),
        new("planItemId", "ID", "The item of an approved revision of the person's development plan that it is for."),
    ];

    /// <summary>The input EnrollmentExceptionInput.</summary>
    public static readonly IReadOnlyList<Member> Exception =
    [
        new("rule", "EnrollmentRule!", "The rule; each one once."),
        new("reason", "String!", "Why; 1 to 2000 characters."),
    ];

    /// <summary>The input AttendanceInput.</summary>
    public static readonly IReadOnlyList<Member> Attendance =
    [
        new("enrollmentId", "ID!", "An enrolment of the offering that is ENROLLED."),
        new("sessionId", "ID!", "A session of the offering that has begun."),
        new("minutes", "Int!", "0 to the counted minutes of the session."),
    ];

    /// <summary>The input ScoreInput.</summary>
    public static readonly IReadOnlyList<Member> Score =
    [
        new("enrollmentId", "ID!", "An enrolment of the offering that is ENROLLED."),
        new("preTest", "Decimal", "0 to 100; null if there was no test."),
        new("postTest", "Decimal", "0 to 100; null if there was no test."),
        new("reportGiven", "Boolean!", "Whether the person handed in a report."),
    ];

    /// <summary>The argument of those that are about an offering.</summary>
    public static readonly Member OfferingId = new("offeringId", "ID!", "The offering.");

    private static readonly Member Singly = new(
        "singly",
        "Boolean!",
        "Whether they are no group: each one gets a seat or waits, in their order.",
        false
    );

    private static readonly string Items = $"1 to {EnrollValidator.MostItems}; all are recorded, or none.";

    public static readonly (Member, Func<Written, object?>) TheOffering = (
        new Member("offering", "Offering", "The offering; null if the mutation was refused."),
        it => it.Id
    );

    private static readonly (Member, Func<Written, object?>) TheEnrollments = (
        new Member(
            "enrollments",
            "[Enrollment!]",
            "The enrolments that were named, in order; null if the mutation was refused."
        ),
        it => it.Ids
    );

    public static IReadOnlyList<IMutation> All() =>
        [
            SaveCourse(),
            SaveOffering(),
            Move(),
            Enroll(),
            Decide(),
            Withdraw(),
            Attend(),
            Scores(),
            .. AttendanceMutations.All(),
        ];

    private static Mutation<SaveCourse, Written> SaveCourse() =>
        new(
            "Saves a course of an office by its code, in place of what was saved before. Administrators also save courses of the ministry.",
            [
                new Member("officeCode", "String", "The code of the office: \"TH-43-P2\"; null for the ministry."),
                new Member("courseCode", "String!", "Unique within the office, whatever the case; 1 to 50 characters."),
                Version("course"),
                new Member("name", "String!", "In Thai; 1 to 500 characters."),
                new Member("hours", "Decimal!", "Hours of 60 minutes."),
                new Member("provider", "String", "Who provides it; up to 500 characters."),
                new Member("approvalNumber", "String", "The number under which it was approved; up to 100 characters."),
                new Member("topics", "[String!]!", "Codes from `developmentTopics`."),
                new Member("competencies", "[String!]!", "Codes from `competencies`."),
            ],
            [(new Member("course", "Course", "The course; null if the mutation was refused."), it => it.Id)],
            input => new SaveCourse(
                input.TextOrNull("officeCode"),
                input.Text("courseCode"),
                input.Value<int>("expectedVersion"),
                input.Text("name"),
                input.Value<decimal>("hours"),
                input.TextOrNull("provider"),
                input.TextOrNull("approvalNumber"),
                [.. input.Values<string>("topics")],
                [.. input.Values<string>("competencies")]
            )
        );

    private static Mutation<SaveOffering, Written> SaveOffering() =>
        new(
            "Saves an offering with its sessions, in place of what was saved before. If seats become free by that, those who wait get them in order.",
            [
                new Member("offeringId", "ID", "The offering; null for a new one."),
                new Member("officeCode", "String!", "The code of its office: \"TH-43-P2\". It stays."),
                new Member("fiscalYear", "Int!", "Buddhist era. It stays."),
                Version("offering"),
                new Member("title", "String!", "In Thai; 1 to 500 characters."),
                new Member("method", "String!", "The form: a code from `developmentMethods`."),
                new Member("courseId", "ID", "A course of the office or of the ministry."),
                new Member("activityId", "ID", "An activity of a published project of the office's plan of the year."),
                new Member("organiser", "String", "Who organises it, if it is not the office; up to 500 characters."),
                new Member("venue", "String", "Where it is held; up to 500 characters."),
                new Member("capacity", "Int", "The number of seats; null is unlimited, 0 is none."),
                new Member("minimum", "Int!", "The number of people that the office needs to hold it.", 0),
                new Member("enrolFrom", "LocalDate", "The first Thai day on which people are enrolled."),
                new Member("enrolTo", "LocalDate", "The last such day."),
                new Member(
                    "joining",
                    "JoinPolicy!",
                    "What becomes of people enrolled by themselves or their own office."
                ),
                new Member("overlapPolicy", "OverlapPolicy!", "What happens if sessions overlap."),
                new Member("requiredPercent", "Int!", "The share of the planned minutes that completes it, 0 to 100."),
                new Member("passingScore", "Decimal", "The score of the post-test that completes it, 0 to 100."),
                new Member("reportRequired", "Boolean!", "Whether a person's report is needed to complete it."),
                new Member(
                    "sessions",
                    "[SessionInput!]!",
                    $"All sessions; up to {OfferingTerms.MostSessions}, none at the same time as another."
                ),
                new Member(
                    "targetCategories",
                    "[String!]",
                    "The categories of staff that it is for: codes from `staffCategories`; none for everybody. Who is enrolled already stays."
                ),
            ],
            [TheOffering],
            input => new SaveOffering(
                input.IdOrNull("offeringId", nameof(Offering)),
                input.Text("officeCode"),
                input.Value<int>("fiscalYear"),
                input.Value<int>("expectedVersion"),
                input.Text("title"),
                input.Text("method"),
                input.IdOrNull("courseId", nameof(Course)),
                input.IdOrNull("activityId", nameof(Domain.Plans.Activity)),
                input.TextOrNull("organiser"),
                input.TextOrNull("venue"),
                input.ValueOrNull<int>("capacity"),
                input.Value<int>("minimum"),
                input.ValueOrNull<DateOnly>("enrolFrom"),
                input.ValueOrNull<DateOnly>("enrolTo"),
                input.Value<JoinPolicy>("joining"),
                input.Value<OverlapPolicy>("overlapPolicy"),
                input.Value<int>("requiredPercent"),
                input.ValueOrNull<decimal>("passingScore"),
                input.Value<bool>("reportRequired"),
                [
                    .. input
                        .List("sessions")
                        .Select(one => new PlannedSession(
                            one.IdOrNull("id", nameof(Domain.Events.Session)),
                            one.Value<DateTimeOffset>("startsAt").ToUniversalTime(),
                            one.Value<DateTimeOffset>("endsAt").ToUniversalTime(),
                            one.Value<int>("minutes"),
                            one.TextOrNull("title")
                        )),
                ],
                [.. input.Values<string>("targetCategories")]
            )
        );

    private static Mutation<MoveOffering, Written> Move() =>
        new(
            "Moves an offering to its next status. COMPLETE settles who completed it; who only asked or waited is declined. CANCEL declines everybody.",
            [
                OfferingId,
                Version("offering"),
                new Member("step", "OfferingStep!", "The step."),
                new Member(
                    "note",
                    "String",
                    "The report, or why it is cancelled: required for both, and public, so it names nobody. For START with fewer people than the minimum, why "
                        + "it is held all the same, which only the audit trail keeps."
                ),
            ],
            [TheOffering],
            input => new MoveOffering(
                input.Id(OfferingId.Name, nameof(Offering)),
                input.Value<int>("expectedVersion"),
                input.Value<OfferingStep>("step"),
                input.TextOrNull("note")
            )
        );

    private static Mutation<Enroll, Written> Enroll() =>
        new(
            "Enrols a group of people: all get seats; if none is free, all wait, for seats for all; if some are free, but not enough, it is refused. Officers of "
                + "the offering's office enrol anybody, and accept requests by it; officers of the people's office, and people themselves, as "
                + "`joining` says.",
            [
                OfferingId,
                new Member(
                    "people",
                    "[AttendeeInput!]!",
                    $"1 to {EnrollValidator.MostItems}, in the order of waiting."
                ),
                new Member(
                    "exceptions",
                    "[EnrollmentExceptionInput!]",
                    "Rules that are not to apply to the group; for officers of the offering's office."
                ),
                Singly,
            ],
            [TheEnrollments],
            input => new Enroll(
                input.Id(OfferingId.Name, nameof(Offering)),
                [
                    .. input
                        .List("people")
                        .Select(one => new AttendeeInput(
                            one.Id("personId", nameof(Person)),
                            one.IdOrNull("planItemId", nameof(Domain.Development.IndividualPlanItem))
                        )),
                ],
                [
                    .. input
                        .ListOrEmpty("exceptions")
                        .Select(one => new RuleException(one.Value<EnrollmentRule>("rule"), one.Text("reason"))),
                ],
                input.Value<bool>("singly")
            )
        );

    private static Mutation<DecideEnrollments, Written> Decide() =>
        new(
            "Accepts requests, as `enroll` enrols a group, or declines people. Seats that become free go to the first who wait.",
            [
                OfferingId,
                new Member("enrollments", "[ID!]!", $"1 to {EnrollValidator.MostItems} enrolments of the offering."),
                new Member("accept", "Boolean!", "Whether they are accepted; otherwise they are declined."),
                Singly,
            ],
            [TheEnrollments],
            input => new DecideEnrollments(
                input.Id(OfferingId.Name, nameof(Offering)),
                Ids(input),
                input.Value<bool>("accept"),
                input.Value<bool>("singly")
            )
        );

    private static Mutation<WithdrawEnrollments, Written> Withdraw() =>
        new(
            "People leave an offering before its end: oneself, or by officers of the offering's office or of the people's office of the time. Their seats "
                + "go to the first who wait.",
            [
                OfferingId,
                new Member("enrollments", "[ID!]!", $"1 to {EnrollValidator.MostItems} enrolments of the offering."),
            ],
            [TheEnrollments],
            input => new WithdrawEnrollments(input.Id(OfferingId.Name, nameof(Offering)), Ids(input))
        );

    private static Mutation<RecordAttendance, Written> Attend() =>
        new(
            "Records how long people were there, in place of what was recorded, while the offering is IN_PROGRESS.",
            [OfferingId, new Member("items", "[AttendanceInput!]!", Items)],
            [TheOffering],
            input => new RecordAttendance(
                input.Id(OfferingId.Name, nameof(Offering)),
                [
                    .. input
                        .List("items")
                        .Select(one => new AttendanceInput(
                            one.Id("enrollmentId", nameof(Enrollment)),
                            one.Id("sessionId", nameof(Domain.Events.Session)),
                            one.Value<int>("minutes")
                        )),
                ]
            )
        );

    private static Mutation<RecordScores, Written> Scores() =>
        new(
            "Records people's tests and reports, in place of what was recorded, while the offering is OPEN or IN_PROGRESS.",
            [OfferingId, new Member("items", "[ScoreInput!]!", Items)],
            [TheOffering],
            input => new RecordScores(
                input.Id(OfferingId.Name, nameof(Offering)),
                [
                    .. input
                        .List("items")
                        .Select(one => new ScoreInput(
                            one.Id("enrollmentId", nameof(Enrollment)),
                            one.ValueOrNull<decimal>("preTest"),
                            one.ValueOrNull<decimal>("postTest"),
                            one.Value<bool>("reportGiven")
                        )),
                ]
            )
        );

    private static Member Version(string of) =>
        new(
            "expectedVersion",
            "Int!",
            $"The version of the {of} that the change is based on, 0 for a new one; if it has changed, the result is a ConflictError."
        );

    private static IReadOnlyList<GivenId> Ids(InputValues input) => input.Ids("enrollments", nameof(Enrollment));
}
