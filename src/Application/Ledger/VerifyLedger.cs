using Mediator;
using TeacherDevPlan.Application.Common;

namespace TeacherDevPlan.Application.Ledger;

/// <summary>Checks the whole ledger for consistency in one snapshot, without changing anything.</summary>
public sealed record VerifyLedger : IQuery<IReadOnlyList<ConsistencyCheck>>;

/// <summary>Runs the comparisons in the database.</summary>
public interface ILedgerVerifier
{
    Task<IReadOnlyList<ConsistencyCheck>> VerifyAsync(CancellationToken cancellationToken);
}

public sealed class VerifyLedgerHandler(ILedgerVerifier verifier)
    : IQueryHandler<VerifyLedger, IReadOnlyList<ConsistencyCheck>>
{
    public async ValueTask<IReadOnlyList<ConsistencyCheck>> Handle(
        VerifyLedger query,
        CancellationToken cancellationToken
    ) => await verifier.VerifyAsync(cancellationToken);
}
