using Mediator;
using TeacherDevPlan.Application.Common;
using TeacherDevPlan.Application.Common.Commands;
using TeacherDevPlan.Application.Common.Idempotency;
using TeacherDevPlan.Domain.Access;
using TeacherDevPlan.Domain.Common;

namespace TeacherDevPlan.Application.Access.Administration;

/// <summary>Makes an access token useless at once. Revoking it again changes nothing.</summary>
[AllowedTo(Role.Administrator)]
[EndsIn(typeof(NotFound))]
public sealed record RevokeAccessToken(GivenId AccessTokenId) : ICommand<Result<Written>>;

public sealed class RevokeAccessTokenHandler(IAccessTokenStore store, CommandSession session)
    : CommandHandler<RevokeAccessToken, OfNoOffice<AccessToken>, Written>(session)
{
    protected override async Task<Result<OfNoOffice<AccessToken>>> OpenAsync(
        RevokeAccessToken command,
        IdempotencyKey? key,
        CancellationToken cancellationToken
    ) =>
        await store.FindAsync(command.AccessTokenId.Id, cancellationToken) is { } token
            ? new OfNoOffice<AccessToken>(token)
            : new NotFound(nameof(AccessToken), command.AccessTokenId.Text);

    protected override Task<Result<Change<Written>>> DecideAsync(
        RevokeAccessToken command,
        OfNoOffice<AccessToken> opened,
        CancellationToken cancellationToken
    )
    {
        var token = opened.Subject;
        var before = TokenAudit.Figures(token);
        token.Revoke(Session.Time.GetUtcNow(), Session.Caller.Name);
        Result<Change<Written>> revoked = new Change<Written>(new Written(token.Id), token)
        {
            Before = before,
            After = TokenAudit.Figures(token),
        };
        return Task.FromResult(revoked);
    }
}
