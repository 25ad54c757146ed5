using FluentValidation;
using TeacherDevPlan.Application.Access;
using TeacherDevPlan.Application.Common;
using TeacherDevPlan.Application.Common.Commands;
using TeacherDevPlan.Application.Common.Idempotency;
using TeacherDevPlan.Application.People;
using TeacherDevPlan.Domain.Access;
using TeacherDevPlan.Domain.Budgets;
using TeacherDevPlan.Domain.Careers;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Development;
using TeacherDevPlan.Domain.People;

namespace TeacherDevPlan.Application.Careers;

/// <summary>Begins the induction of a person in an appointment, by an officer of its office other than the person.</summary>
[AllowedTo(Role.DevelopmentOfficer)]
[EndsIn(typeof(NotFound), typeof(NotInCharge), typeof(InvalidState))]
public sealed record BeginInduction(GivenId AppointmentId, string ProgrammeCode, GivenId MentorId) : IdempotentCommand;

public sealed class BeginInductionValidator : AbstractValidator<BeginInduction>
{
    public BeginInductionValidator() => RuleFor(command => command.ProgrammeCode).Text(1, 100);
}

public sealed class BeginInductionHandler(IInductionStore inductions, IRegistryStore registry, CommandSession session)
    : CommandHandler<BeginInduction, OpenedEntry<Person>, Written>(session)
{
    protected override async Task<Result<OpenedEntry<Person>>> OpenAsync(
        BeginInduction command,
        IdempotencyKey? key,
        CancellationToken cancellationToken
    )
    {
        var id = command.AppointmentId;
        if (await registry.OpenPersonOfAppointmentAsync(id.Id, cancellationToken) is not { } person)
            return new NotFound(nameof(Appointment), id.Text);
        if (!Session.Caller.Is(Role.DevelopmentOfficer, person.Office.Code))
            return Session.Hidden(nameof(Appointment), id, person.Office.Code);

        await inductions.LockPeopleAsync([person.Id, command.MentorId.Id], cancellationToken);
        return new OpenedEntry<Person>(person, person.Office.Code);
    }

    protected override async Task<Result<Change<Written>>> DecideAsync(
        BeginInduction command,
        OpenedEntry<Person> opened,
        CancellationToken cancellationToken
    )
    {
        var (person, today) = (opened.Subject, Session.Today);
        if (await registry.PersonOfCallerAsync(Session.Caller.Name, cancellationToken) == person.Id)
            return InductionErrors.OfRecording;
        if (await inductions.ProgrammeAsync(command.ProgrammeCode.Trim(), cancellationToken) is not { } programme)
            return CatalogueEntry.Unknown("programmeCode", await inductions.ProgrammesAsync(cancellationToken));
        var appointment = person.Appointments.Single(one => one.Id == command.AppointmentId.Id);
        var mentor = command.MentorId;
        List<DomainError> refusals = [.. Induction.Refusals(person, appointment, programme, mentor.Id, today)];
        if (refusals.Count > 0)
            return Result<Change<Written>>.Refused(refusals);
        if (!await registry.KeepsAsync(person.OfficeId, mentor.Id, cancellationToken))
            return new NotFound(nameof(Person), mentor.Text);
        if (await inductions.IsRunningAsync(person.Id, cancellationToken))
            return InductionErrors.RunningAlready;
        var induction = new Induction(appointment, programme, mentor.Id);
        inductions.Add(induction);
        return InductionChange.Of(induction, induction.Id, null);
    }
}
