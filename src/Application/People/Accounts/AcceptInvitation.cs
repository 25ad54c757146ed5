using FluentValidation;
using TeacherDevPlan.Application.Access;
using TeacherDevPlan.Application.Common;
using TeacherDevPlan.Application.Common.Commands;
using TeacherDevPlan.Application.Common.Idempotency;
using TeacherDevPlan.Domain.Access;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.People;

namespace TeacherDevPlan.Application.People.Accounts;

/// <summary>
/// Binds the caller's name to the person who was invited. A name that the person signed in with before is no longer bound.
/// Accepting an invitation again changes nothing.
/// </summary>
[AllowedTo(Role.Staff)]
[EndsIn(typeof(InvalidInvitation), typeof(AccountTaken))]
public sealed record AcceptInvitation(string Code) : Mediator.ICommand<Result<Written>>;

public sealed class AcceptInvitationValidator : AbstractValidator<AcceptInvitation>
{
    public AcceptInvitationValidator() => RuleFor(command => command.Code).Text(1, 100);
}

/// <summary>An invitation, the person who was invited, and the account that the caller's name has.</summary>
public sealed record OpenedInvitation(Invitation Invitation, Person Person, PersonAccount? Account) : IOpened
{
    /// <summary>None, because whoever knows the code was invited by the office.</summary>
    public IEnumerable<string> Offices => [];
}

public sealed class AcceptInvitationHandler(IRegistryStore store, CommandSession session)
    : CommandHandler<AcceptInvitation, OpenedInvitation, Written>(session)
{
    protected override async Task<Result<OpenedInvitation>> OpenAsync(
        AcceptInvitation command,
        IdempotencyKey? key,
        CancellationToken cancellationToken
    )
    {
        var caller = Session.Caller.Name;
        var digest = InvitationCode.DigestOf(command.Code);
        if (
            await store.InvitedAsync(digest, cancellationToken) is { } personId
            && await store.OpenPersonAsync(personId, cancellationToken) is { } person
            && await store.InvitationAsync(personId, cancellationToken) is { } invitation
            && invitation.Digest.AsSpan().SequenceEqual(digest)
            && invitation.IsFor(caller, Session.Time.GetUtcNow())
        )
            return new OpenedInvitation(invitation, person, await store.OpenAccountAsync(caller, cancellationToken));
        return new InvalidInvitation();
    }

    protected override async Task<Result<Change<Written>>> DecideAsync(
        AcceptInvitation command,
        OpenedInvitation opened,
        CancellationToken cancellationToken
    )
    {
        var (invitation, person, account) = opened;
        if (account is not null && account.PersonId != person.Id)
            return new AccountTaken();
        if (account is null)
        {
            // Removed by an officer after the invitation was used.
            if (invitation.UsedBy is not null)
                return new InvalidInvitation();
            if (await store.AccountAsync(person.Id, cancellationToken) is { } former)
                store.Remove(former);
            store.Add(new PersonAccount(person.Id, Session.Caller.Name));
        }

        invitation.Use(Session.Caller.Name);
        return new Change<Written>(new Written(person.Id), person);
    }
}
