using TeacherDevPlan.Api.GraphQL.Conventions;
using TeacherDevPlan.Domain.People;

namespace TeacherDevPlan.Api.GraphQL.People;

/// <summary>The part of the schema for the registry of people and schools.</summary>
internal static class PeopleSchema
{
    public static SchemaPart Of() =>
        new()
        {
            Types =
            [
                EnumType.Of<PersonStatus>(
                    "Whether a person is in service.",
                    ("ACTIVE", "In service."),
                    ("ON_LEAVE", "On leave."),
                    ("RESIGNED", "Left the service (ลาออก)."),
                    ("RETIRED", "Retired (เกษียณ)."),
                    ("DECEASED", "Deceased.")
                ),
                EnumType.Of<FigureSubject>(
                    "What people are divided by.",
                    ("CATEGORY", "The category of their main appointment."),
                    ("ACADEMIC_STANDING", "The academic standing in their main appointment."),
                    ("APPROVED_PLAN", "Whether a plan of theirs for the fiscal year was approved by the last day."),
                    (
                        "NEEDED_TOPIC",
                        "The topics that they asked for in a round that was closed in the quarter; one person counts for each."
                    ),
                    ("DEVELOPMENT", "Everybody in post; `reached` are those who completed an event."),
                    ("DEVELOPMENT_CATEGORY", "The same by the category of their main appointment."),
                    ("DEVELOPMENT_SCHOOL", "The same by its school."),
                    (
                        "DEVELOPMENT_TOPIC",
                        "Everybody in post; `reached` are those who completed an event on the topic."
                    ),
                    (
                        "DEVELOPMENT_METHOD",
                        "Everybody in post; `reached` are those who completed an event of the form."
                    ),
                    ("NEED_MET", "Everybody who asked for a topic; `reached` completed an event on one of theirs."),
                    ("NEED_MET_TOPIC", "Everybody who asked for the topic; `reached` completed an event on it.")
                ),
                .. StaffImportSchema.Types(),
                EnumType.Of<DuplicateReason>(
                    "Why two records may be of one person.",
                    ("SAME_IDENTITY", "Both have the same number of the citizen or of the passport."),
                    ("SAME_NAME", "Both have the same name, or had it, whatever the title and the spaces."),
                    (
                        "SAME_GIVEN_NAME_AND_START",
                        "Both have the same given name, and their first appointments began on the same day."
                    ),
                    ("SAME_GIVEN_NAME_AND_SCHOOL", "Both have the same given name, and are at the same school.")
                ),
                new MergeReasonType(),
                EnumType.Of<CorrectionStatus>(
                    "Whether a request for a correction was answered, and how.",
                    ("OPEN", "Not answered yet."),
                    ("DONE", "The record was corrected; the answer says how."),
                    ("DECLINED", "Nothing was corrected; the answer says why.")
                ),
            ],
            Mutations =
            [
                .. PersonMutations.All(),
                .. AccountMutations.All(),
                .. CorrectionMutations.All(),
                .. SchoolMutations.All(),
                .. StaffLinkMutations.All(),
                StaffImportSchema.Mutation(),
            ],
            Errors =
            [
                new OverlappingAppointmentErrorType(),
                new CircularSupervisionErrorType(),
                new InvalidInvitationErrorType(),
                new AccountTakenErrorType(),
                new CannotMergeErrorType(),
                new StaffFileRefusedErrorType(),
            ],
        };
}

internal sealed class MergeReasonType : ObjectType<MergeReason>
{
    public MergeReasonType()
        : base("MergeReason", "Why two records cannot be merged, or not be separated again.")
    {
        Value("code", "String!", reason => reason.Code, "Stable code for programs: \"OVERLAPPING_APPOINTMENTS\".");
        Value(
            "message",
            "String!",
            reason => reason.Text,
            "The reason, in Thai if Accept-Language prefers it, otherwise in English."
        );
    }
}

internal sealed class CannotMergeErrorType : ErrorType<CannotMerge>
{
    public CannotMergeErrorType()
        : base("CannotMergeError", "Two records cannot be merged, or not be separated again.") =>
        Value("reasons", "[MergeReason!]!", error => error.Reasons, "All reasons.");
}

internal sealed class OverlappingAppointmentErrorType : ErrorType<OverlappingAppointment>
{
    public OverlappingAppointmentErrorType()
        : base("OverlappingAppointmentError", "The person has another main appointment in the same time.")
    {
        Value("from", "LocalDate!", error => error.HeldFrom, "The first day of the other appointment.");
        Value("to", "LocalDate", error => error.HeldTo, "Its last day; null if it is open.");
    }
}

internal sealed class CircularSupervisionErrorType()
    : ErrorType<CircularSupervision>(
        "CircularSupervisionError",
        "The supervisor reports to the person in the same time, directly or through others."
    );

internal sealed class InvalidInvitationErrorType()
    : ErrorType<InvalidInvitation>(
        "InvalidInvitationError",
        "No invitation has the code, or it was used by somebody else, replaced, or has expired."
    );

internal sealed class AccountTakenErrorType()
    : ErrorType<AccountTaken>("AccountTakenError", "The caller's name is bound to another person.");
