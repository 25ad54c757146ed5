using Mediator;
using TeacherDevPlan.Application.Access;
using TeacherDevPlan.Application.Common;
using TeacherDevPlan.Application.Common.Commands;
using TeacherDevPlan.Application.Common.Idempotency;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.People;

namespace TeacherDevPlan.Application.People;

/// <summary>
/// A command that changes a person's record. A record of another office is not found: that it exists is told to nobody.
/// </summary>
public abstract class PersonHandler<TCommand, T>(IRegistryStore store, CommandSession session)
    : CommandHandler<TCommand, OpenedEntry<Person>, T>(session)
    where TCommand : ICommand<Result<T>>
    where T : Written
{
    protected IRegistryStore Store => store;

    /// <summary>The type and the id that the command names the person by.</summary>
    protected abstract (string Type, GivenId Id) SubjectOf(TCommand command);

    protected virtual Task<Person?> FindAsync(TCommand command, CancellationToken cancellationToken) =>
        store.OpenPersonAsync(SubjectOf(command).Id.Id, cancellationToken);

    protected override async Task<Result<OpenedEntry<Person>>> OpenAsync(
        TCommand command,
        IdempotencyKey? key,
        CancellationToken cancellationToken
    )
    {
        var (type, id) = SubjectOf(command);
        var person = await FindAsync(command, cancellationToken);
        if (person is null)
            return new NotFound(type, id.Text);
        if (!Session.Caller.IsAny(AccessRules.OfCommand(typeof(TCommand)).Roles, person.Office.Code))
            return Session.Hidden(type, id, person.Office.Code);

        return new OpenedEntry<Person>(person, person.Office.Code);
    }
}

/// <inheritdoc/>
public abstract class PersonHandler<TCommand>(IRegistryStore store, CommandSession session)
    : PersonHandler<TCommand, Written>(store, session)
    where TCommand : IdempotentCommand;
