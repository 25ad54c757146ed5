using TeacherDevPlan.Api.GraphQL.Conventions;
using TeacherDevPlan.Domain.Events;

namespace TeacherDevPlan.Api.GraphQL.Development;

/// <summary>The part of the schema for courses, offerings and who takes part.</summary>
internal static class EventSchema
{
    public static SchemaPart Of() =>
        new()
        {
            Types =
            [
                EnumType.Of<JoinPolicy>(
                    "What becomes of people who are enrolled by themselves or by officers of their own office.",
                    ("CLOSED", "They are refused; only the offering's office enrols people."),
                    ("REQUEST", "They ask for it; the offering's office decides."),
                    ("DIRECT", "They get a seat, or wait for one.")
                ),
                EnumType.Of<OverlapPolicy>(
                    "What happens if a session is at the same time as one of another offering of the person. Sessions are compared, not days.",
                    ("NONE", "Nothing; the enrolment says that it overlaps."),
                    ("WARN", "The person is enrolled, and the enrolment says that it overlaps; clients should warn."),
                    ("REFUSE", "The person is refused, unless there is an exception.")
                ),
                EnumType.Of<OfferingStatus>(
                    "How far an offering is.",
                    ("PLANNED", "Not open yet."),
                    ("OPEN", "People are enrolled."),
                    ("IN_PROGRESS", "It is held; attendance is recorded."),
                    ("COMPLETED", "It is over, and it is settled who completed it."),
                    ("REPORTED", "The office has reported it."),
                    ("CANCELLED", "It is not held.")
                ),
                EnumType.Of<OfferingStep>(
                    "What moves an offering to its next status.",
                    ("OPEN", "PLANNED becomes OPEN."),
                    ("START", "OPEN becomes IN_PROGRESS."),
                    ("COMPLETE", "IN_PROGRESS becomes COMPLETED."),
                    ("REPORT", "COMPLETED becomes REPORTED, with a note."),
                    ("CANCEL", "What is not completed becomes CANCELLED, with a note.")
                ),
                EnumType.Of<EnrollmentStatus>(
                    "What became of an enrolment.",
                    ("REQUESTED", "Somebody asked for it; the offering's office decides."),
                    ("WAITLISTED", "Waiting for a seat."),
                    ("ENROLLED", "Taking part."),
                    ("COMPLETED", "The person was there, and met the offering's rule."),
                    ("NOT_COMPLETED", "The person was there, and did not meet the rule."),
                    ("ABSENT", "The person had a seat and was not there."),
                    ("DECLINED", "The offering's office declined it, or no seat became free."),
                    ("WITHDRAWN", "The person left before the end.")
                ),
                EnumType.Of<EnrollmentRule>(
                    "A rule that officers of the offering's office can make an exception from.",
                    ("CAPACITY", "The number of seats: the person takes part beyond it."),
                    ("WINDOW", "The days on which people are enrolled, and the status OPEN."),
                    ("OVERLAP", "That sessions do not overlap, where the policy is REFUSE."),
                    ("CATEGORY", "That the person's category of staff is one of `targetCategories`, if there are any.")
                ),
                InputTypes.Of("SessionInput", "A session as it is planned.", EventMutations.Session),
                InputTypes.Of("AttendeeInput", "Somebody to enrol.", EventMutations.Attendee),
                InputTypes.Of("EnrollmentExceptionInput", "A rule that is not to apply.", EventMutations.Exception),
                InputTypes.Of("AttendanceInput", "How long a person was there.", EventMutations.Attendance),
                InputTypes.Of("ScoreInput", "A person's tests and report.", EventMutations.Score),
                new AttendanceReportType(),
            ],
            Mutations = [.. EventMutations.All()],
            Errors = [new AttendanceFileRefusedErrorType()],
        };
}
