using Mediator;
using TeacherDevPlan.Application.Common.Idempotency;
using TeacherDevPlan.Domain.Common;

namespace TeacherDevPlan.Application.Common.Commands;

/// <summary>
/// Deletes idempotency keys that are older than a number of days, at least 30. Returns the number of deleted keys.
/// </summary>
[EndsIn]
public sealed record ForgetOldKeys(int Days) : ICommand<Result<ForgottenKeys>>;

public sealed record ForgottenKeys(int Count) : Written;

public sealed class ForgetOldKeysHandler(CommandSession session)
    : CommandHandler<ForgetOldKeys, OfNoOffice<DateTimeOffset>, ForgottenKeys>(session)
{
    /// <summary>The minimum that clients can rely on; the database enforces it, too.</summary>
    public const int FewestDays = 30;

    protected override Task<Result<OfNoOffice<DateTimeOffset>>> OpenAsync(
        ForgetOldKeys command,
        IdempotencyKey? key,
        CancellationToken cancellationToken
    )
    {
        // One hour longer than promised, because the clock of the database may differ.
        var age = TimeSpan.FromDays(Math.Max(command.Days, FewestDays)) + TimeSpan.FromHours(1);
        Result<OfNoOffice<DateTimeOffset>> before = new OfNoOffice<DateTimeOffset>(Session.Time.GetUtcNow() - age);
        return Task.FromResult(before);
    }

    protected override async Task<Result<Change<ForgottenKeys>>> DecideAsync(
        ForgetOldKeys command,
        OfNoOffice<DateTimeOffset> opened,
        CancellationToken cancellationToken
    )
    {
        var before = opened.Subject;
        var forgotten = new ForgottenKeys(await Session.Keys.ForgetAsync(before, cancellationToken));
        return new Change<ForgottenKeys>(forgotten) { After = new { before, forgotten.Count }, Rows = forgotten.Count };
    }
}
