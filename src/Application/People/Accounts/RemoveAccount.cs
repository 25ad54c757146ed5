using TeacherDevPlan.Application.Access;
using TeacherDevPlan.Application.Common;
using TeacherDevPlan.Application.Common.Commands;
using TeacherDevPlan.Domain.Access;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.People;

namespace TeacherDevPlan.Application.People.Accounts;

/// <summary>Unbinds the name that a person signs in with, and revokes an open invitation.</summary>
[AllowedTo(Role.DevelopmentOfficer, Role.Administrator)]
[EndsIn(typeof(NotFound))]
public sealed record RemoveAccount(GivenId PersonId) : IdempotentCommand;

public sealed class RemoveAccountHandler(IRegistryStore store, CommandSession session)
    : PersonHandler<RemoveAccount>(store, session)
{
    protected override (string Type, GivenId Id) SubjectOf(RemoveAccount command) => (nameof(Person), command.PersonId);

    protected override async Task<Result<Change<Written>>> DecideAsync(
        RemoveAccount command,
        OpenedEntry<Person> opened,
        CancellationToken cancellationToken
    )
    {
        var person = opened.Subject;
        if (await Store.AccountAsync(person.Id, cancellationToken) is { } account)
            Store.Remove(account);
        if (await Store.InvitationAsync(person.Id, cancellationToken) is { } invitation)
            Store.Remove(invitation);
        return new Change<Written>(new Written(person.Id), person);
    }
}
