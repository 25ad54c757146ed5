using Mediator;

namespace TeacherDevPlan.Application.Ledger;

/// <summary>Checks the whole ledger for consistency in one snapshot, without changing anything.</summary>
public sealed record VerifyLedger : IQuery<IReadOnlyList<LedgerCheck>>;

/// <param name="Name">What was compared.</param>
/// <param name="Compared">The number of compared items.</param>
/// <param name="Differences">The number of items that differ.</param>
/// <param name="Examples">Some of the differing items, with enough detail to find them.</param>
public sealed record LedgerCheck(string Name, long Compared, long Differences, IReadOnlyList<string> Examples);

/// <summary>Runs the comparisons in the database.</summary>
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
