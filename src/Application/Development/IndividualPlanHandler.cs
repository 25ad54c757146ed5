using TeacherDevPlan.Application.Access;
using TeacherDevPlan.Application.Common;
using TeacherDevPlan.Application.Common.Commands;
using TeacherDevPlan.Application.Common.Idempotency;
using TeacherDevPlan.Application.People;
using TeacherDevPlan.Domain.Access;
using TeacherDevPlan.Domain.Budgets;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Development;

namespace TeacherDevPlan.Application.Development;

/// <summary>A command that changes the plan of a person.</summary>
public interface IIndividualPlanCommand
{
    /// <summary>The version that the change is based on; 0 for a plan that is not there yet.</summary>
    int ExpectedVersion { get; }
}

/// <summary>What a command works on.</summary>
/// <param name="Offices">The offices for which the caller needs the role: none for who acts as a person.</param>
/// <param name="By">The person whom the caller is; empty for an officer.</param>
public sealed record OpenedByCaller(OpenedIndividualPlan Opened, IEnumerable<string> Offices, Guid By) : IOpened;

/// <summary>
/// A command that changes the plan of a person. A plan that the caller does not see is not found: that it exists is told
/// to nobody.
/// </summary>
public abstract class IndividualPlanHandler<TCommand>(
    IIndividualPlanStore store,
    IRegistryStore registry,
    CommandSession session
) : CommandHandler<TCommand, OpenedByCaller, Written>(session)
    where TCommand : IdempotentCommand, IIndividualPlanCommand
{
    protected IIndividualPlanStore Store => store;

    /// <summary>The type and the id that the command names the plan by.</summary>
    protected abstract (string Type, GivenId Id) SubjectOf(TCommand command);

    protected virtual Task<OpenedIndividualPlan?> FindAsync(TCommand command, CancellationToken cancellationToken) =>
        store.OpenAsync(SubjectOf(command).Id.Id, cancellationToken);

    /// <summary>Why a caller who sees the plan may not do this; null if they may.</summary>
    protected abstract NotInCharge? Refusal(OpenedIndividualPlan opened, Guid by);

    protected override async Task<Result<OpenedByCaller>> OpenAsync(
        TCommand command,
        IdempotencyKey? key,
        CancellationToken cancellationToken
    )
    {
        var (type, id) = SubjectOf(command);
        if (await FindAsync(command, cancellationToken) is not { } opened)
            return new NotFound(type, id.Text);
        var roles = AccessRules.OfCommand(typeof(TCommand)).Roles;
        if (!roles.Contains(Role.Staff) && Session.Caller.IsAny(roles, opened.OfficeCode))
            return new OpenedByCaller(opened, [opened.OfficeCode], Guid.Empty);
        if (
            roles.Contains(Role.Staff)
            && await registry.PersonOfCallerAsync(Session.Caller.Name, cancellationToken) is { } by
            && opened.IsSeenBy(by)
        )
            return new OpenedByCaller(opened, [], by);
        return Session.Hidden(type, id, opened.OfficeCode);
    }

    protected override async Task<Result<Change<Written>>> DecideAsync(
        TCommand command,
        OpenedByCaller opened,
        CancellationToken cancellationToken
    )
    {
        var plan = opened.Opened.Plan;
        if (Refusal(opened.Opened, opened.By) is { } refusal)
            return refusal;
        if (command.ExpectedVersion != plan.Version)
            return new Conflict(plan.Version);
        var before = Figures(plan);
        var errors = await ChangeAsync(command, opened, cancellationToken);
        return errors.Count > 0
            ? Result<Change<Written>>.Refused(errors)
            : new Change<Written>(new Written(plan.Id), plan) { Before = before, After = Figures(plan) };
    }

    /// <summary>Changes the plan; the errors, if it is refused.</summary>
    protected virtual Task<IReadOnlyList<DomainError>> ChangeAsync(
        TCommand command,
        OpenedByCaller opened,
        CancellationToken cancellationToken
    ) => Task.FromResult<IReadOnlyList<DomainError>>(Change(command, opened) is { } error ? [error] : []);

    /// <summary>The same where nothing else is read.</summary>
    protected virtual DomainError? Change(TCommand command, OpenedByCaller opened) => null;

    /// <summary>What the audit record says of a plan: nothing that those who read the trail may not see.</summary>
    private static object? Figures(IndividualDevelopmentPlan plan) =>
        plan.Version == 0
            ? null
            : new
            {
                plan.PersonId,
                plan.OfficeId,
                plan.FiscalYear,
                Status = EnumText.Of(plan.Status),
                plan.Version,
                Revision = plan.Latest.Number,
            };
}
