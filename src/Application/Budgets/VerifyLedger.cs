using Mediator;

namespace TeacherDevPlan.Application.Budgets;

/// <summary>Compares the whole ledger with itself, in one snapshot, without changing anything.</summary>
public sealed record VerifyLedger : IQuery<IReadOnlyList<LedgerCheck>>;

/// <param name="Name">What was compared with what.</param>
/// <param name="Compared">How many things were compared.</param>
/// <param name="Differences">How many of them differ.</param>
/// <param name="Examples">Some of those, each named so that it can be found.</param>
public sealed record LedgerCheck(string Name, long Compared, long Differences, IReadOnlyList<string> Examples);

/// <summary>Runs the comparisons where the ledger is stored.</summary>
public interface ILedgerVerifier
{
    Task<IReadOnlyList<LedgerCheck>> VerifyAsync(CancellationToken cancellationToken);
}

public sealed class VerifyLedgerHandler(ILedgerVerifier verifier)
    : IQueryHandler<VerifyLedger, IReadOnlyList<LedgerCheck>>
{
    public async ValueTask<IReadOnlyList<LedgerCheck>> Handle(
        VerifyLedger query,
        CancellationToken cancellationToken
    ) => await verifier.VerifyAsync(cancellationToken);
}
