using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Vocabulary;

namespace TeacherDevPlan.Domain.Budgets;

/// <summary>A payment to record.</summary>
/// <param name="Amount">In baht.</param>
/// <param name="CommitmentId">The commitment to draw on.</param>
/// <param name="Key">The key under which it is recorded at most once, if it is one of several payments.</param>
public sealed record PaymentOrder(
    GivenId ActivityId,
    decimal Amount,
    DateOnly PaidOn,
    string Reference,
    GivenId? CommitmentId,
    FundingKind? FundingSource,
    string? Note,
    string? Key = null
);

/// <summary>The properties of a project that the ledger's rules depend on.</summary>
/// <param name="OfficeCode">The code of the project's office.</param>
public sealed record ProjectTerms(Guid Id, string OfficeCode, ProjectStatus Status, bool VirementAllowed, int Version)
{
    public bool TakesEntries => Status is ProjectStatus.Approved or ProjectStatus.InProgress;

    public bool IsPublished => Status.IsPublished();
}

/// <summary>The budgets and projects that a command has locked and read.</summary>
public sealed record LedgerState(
    IReadOnlyCollection<ActivityBudget> Budgets,
    IReadOnlyCollection<ProjectTerms> Projects,
    IReadOnlyCollection<Commitment> Commitments,
    IReadOnlyCollection<Disbursement> Disbursements
)
{
    public static readonly LedgerState Nothing = new([], [], [], []);
}
