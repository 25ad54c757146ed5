using System.Reflection;
using Mediator;
using TeacherDevPlan.Application.Access;
using TeacherDevPlan.Application.Common.Idempotency;
using TeacherDevPlan.Application.Common.Querying;
using TeacherDevPlan.Domain.Access;
using TeacherDevPlan.Domain.Common;

namespace TeacherDevPlan.Application.Common.Commands;

/// <summary>The services that every command uses.</summary>
public sealed record CommandSession(
    IUnitOfWork Work,
    IIdempotencyStore Keys,
    Caller Caller,
    AccessControl Access,
    IAuditTrail Audit,
    TimeProvider Time,
    Replays Replays,
    IRowVisibility Rows
)
{
    /// <summary>The current Thai day.</summary>
    public DateOnly Today => ThaiDay.Of(Time.GetUtcNow());

    /// <summary>
    /// The error for a row that the caller may not know of: the same as for a row that does not exist. The audit trail records
    /// that it was hidden.
    /// </summary>
    /// <param name="officeCode">The office of the row, for the audit trail.</param>
    public NotFound Hidden(string type, GivenId id, string officeCode)
    {
        Access.Hide($"{type} of {officeCode}");
        return new NotFound(type, id.Text);
    }

    /// <summary>The same, if the caller does not find the row by its id; null if it does.</summary>
    public async Task<NotFound?> UnknownAsync(GivenId id, string officeCode, CancellationToken cancellationToken) =>
        !NodeId.TryParse(id.Text, out var node) || await Rows.SeesAsync(node, cancellationToken)
            ? null
            : Hidden(node.TypeName, id, officeCode);
}

/// <summary>
/// The steps of every command within its transaction: open the rows that it names, check the caller's role for their
/// offices, return the first outcome if the key is known, otherwise decide, save, write the audit record and store the
/// outcome under the key. Opening locks the rows, so parallel copies of a request run one after the other. A derived
/// handler defines how to open and how to decide.
/// </summary>
public abstract class CommandHandler<TCommand, TOpened, T>(CommandSession session)
    : ICommandHandler<TCommand, Result<T>>
    where TCommand : ICommand<Result<T>>
    where TOpened : IOpened
    where T : Written
{
    private static readonly string Mutation = AccessRules.MutationOf(typeof(TCommand));

    /// <summary>The ids that the command has, in its order.</summary>
    private static readonly PropertyInfo[] Ids =
    [
        .. typeof(TCommand)
            .GetProperties()
            .Where(property => property.PropertyType == typeof(GivenId) || property.PropertyType == typeof(GivenId?)),
    ];

    protected CommandSession Session => session;

    public async ValueTask<Result<T>> Handle(TCommand command, CancellationToken cancellationToken)
    {
        var key = command is IIdempotentCommand repeatable ? IdempotencyKey.Of(repeatable, session.Caller.Name) : null;
        if (command is IOfficeCommand { OfficeCode: var code })
            session.Access.DemandOffice<TCommand>(code);
        var opened = await OpenAsync(command, key, cancellationToken);
        if (opened.Succeeded && await UnknownAsync(command, opened.Value, cancellationToken) is { } unknown)
            opened = unknown;
        foreach (var office in opened.Succeeded ? opened.Value.Offices : [])
            session.Access.DemandOffice<TCommand>(office);
        if (key is not null && await RememberedAsync(opened, key, cancellationToken) is { } remembered)
            return Again(command, remembered, key);

        var result = opened.Succeeded
            ? await FinishAsync(await DecideAsync(command, opened.Value, cancellationToken), cancellationToken)
            : Result<T>.Refused(opened.Errors);
        if (key is not null)
            session.Keys.Remember(
                key,
                result.Succeeded
                    ? new Outcome(result.Value.Ids, []) { Counts = result.Value.Counts }
                    : new Outcome([], result.Errors)
            );
        return result;
    }

    /// <summary>
    /// The error for the first id of the command that the caller finds no row by, if the caller lacks the role for an office of
    /// the command. A refusal for the role would tell that the row exists.
    /// </summary>
    private async Task<NotFound?> UnknownAsync(TCommand command, TOpened opened, CancellationToken cancellationToken)
    {
        var roles = AccessRules.OfCommand(typeof(TCommand)).Roles;
        if (opened.Offices.FirstOrDefault(office => !session.Caller.IsAny(roles, office)) is not { } office)
            return null;
        foreach (var id in Ids.Select(property => property.GetValue(command)).OfType<GivenId>())
        {
            if (await session.UnknownAsync(id, office, cancellationToken) is { } unknown)
                return unknown;
        }

        return null;
    }

    /// <summary>Reads and locks the rows that the command names; refused if the caller cannot see them.</summary>
    /// <param name="key">The command's key, for handlers that look it up in the same round trip.</param>
    protected abstract Task<Result<TOpened>> OpenAsync(
        TCommand command,
        IdempotencyKey? key,
        CancellationToken cancellationToken
    );

    /// <summary>Applies the rule: changes the opened rows, or refuses before it changes anything.</summary>
    protected abstract Task<Result<Change<T>>> DecideAsync(
        TCommand command,
        TOpened opened,
        CancellationToken cancellationToken
    );

    protected virtual Task<RememberedRequest?> RememberedAsync(
        Result<TOpened> opened,
        IdempotencyKey key,
        CancellationToken cancellationToken
    ) => session.Keys.FindAsync(key, cancellationToken);

    /// <summary>The result of an earlier request with the same input, by what is stored of it.</summary>
    protected virtual T Repeated(TCommand command, Outcome outcome) => (T)new Written(outcome.Ids);

    private Result<T> Again(TCommand command, RememberedRequest remembered, IdempotencyKey key)
    {
        if (remembered.IsOf(key))
            session.Replays.Note(command);
        var refusals = remembered.RefusalsOf(key);
        return refusals.Count > 0 ? Result<T>.Refused(refusals) : Repeated(command, remembered.Outcome);
    }

    private async Task<Result<T>> FinishAsync(Result<Change<T>> decided, CancellationToken cancellationToken)
    {
        if (!decided.Succeeded)
            return Result<T>.Refused(decided.Errors);
        var change = decided.Value;
        if (await session.Work.SaveAsync(cancellationToken) + change.Rows > 0)
        {
            session.Audit.Write(
                new AuditEntry(AuditKind.Write, Mutation, change.Subjects)
                {
                    Before = change.Before,
                    After = change.After,
                    Reason = change.Reason,
                }
            );
        }

        return change.Value;
    }
}
