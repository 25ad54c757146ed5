using Mediator;
using TeacherDevPlan.Application.Common;
using TeacherDevPlan.Application.Common.Commands;
using TeacherDevPlan.Application.Common.Idempotency;
using TeacherDevPlan.Domain.Access;
using TeacherDevPlan.Domain.Common;

namespace TeacherDevPlan.Application.Access.Administration;

/// <summary>
/// Makes an access token valid that another administrator created. Confirming it again changes nothing.
/// </summary>
[AllowedTo(Role.Administrator)]
[EndsIn(typeof(NotFound))]
public sealed record ConfirmAccessToken(GivenId AccessTokenId) : ICommand<Result<Written>>;

/// <summary>Which access tokens wait for a second administrator.</summary>
/// <param name="Enabled">Whether any do.</param>
public sealed record TokenConfirmation(bool Enabled)
{
    /// <summary>
    /// Whether a token with these roles waits: if it could change anything. An administrator's is one of them, or it
    /// could confirm the others. The machine's operator, who could write to the database, needs no confirmation.
    /// </summary>
    public bool IsNeeded(Caller creator, IEnumerable<Role> roles) =>
        Enabled && !creator.IsSystem && roles.Any(AccessRules.WritingRoles.Contains);
}

public sealed class ConfirmAccessTokenHandler(IAccessTokenStore store, CommandSession session)
    : CommandHandler<ConfirmAccessToken, OfNoOffice<AccessToken>, Written>(session)
{
    private const string Field = "accessTokenId";

    private static readonly RequestInvalid OwnToken = new(
        Field,
        new LocalText(
            "is a token that you created yourself; another administrator must confirm it.",
            "เป็นโทเค็นที่ท่านสร้างเอง ต้องให้ผู้ดูแลระบบคนอื่นเป็นผู้ยืนยัน"
        )
    );

    private static readonly RequestInvalid Over = new(
        Field,
        new LocalText(
            "is a token that was revoked or has expired; create another one.",
            "เป็นโทเค็นที่ถูกเพิกถอนหรือหมดอายุแล้ว โปรดสร้างใหม่"
        )
    );

    protected override async Task<Result<OfNoOffice<AccessToken>>> OpenAsync(
        ConfirmAccessToken command,
        IdempotencyKey? key,
        CancellationToken cancellationToken
    ) =>
        await store.FindAsync(command.AccessTokenId.Id, cancellationToken) is { } token
            ? new OfNoOffice<AccessToken>(token)
            : new NotFound(nameof(AccessToken), command.AccessTokenId.Text);

    protected override async Task<Result<Change<Written>>> DecideAsync(
        ConfirmAccessToken command,
        OfNoOffice<AccessToken> opened,
        CancellationToken cancellationToken
    )
    {
        var token = opened.Subject;
        var now = Session.Time.GetUtcNow();
        if (token.RevokedAt is not null || token.ExpiresAt <= now)
            return Over;
        var creator = await PersonBehindAsync(token.CreatedBy, cancellationToken);
        var confirmer = await PersonBehindAsync(Session.Caller.Name, cancellationToken);
        if (string.Equals(creator, confirmer, StringComparison.OrdinalIgnoreCase))
            return OwnToken;
        var before = TokenAudit.Figures(token);
        token.Confirm(now, Session.Caller.Name);
        return new Change<Written>(new Written(token.Id), token) { Before = before, After = TokenAudit.Figures(token) };
    }

    /// <summary>
    /// Who holds the secret of a caller's token: whoever created it, since its secret was told to them. A token that was
    /// created at the command line was handed to somebody, so it stands for a person.
    /// </summary>
    private async Task<string> PersonBehindAsync(string caller, CancellationToken cancellationToken)
    {
        while (
            caller.StartsWith(Caller.OfToken, StringComparison.Ordinal)
            && await store.FindAsync(caller[Caller.OfToken.Length..], cancellationToken) is { } token
            && !token.CreatedBy.StartsWith(Caller.OfOperator, StringComparison.Ordinal)
        )
            caller = token.CreatedBy;
        return caller;
    }
}
