using Mediator;
using TeacherDevPlan.Application.Budgets;
using TeacherDevPlan.Domain.Common;

namespace TeacherDevPlan.Application.Common.Idempotency;

/// <summary>Forgets idempotency keys that are older than so many days, 30 at least. Gives how many they were.</summary>
public sealed record ForgetOldKeys(int Days) : ICommand<Result<ForgottenKeys>>;

public sealed record ForgottenKeys(int Count);

public sealed class ForgetOldKeysHandler(ILedgerStore store, TimeProvider time)
    : ICommandHandler<ForgetOldKeys, Result<ForgottenKeys>>
{
    /// <summary>What clients are promised; the database holds to it too.</summary>
    public const int FewestDays = 30;

    public async ValueTask<Result<ForgottenKeys>> Handle(ForgetOldKeys command, CancellationToken cancellationToken)
    {
        // An hour more than promised: the database tells the time by its own clock.
        var age = TimeSpan.FromDays(Math.Max(command.Days, FewestDays)) + TimeSpan.FromHours(1);
        return new ForgottenKeys(await store.ForgetKeysAsync(time.GetUtcNow() - age, cancellationToken));
    }
}
