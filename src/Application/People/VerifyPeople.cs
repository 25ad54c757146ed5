using Mediator;
using TeacherDevPlan.Application.Common;

namespace TeacherDevPlan.Application.People;

/// <summary>
/// Checks the registry of people, the surveys of needs and the individual development plans for consistency in one
/// snapshot, without changing anything.
/// </summary>
public sealed record VerifyPeople : IQuery<IReadOnlyList<ConsistencyCheck>>;

/// <summary>Runs the comparisons in the database.</summary>
public interface IPeopleVerifier
{
    Task<IReadOnlyList<ConsistencyCheck>> VerifyAsync(CancellationToken cancellationToken);
}

public sealed class VerifyPeopleHandler(IPeopleVerifier verifier)
    : IQueryHandler<VerifyPeople, IReadOnlyList<ConsistencyCheck>>
{
    public async ValueTask<IReadOnlyList<ConsistencyCheck>> Handle(
        VerifyPeople query,
        CancellationToken cancellationToken
    ) => await verifier.VerifyAsync(cancellationToken);
}
