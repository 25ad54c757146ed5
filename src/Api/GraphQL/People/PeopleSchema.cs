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
                    ("ACADEMIC_STANDING", "The academic standing in their main appointment.")
                ),
            ],
            Mutations = [.. PersonMutations.All(), .. AccountMutations.All(), .. SchoolMutations.All()],
            Errors =
            [
                new OverlappingAppointmentErrorType(),
                new InvalidInvitationErrorType(),
                new AccountTakenErrorType(),
            ],
        };
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

internal sealed class InvalidInvitationErrorType()
    : ErrorType<InvalidInvitation>(
        "InvalidInvitationError",
        "No invitation has the code, or it was used by somebody else, replaced, or has expired."
    );

internal sealed class AccountTakenErrorType()
    : ErrorType<AccountTaken>("AccountTakenError", "The caller's name is bound to another person.");
