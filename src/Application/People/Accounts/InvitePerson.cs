using System.Security.Cryptography;
using Mediator;
using TeacherDevPlan.Application.Access;
using TeacherDevPlan.Application.Common;
using TeacherDevPlan.Application.Common.Commands;
using TeacherDevPlan.Domain.Access;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.People;

namespace TeacherDevPlan.Application.People.Accounts;

/// <summary>
/// Invites a person to read the own record. The code is told this once, and is kept nowhere; it replaces an earlier one.
/// </summary>
[AllowedTo(Role.DevelopmentOfficer)]
[EndsIn(typeof(NotFound))]
public sealed record InvitePerson(GivenId PersonId) : ICommand<Result<InvitedPerson>>;

public sealed record InvitedPerson(Guid Person, string Code, DateTimeOffset ExpiresAt) : Written(Person);

/// <summary>The codes of invitations: random, and without characters that look alike.</summary>
public static class InvitationCode
{
    public const string Characters = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    private const int Length = 24;
    private const int Group = 4;

    public static string New() =>
        string.Join(
            '-',
            RandomNumberGenerator.GetString(Characters, Length).Chunk(Group).Select(part => new string(part))
        );

    /// <summary>The digest of a code as somebody typed it: dashes, blanks and small letters do not matter.</summary>
    public static byte[] DigestOf(string code) =>
        SHA256.HashData(
            System.Text.Encoding.UTF8.GetBytes(
                string.Concat(code.ToUpperInvariant().Where(one => one != '-' && !char.IsWhiteSpace(one)))
            )
        );
}

public sealed class InvitePersonHandler(IRegistryStore store, CommandSession session)
    : PersonHandler<InvitePerson, InvitedPerson>(store, session)
{
    /// <summary>How long an invitation can be accepted.</summary>
    public const int Days = 14;

    protected override (string Type, GivenId Id) SubjectOf(InvitePerson command) => (nameof(Person), command.PersonId);

    protected override async Task<Result<Change<InvitedPerson>>> DecideAsync(
        InvitePerson command,
        OpenedEntry<Person> opened,
        CancellationToken cancellationToken
    )
    {
        var person = opened.Subject;
        if (person.IsErased)
            return RegistryInputs.Erased;
        if (await Store.InvitationAsync(person.Id, cancellationToken) is { } earlier)
            Store.Remove(earlier);
        var code = InvitationCode.New();
        var expiresAt = Session.Time.GetUtcNow().AddDays(Days);
        Store.Add(new Invitation(person.Id, InvitationCode.DigestOf(code), expiresAt));
        return new Change<InvitedPerson>(new InvitedPerson(person.Id, code, expiresAt), person)
        {
            After = new { expiresAt },
        };
    }
}
