using Mediator;
using TeacherDevPlan.Application.Access;
using TeacherDevPlan.Application.Budgets;
using TeacherDevPlan.Domain.Access;
using TeacherDevPlan.Domain.Common;

namespace TeacherDevPlan.Application.Common.Idempotency;

/// <summary>Forgets idempotency keys that are older than so many days, 30 at least. Gives how many they were.</summary>
public sealed record ForgetOldKeys(int Days) : ICommand<Result<ForgottenKeys>>;

public sealed record ForgottenKeys(int Count);

public sealed class ForgetOldKeysHandler(ILedgerStore store, IAuditTrail audit, TimeProvider time)
    : ICommandHandler<ForgetOldKeys, Result<ForgottenKeys>>
{
    /// <summary>What clients are promised; the database holds to it too.</summary>
    public const int FewestDays = 30;

    public async ValueTask<Result<ForgottenKeys>> Handle(ForgetOldKeys command, CancellationToken cancellationToken)
    {
        // An hour more than promised: the database tells the time by its own clock.
        var age = TimeSpan.FromDays(Math.Max(command.Days, FewestDays)) + TimeSpan.FromHours(1);
        var before = time.GetUtcNow() - age;
        var forgotten = new ForgottenKeys(await store.ForgetKeysAsync(before, cancellationToken));
        if (forgotten.Count > 0)
            audit.Write(
                new AuditEntry(AuditKind.Write, "forgetOldKeys", []) { After = new { before, forgotten.Count } }
            );
        return forgotten;
    }
}
