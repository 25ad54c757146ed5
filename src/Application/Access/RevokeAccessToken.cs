using Mediator;
using TeacherDevPlan.Domain.Access;
using TeacherDevPlan.Domain.Common;

namespace TeacherDevPlan.Application.Access;

/// <summary>Makes an access token useless at once. Revoking it again changes nothing.</summary>
[AllowedTo(Role.Administrator)]
public sealed record RevokeAccessToken(GivenId AccessTokenId) : ICommand<Result<AccessToken>>;

public sealed class RevokeAccessTokenHandler(
    IAccessTokenStore store,
    IAuditTrail audit,
    Caller caller,
    TimeProvider time
) : ICommandHandler<RevokeAccessToken, Result<AccessToken>>
{
    public async ValueTask<Result<AccessToken>> Handle(RevokeAccessToken command, CancellationToken cancellationToken)
    {
        if (await store.FindAsync(command.AccessTokenId.Id, cancellationToken) is not { } token)
            return new NotFound(nameof(AccessToken), command.AccessTokenId.Text);
        var before = TokenAudit.Figures(token);
        if (!token.Revoke(time.GetUtcNow(), caller.Name))
            return token;
        await store.SaveAsync(cancellationToken);
        audit.Write(
            new AuditEntry(AuditKind.Write, "revokeAccessToken", [TokenAudit.IdOf(token)])
            {
                Before = before,
                After = TokenAudit.Figures(token),
            }
        );
        return token;
    }
}
