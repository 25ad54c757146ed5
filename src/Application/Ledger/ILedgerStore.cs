using TeacherDevPlan.Application.Common.Commands;
using TeacherDevPlan.Application.Common.Idempotency;
using TeacherDevPlan.Domain.Budgets;
using TeacherDevPlan.Domain.Common;

namespace TeacherDevPlan.Application.Ledger;

/// <summary>The stored ledger, as a command works on it inside its transaction.</summary>
public interface ILedgerStore
{
    /// <summary>
    /// Locks, in the order of their ids, the budgets of what is named and of all that it touches, until the transaction ends;
    /// then reads them, and what became of the keys before. What has expired of their commitments is freed in the ledger that it gives.
    /// </summary>
    Task<OpenedLedger> OpenAsync(
        LedgerScope scope,
        IReadOnlyList<IdempotencyKey> keys,
        CancellationToken cancellationToken
    );

    /// <summary>Writes what was posted, with the transaction.</summary>
    void Post(BudgetLedger ledger);

    /// <summary>Writes it at once, for what is written next to stand on.</summary>
    Task PostNowAsync(BudgetLedger ledger, CancellationToken cancellationToken);

    /// <summary>Raises a project's version, with the transaction; another change in the meantime runs it again.</summary>
    void RaiseVersion(ProjectTerms project);

    /// <summary>Commitments with something left whose last day is over.</summary>
    Task<IReadOnlyList<Guid>> ExpiredCommitmentsAsync(DateOnly today, int most, CancellationToken cancellationToken);
}

/// <summary>What a command names.</summary>
public sealed record LedgerScope
{
    public IReadOnlyCollection<Guid> Activities { get; init; } = [];

    public IReadOnlyCollection<Guid> Commitments { get; init; } = [];

    public IReadOnlyCollection<Guid> Disbursements { get; init; } = [];

    /// <summary>What payments name.</summary>
    public static LedgerScope Of(IReadOnlyList<PaymentOrder> payments) =>
        new()
        {
            Activities = [.. payments.Select(payment => payment.ActivityId.Id)],
            Commitments = [.. payments.Select(payment => payment.CommitmentId).OfType<GivenId>().Select(id => id.Id)],
        };

    /// <summary>A project whose terms are needed, whether or not an activity of it is named.</summary>
    public Guid? Project { get; init; }
}

/// <param name="Project">The terms of the project that the scope names; null where there is none.</param>
/// <param name="Remembered">The earlier requests under the keys of this one.</param>
public sealed record OpenedLedger(BudgetLedger Ledger, ProjectTerms? Project, RememberedRequests Remembered) : IOpened
{
    public IEnumerable<string> Offices => Ledger.Projects.Select(project => project.OfficeCode);
}
