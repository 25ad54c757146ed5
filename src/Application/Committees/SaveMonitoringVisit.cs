using FluentValidation;
using TeacherDevPlan.Application.Access;
using TeacherDevPlan.Application.Common;
using TeacherDevPlan.Application.Common.Commands;
using TeacherDevPlan.Application.Common.Idempotency;
using TeacherDevPlan.Application.People;
using TeacherDevPlan.Domain.Access;
using TeacherDevPlan.Domain.Budgets;
using TeacherDevPlan.Domain.Committees;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Events;
using TeacherDevPlan.Domain.People;
using TeacherDevPlan.Domain.Plans;

namespace TeacherDevPlan.Application.Committees;

/// <summary>
/// Records a visit of a project or of an offering, or replaces what was recorded of the one with the id: by officers of the
/// office, or by members of the committee that made it.
/// </summary>
/// <param name="VisitId">The visit; null for a new one, of the project or of the offering.</param>
/// <param name="ExpectedVersion">0 for a new one.</param>
[AllowedTo(Role.DevelopmentOfficer, Role.Staff)]
[EndsIn(typeof(NotFound), typeof(Conflict))]
public sealed record SaveMonitoringVisit(
    GivenId? VisitId,
    GivenId? ProjectId,
    GivenId? OfferingId,
    int ExpectedVersion,
    MonitoringPhase Phase,
    GivenId? CommitteeId,
    GivenId? SchoolId,
    DateOnly VisitedOn,
    string Findings,
    string? Recommendations
) : IdempotentCommand;

public sealed class SaveMonitoringVisitValidator : AbstractValidator<SaveMonitoringVisit>
{
    public SaveMonitoringVisitValidator()
    {
        RuleFor(command => command.VisitId)
            .Must(
                (command, _) =>
                    new[] { command.VisitId, command.ProjectId, command.OfferingId }.Count(one => one is not null) == 1
            )
            .Refuse(
                "projectId and offeringId: exactly one of the three must be given, visitId for a visit that was recorded already.",
                "projectId และ offeringId: ต้องระบุเพียงอย่างเดียวในสามอย่าง โดยระบุ visitId สำหรับการนิเทศที่บันทึกไว้แล้ว"
            );
        RuleFor(command => command.VisitedOn).Day();
        RuleFor(command => command.Findings).Text(1, 10_000);
        RuleFor(command => command.Recommendations).Text(0, 10_000);
    }
}

public sealed class SaveMonitoringVisitHandler(
    ICommitteeStore committees,
    IRegistryStore registry,
    CommandSession session
) : VisitHandler<SaveMonitoringVisit>(committees, registry, session)
{
    private static readonly RequestInvalid NotMonitoring = new(
        "committeeId",
        new LocalText(
            "must be of a committee of the office that records monitoring visits and is in office on the day of the visit.",
            "ต้องเป็นคณะกรรมการของสำนักงานที่มีหน้าที่นิเทศติดตาม และอยู่ในวาระในวันที่นิเทศ"
        )
    );

    private static readonly RequestInvalid NotInOffice = new(
        "committeeId",
        new LocalText(
            "must be a committee of the office that records monitoring visits and in which you are in office today; otherwise development officers of the office record the visit.",
            "ต้องเป็นคณะกรรมการของสำนักงานที่มีหน้าที่นิเทศติดตามและท่านอยู่ในวาระในวันนี้ มิฉะนั้นเจ้าหน้าที่ของสำนักงานเป็นผู้บันทึก"
        )
    );

    private static readonly RequestInvalid OtherSchool = new(
        "schoolId",
        new LocalText("must be the school of the committee.", "ต้องเป็นโรงเรียนของคณะกรรมการ")
    );

    protected override async Task<Result<OpenedVisit>> OpenAsync(
        SaveMonitoringVisit command,
        IdempotencyKey? key,
        CancellationToken cancellationToken
    )
    {
        if (command.VisitId is { } visitId)
        {
            var known = await OpenVisitAsync(visitId, cancellationToken);
            // Who acts for a committee goes on acting for one.
            return
                known.Succeeded
                && !known.Value.Offices.Any()
                && !await IsMemberAsync(command.CommitteeId?.Id, cancellationToken)
                ? NotMonitoring
                : known;
        }

        var (type, id) = command.ProjectId is { } project
            ? (nameof(Project), project)
            : (nameof(Offering), command.OfferingId!.Value);
        var found = command.ProjectId is not null
            ? await Committees.ProjectAsync(id.Id, cancellationToken)
            : await Committees.OfferingAsync(id.Id, cancellationToken);
        if (found is null)
            return new NotFound(type, id.Text);
        var isMember =
            !Session.Caller.Is(Role.DevelopmentOfficer, found.OfficeCode)
            && await IsMemberAsync(command.CommitteeId?.Id, cancellationToken)
            && (await Committees.FindAsync(command.CommitteeId!.Value.Id, cancellationToken))?.OfficeId
                == found.Monitored.OfficeId;
        if (isMember)
            return new OpenedVisit(null, found.Monitored, []);
        if (!found.IsPublic && !Session.Caller.Sees(found.OfficeCode))
            return new NotFound(type, id.Text);
        // Staff have no right at an office; that the committee is missing tells them more than the roles of officers.
        if (Session.Caller.Roles.Contains(Role.Staff) && !Session.Caller.Is(Role.DevelopmentOfficer, found.OfficeCode))
            return NotInOffice;
        return new OpenedVisit(null, found.Monitored, [found.OfficeCode]);
    }

    protected override async Task<Result<Change<Written>>> DecideAsync(
        SaveMonitoringVisit command,
        OpenedVisit opened,
        CancellationToken cancellationToken
    )
    {
        if (command.ExpectedVersion != (opened.Visit?.Version ?? 0))
            return new Conflict(opened.Visit?.Version ?? 0);
        var committee = command.CommitteeId is { } given
            ? await Committees.FindAsync(given.Id, cancellationToken)
            : null;
        var errors = await FaultsAsync(command, opened.OfficeId, committee, cancellationToken);
        if (errors.Count > 0)
            return Result<Change<Written>>.Refused(errors);
        var visit = opened.Visit ?? new MonitoringVisit(opened.Monitored!);
        var before = Figures(visit);
        var terms = new VisitTerms(
            command.Phase,
            committee?.Id,
            command.SchoolId?.Id ?? committee?.SchoolId,
            command.VisitedOn,
            command.Findings.Trim(),
            OptionalText.Of(command.Recommendations)
        );
        if (visit.Save(terms, Session.Today) is { } refusal)
            return refusal;
        if (opened.Visit is null)
            Committees.Add(visit);
        return Changed(visit, before);
    }

    private async Task<List<DomainError>> FaultsAsync(
        SaveMonitoringVisit command,
        Guid officeId,
        Committee? committee,
        CancellationToken cancellationToken
    )
    {
        var errors = new List<DomainError>();
        if (
            command.CommitteeId is not null
            && !(
                committee is { Monitors: true }
                && committee.OfficeId == officeId
                && committee.HeldFrom <= command.VisitedOn
                && !(committee.HeldTo < command.VisitedOn)
            )
        )
            errors.Add(NotMonitoring);
        else if (command.SchoolId is { } own && committee?.SchoolId is { } school && own.Id != school)
            errors.Add(OtherSchool);
        else if (
            command.SchoolId is { } other
            && !await Committees.HasSchoolAsync(officeId, other.Id, cancellationToken)
        )
            errors.Add(new NotFound(nameof(School), other.Text));
        return errors;
    }
}
