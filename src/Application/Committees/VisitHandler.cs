using TeacherDevPlan.Application.Common;
using TeacherDevPlan.Application.Common.Commands;
using TeacherDevPlan.Application.People;
using TeacherDevPlan.Domain.Access;
using TeacherDevPlan.Domain.Committees;
using TeacherDevPlan.Domain.Common;

namespace TeacherDevPlan.Application.Committees;

/// <param name="Visit">Null for a new one.</param>
/// <param name="Monitored">What a new one is of.</param>
/// <param name="Offices">The offices for which the caller needs the role: none for who acts for a committee.</param>
public sealed record OpenedVisit(MonitoringVisit? Visit, Monitored? Monitored, IEnumerable<string> Offices) : IOpened
{
    public Guid OfficeId => Visit?.OfficeId ?? Monitored!.OfficeId;
}

/// <summary>A command on a visit: by officers of its office, or by those who are in office today in its committee.</summary>
public abstract class VisitHandler<TCommand>(
    ICommitteeStore committees,
    IRegistryStore registry,
    CommandSession session
) : CommandHandler<TCommand, OpenedVisit, Written>(session)
    where TCommand : IdempotentCommand
{
    protected ICommitteeStore Committees => committees;

    /// <summary>Whether the caller is in office today in a committee that records visits.</summary>
    protected async Task<bool> IsMemberAsync(Guid? committeeId, CancellationToken cancellationToken) =>
        committeeId is { } id
        && Session.Caller.Roles.Contains(Role.Staff)
        && await registry.PersonOfCallerAsync(Session.Caller.Name, cancellationToken) is { } self
        && await committees.MonitorsAsync(self, id, Session.Today, cancellationToken);

    /// <summary>The visit; to others than those who may change it, it is not found.</summary>
    protected async Task<Result<OpenedVisit>> OpenVisitAsync(GivenId id, CancellationToken cancellationToken)
    {
        if (await committees.OpenVisitAsync(id.Id, cancellationToken) is not { } visit)
            return new NotFound(nameof(MonitoringVisit), id.Text);
        if (Session.Caller.Is(Role.DevelopmentOfficer, visit.Office.Code))
            return new OpenedVisit(visit, null, [visit.Office.Code]);
        if (await IsMemberAsync(visit.CommitteeId, cancellationToken))
            return new OpenedVisit(visit, null, []);
        return Session.Hidden(nameof(MonitoringVisit), id, visit.Office.Code);
    }

    protected static Result<Change<Written>> Changed(MonitoringVisit visit, object? before) =>
        new Change<Written>(new Written(visit.Id), visit) { Before = before, After = Figures(visit) };

    /// <summary>What the audit record says of a visit.</summary>
    protected static object? Figures(MonitoringVisit visit) =>
        visit.Version == 0
            ? null
            : new
            {
                visit.OfficeId,
                visit.ProjectId,
                visit.OfferingId,
                visit.CommitteeId,
                visit.SchoolId,
                Phase = EnumText.Of(visit.Phase),
                visit.VisitedOn,
                visit.Findings,
                visit.Recommendations,
                FollowUp = EnumText.Of(visit.FollowUp),
                visit.ActionTaken,
                visit.DoneOn,
                visit.Version,
            };
}
