using TeacherDevPlan.Application.Access;
using TeacherDevPlan.Application.Common;
using TeacherDevPlan.Application.Common.Commands;
using TeacherDevPlan.Domain.Access;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.People;

namespace TeacherDevPlan.Application.People;

/// <summary>Sets the last day of an appointment, or changes it, by the office that keeps the person's record.</summary>
[AllowedTo(Role.DevelopmentOfficer, Role.Administrator)]
[EndsIn(typeof(NotFound), typeof(OverlappingAppointment), typeof(CircularSupervision))]
public sealed record EndAppointment(GivenId AppointmentId, DateOnly LastDay) : IdempotentCommand;

public sealed class EndAppointmentHandler(IRegistryStore store, CommandSession session)
    : PersonHandler<EndAppointment>(store, session)
{
    protected override (string Type, GivenId Id) SubjectOf(EndAppointment command) =>
        (nameof(Appointment), command.AppointmentId);

    protected override Task<Person?> FindAsync(EndAppointment command, CancellationToken cancellationToken) =>
        Store.OpenPersonOfAppointmentAsync(command.AppointmentId.Id, cancellationToken);

    protected override async Task<Result<Change<Written>>> DecideAsync(
        EndAppointment command,
        OpenedEntry<Person> opened,
        CancellationToken cancellationToken
    )
    {
        var person = opened.Subject;
        var appointment = person.Appointments.Single(one => one.Id == command.AppointmentId.Id);
        var before = RegistryRules.Figures(appointment);
        if (
            appointment.HeldTo < command.LastDay
            && Supervision.Of(appointment) is { } supervised
            && await Store.IsCircularAsync(supervised with { HeldTo = command.LastDay }, cancellationToken)
        )
            return new CircularSupervision();
        if (person.End(appointment.Id, command.LastDay) is { } refusal)
            return Result<Change<Written>>.Refused([refusal]);
        return new Change<Written>(new Written(appointment.Id), appointment)
        {
            Before = before,
            After = RegistryRules.Figures(appointment),
        };
    }
}
