using System.Buffers.Text;
using System.Security.Cryptography;
using FluentValidation;
using Mediator;
using TeacherDevPlan.Application.Common;
using TeacherDevPlan.Application.Common.Commands;
using TeacherDevPlan.Application.Common.Idempotency;
using TeacherDevPlan.Domain.Access;
using TeacherDevPlan.Domain.Common;

namespace TeacherDevPlan.Application.Access.Administration;

/// <summary>
/// Makes a credential for a script, with roles of its own. The secret is told this once, and is kept nowhere. Where
/// <see cref="TokenConfirmation"/> says so, a token that can write is accepted once another administrator confirmed it.
/// </summary>
/// <param name="Offices">Codes of the offices that the roles are held for, or <see cref="Caller.Ministry"/>.</param>
[AllowedTo(Role.Administrator)]
[EndsIn]
public sealed record CreateAccessToken(
    string Name,
    IReadOnlyList<Role> Roles,
    IReadOnlyList<string> Offices,
    DateTimeOffset ExpiresAt
) : ICommand<Result<CreatedAccessToken>>;

public sealed record CreatedAccessToken(AccessToken Token, string Secret) : Written(Token.Id);

/// <summary>The secrets of access tokens: 32 random bytes behind a prefix that tells what they are.</summary>
public static class AccessTokenSecret
{
    public const string Prefix = "tdp_";
    private const int Bytes = 32;

    public static string New() => Prefix + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));

    /// <summary>Enough for a secret that is random: there is nothing to guess.</summary>
    public static byte[] DigestOf(string secret) => SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(secret));
}

public sealed class CreateAccessTokenValidator : AbstractValidator<CreateAccessToken>
{
    public const int MaxDays = 366;

    public CreateAccessTokenValidator(TimeProvider time)
    {
        RuleFor(command => command.Name)
            .Matches(@"^[A-Za-z0-9][A-Za-z0-9._-]{0,63}\z")
            .Refuse(
                "must have 1 to 64 letters (A to Z), digits, dots, dashes or underscores.",
                "ต้องมี 1 ถึง 64 ตัว เป็นอักษร A-Z ตัวเลข จุด ขีดกลาง หรือขีดล่าง"
            );
        RuleFor(command => command.Roles)
            .NotEmpty()
            .Refuse("must hold one role at least.", "ต้องมีบทบาทอย่างน้อยหนึ่งบทบาท");
        RuleFor(command => command.Offices)
            .Must(offices => offices.Count <= 500 && offices.All(RoleOffices.IsOffice))
            .Refuse(
                "must hold codes of offices such as \"TH-43-P2\", or \"MINISTRY\".",
                "ต้องเป็นรหัสสำนักงานเขต เช่น \"TH-43-P2\" หรือ \"MINISTRY\""
            )
            .Must((command, offices) => RoleOffices.Fit(command.Roles, offices))
            .Refuse(
                "plan-officer and budget-officer are roles of offices, approver of offices or of \"MINISTRY\": name them.",
                "บทบาท plan-officer และ budget-officer ต้องระบุสำนักงานเขต ส่วน approver ต้องระบุสำนักงานเขตหรือ \"MINISTRY\""
            );
        RuleFor(command => command.ExpiresAt)
            .Must(expiry => expiry > time.GetUtcNow() && expiry <= time.GetUtcNow().AddDays(MaxDays))
            .Refuse($"must lie within the next {MaxDays} days.", $"ต้องอยู่ภายใน {MaxDays} วันข้างหน้า");
    }
}

public sealed class CreateAccessTokenHandler(
    IAccessTokenStore store,
    TokenConfirmation confirmation,
    CommandSession session
) : CommandHandler<CreateAccessToken, OfNoOffice<string>, CreatedAccessToken>(session)
{
    /// <summary>What is recorded under a name was recorded by one token, for ever.</summary>
    private static readonly RequestInvalid NameTaken = new(
        "name",
        new LocalText(
            "is, or was, the name of a token; names are not used again, and differing in case does not make another name.",
            "เป็นชื่อของโทเค็นที่มีอยู่หรือเคยมี ชื่อโทเค็นใช้ซ้ำไม่ได้ และตัวพิมพ์เล็กใหญ่ไม่ทำให้เป็นคนละชื่อ"
        )
    );

    /// <summary>The name, which is kept for this command.</summary>
    protected override async Task<Result<OfNoOffice<string>>> OpenAsync(
        CreateAccessToken command,
        IdempotencyKey? key,
        CancellationToken cancellationToken
    ) => await store.IsTakenAsync(command.Name, cancellationToken) ? NameTaken : new OfNoOffice<string>(command.Name);

    protected override Task<Result<Change<CreatedAccessToken>>> DecideAsync(
        CreateAccessToken command,
        OfNoOffice<string> opened,
        CancellationToken cancellationToken
    )
    {
        var secret = AccessTokenSecret.New();
        var token = new AccessToken(
            opened.Subject,
            command.Roles,
            command.Offices,
            AccessTokenSecret.DigestOf(secret),
            Session.Time.GetUtcNow(),
            Session.Caller.Name,
            command.ExpiresAt.ToUniversalTime(),
            confirmation.IsNeeded(Session.Caller, command.Roles)
        );
        store.Add(token);
        Result<Change<CreatedAccessToken>> made = new Change<CreatedAccessToken>(
            new CreatedAccessToken(token, secret),
            token
        )
        {
            After = TokenAudit.Figures(token),
        };
        return Task.FromResult(made);
    }
}

/// <summary>What the audit trail is told of a token: never its secret.</summary>
internal static class TokenAudit
{
    public static object Figures(AccessToken token) =>
        new
        {
            name = token.Name,
            roles = token.Roles.Select(EnumText.Of),
            offices = token.Offices,
            expiresAt = token.ExpiresAt,
            confirmedAt = token.ConfirmedAt,
            revokedAt = token.RevokedAt,
        };
}
