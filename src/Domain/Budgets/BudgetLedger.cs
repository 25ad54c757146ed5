using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Plans;
using TeacherDevPlan.Domain.Vocabulary;

namespace TeacherDevPlan.Domain.Budgets;

/// <summary>
/// The part of the ledger that a command works on: the budgets that it has locked, and the entries that it posts to
/// them. Every operation either posts completely or is refused and posts nothing. The available amount of an activity
/// is never negative.
/// </summary>
public sealed class BudgetLedger
{
    /// <summary>The name under which the service records its own actions.</summary>
    private const string Service = "system";

    private readonly IReadOnlyCollection<ActivityBudget> opened;
    private readonly Dictionary<Guid, ActivityBudget> budgets;
    private readonly Dictionary<Guid, ProjectTerms> projects;
    private readonly Dictionary<Guid, Commitment> commitments;
    private readonly Dictionary<Guid, Disbursement> disbursements;
    private readonly List<LedgerEntry> entries = [];
    private readonly HashSet<Guid> started = [];
    private readonly DateTimeOffset now;
    private readonly DateOnly today;
    private readonly string actor;

    /// <param name="state">The locked budgets. Operations can only use what is in it; everything else is not
    /// found.</param>
    /// <param name="now">The time by this machine's clock. Entries of an activity never go back in time, even if the
    /// clock does.</param>
    public BudgetLedger(LedgerState state, string actor, DateTimeOffset now)
    {
        opened = state.Budgets;
        budgets = state.Budgets.ToDictionary(budget => budget.ActivityId);
        projects = state.Projects.ToDictionary(project => project.Id);
        commitments = state.Commitments.ToDictionary(commitment => commitment.Id);
        disbursements = state.Disbursements.ToDictionary(disbursement => disbursement.Id);
        this.actor = actor;
        today = ThaiDay.Of(now);
        this.now = Microseconds(now);
        // Regardless of the clock, each command has its own, later moment in the history of what it touches.
        if (state.Budgets.Max(budget => budget.LastEntryAt) is { } last && last >= this.now)
            this.now = last.AddMicroseconds(1);
    }

    /// <summary>The rules and status of the projects whose money is locked.</summary>
    public IReadOnlyCollection<ProjectTerms> Projects => projects.Values;

    /// <summary>The budgets that entries were posted to, before and after.</summary>
    public IEnumerable<(ActivityBudget Before, ActivityBudget After)> Changes =>
        opened
            .Select(before => (Before: before, After: budgets[before.ActivityId]))
            .Where(change => change.After.Entries > change.Before.Entries);

    /// <summary>The posted entries, in order.</summary>
    public IReadOnlyList<LedgerEntry> Entries => entries;

    /// <summary>Projects whose first payment was posted, and which are therefore in progress.</summary>
    public IReadOnlyCollection<Guid> StartedProjects => started;

    /// <summary>The budget of an activity, including the posted entries.</summary>
    public ActivityBudget? Budget(Guid activityId) => budgets.GetValueOrDefault(activityId);

    /// <summary>Pays from an activity's budget or from a commitment on it.</summary>
    public Result<Disbursement> Disburse(PaymentOrder order)
    {
        if (Open(order.ActivityId, out var budget) is { } refusal)
            return refusal;
        if (RefusedDate(order.PaidOn, budget) is { } wrongDate)
            return wrongDate;
        Commitment? commitment = null;
        if (order.CommitmentId is { } given && Drawable(given, order, out commitment) is { } undrawable)
            return undrawable;
        if (commitment is null && order.Amount > budget.Balance.Available)
            return InsufficientBudget.OfActivity(budget.Balance.Available, order.Amount);

        var quarter = new FiscalYear(budget.FiscalYear).QuarterOf(order.PaidOn);
        var entry = new LedgerEntry(LedgerEntryKind.Disbursement, Baht.Of(order.Amount), quarter)
        {
            PaidOn = order.PaidOn,
            FundingSource = order.FundingSource,
            CommitmentId = commitment?.Id,
            Reference = order.Reference,
            Reason = order.Note,
        };
        Post(budget, entry);
        commitment?.Remaining -= order.Amount;
        if (projects[budget.ProjectId].Status == ProjectStatus.Approved)
            started.Add(budget.ProjectId);
        return new Disbursement(entry);
    }

    /// <summary>
    /// Reverses a payment completely, and only once. If the payment drew on a commitment that is still open, the amount
    /// returns to it; otherwise it is available again. The reversal counts in the quarter of the payment.
    /// </summary>
    public Result<Disbursement> Reverse(GivenId disbursementId, string reason)
    {
        if (!disbursements.TryGetValue(disbursementId.Id, out var disbursement))
            return new NotFound(nameof(Disbursement), disbursementId.Text);
        var budget = budgets[disbursement.ActivityId];
        if (Closed(budget) is { } refusal)
            return refusal;
        if (disbursement.Reversed)
            return InvalidState.PaymentReversed;
        var commitment = disbursement.CommitmentId is { } id ? commitments[id] : null;
        if (commitment?.IsOpen(today) is false)
            commitment = null;
        var entry = new LedgerEntry(LedgerEntryKind.Reversal, disbursement.Amount, disbursement.Quarter)
        {
            ReversesId = disbursement.Id,
            CommitmentId = commitment?.Id,
            Reason = reason,
        };
        Post(budget, entry);
        commitment?.Remaining += disbursement.Amount;
        disbursement.Reversed = true;
        return disbursement;
    }

    /// <summary>Reserves a part of the available amount.</summary>
    /// <param name="expiresOn">The last day of the commitment; the remainder is released at its end.</param>
    public Result<Commitment> Commit(GivenId activityId, decimal amount, string reference, DateOnly? expiresOn)
    {
        if (Open(activityId, out var budget) is { } refusal)
            return refusal;
        if (expiresOn < today)
            return LedgerInputs.ExpiresInPast(today);
        if (amount > budget.Balance.Available)
            return InsufficientBudget.OfActivity(budget.Balance.Available, amount);
        var entry = new LedgerEntry(LedgerEntryKind.Commitment, Baht.Of(amount), null)
        {
            Reference = reference,
            ExpiresOn = expiresOn,
        };
        entry.CommitmentId = entry.Id;
        Post(budget, entry);
        return new Commitment(entry);
    }

    /// <summary>Releases the remainder of a commitment, once.</summary>
    public Result<Commitment> Release(GivenId commitmentId, string reason)
    {
        if (!commitments.TryGetValue(commitmentId.Id, out var commitment))
            return new NotFound(nameof(Commitment), commitmentId.Text);
        if (Closed(budgets[commitment.ActivityId]) is { } refusal)
            return refusal;
        if (commitment.Released)
            return InvalidState.CommitmentReleased;
        if (commitment.Remaining == 0)
            return InvalidState.NothingToRelease;
        Free(commitment, reason, actor);
        return commitment;
    }

    /// <summary>
    /// Releases the remainder of expired commitments, dated at the end of their last day, regardless of what happened
    /// to the project since. The entries are recorded in the name of the service, whoever's command triggers them.
    /// </summary>
    public void ReleaseExpired()
    {
        foreach (var commitment in commitments.Values.OrderBy(one => one.ExpiresOn).ThenBy(one => one.Id))
        {
            if (!commitment.Released && commitment.Remaining > 0 && commitment.HasExpired(today))
                Free(commitment, "expired", Service, ThaiDay.StartOf(commitment.ExpiresOn!.Value.AddDays(1)));
        }
    }

    /// <summary>
    /// Moves money between two activities; their total stays the same. Within a project, the project must allow
    /// virement. Between projects, which must be in one fiscal year, an approver is required.
    /// </summary>
    /// <param name="approved">Whether the caller may move money between projects.</param>
    public Result<BudgetTransfer> Transfer(
        GivenId fromId,
        GivenId toId,
        decimal amount,
        FiscalQuarter quarter,
        string reason,
        bool approved
    )
    {
        if (Open(fromId, out var from) is { } refusal)
            return refusal;
        if (Open(toId, out var to) is { } otherRefusal)
            return otherRefusal;
        if (from.ActivityId == to.ActivityId)
            return LedgerInputs.SameActivity;
        if (RefusedVirement(from, to, approved) is { } notAllowed)
            return notAllowed;
        if (amount > from.Balance.Available)
            return InsufficientBudget.OfActivity(from.Balance.Available, amount);
        var given = new LedgerEntry(LedgerEntryKind.TransferOut, Baht.Of(amount), quarter)
        {
            CounterpartId = to.ActivityId,
            Approved = from.ProjectId != to.ProjectId,
            Reason = reason,
        };
        given.TransferId = given.Id;
        var taken = new LedgerEntry(LedgerEntryKind.TransferIn, given.Amount, quarter)
        {
            TransferId = given.Id,
            CounterpartId = from.ActivityId,
            Approved = given.Approved,
            Reason = reason,
        };
        Post(from, given);
        Post(to, taken);
        return new BudgetTransfer(given);
    }

    /// <summary>
    /// Sets the planned amounts of an activity, with an entry for each difference. Increases are posted first, so that
    /// the balance never falls below the final one. Returns false, and posts nothing, if less would be planned than is
    /// committed and paid.
    /// </summary>
    /// <param name="lowest">If refused: the largest possible reduction of the plan, and the requested one.</param>
    public bool TryPlan(
        Guid activityId,
        QuarterAmounts planned,
        string? reason,
        out (decimal Most, decimal Asked) lowest
    )
    {
        var budget = budgets[activityId];
        var current = budget.Balance.Planned;
        lowest = (budget.Balance.Available, current.Total - planned.Total);
        if (lowest.Asked > lowest.Most)
            return false;
        var changes = Enum.GetValues<FiscalQuarter>()
            .Select(quarter => (Quarter: quarter, Added: planned[quarter] - current[quarter]))
            .Where(change => change.Added != 0)
            .OrderByDescending(change => change.Added > 0);
        foreach (var (quarter, added) in changes)
            Post(budgets[activityId], new LedgerEntry(LedgerEntryKind.Planned, added, quarter) { Reason = reason });
        return true;
    }

    /// <summary>
    /// Whether the project rejects entries; for operations that are refused before anything is posted.
    /// </summary>
    public InvalidState? Closed(Guid projectId) =>
        projects[projectId] is { TakesEntries: false, Status: var status } ? InvalidState.ProjectClosed(status) : null;

    private DomainError? Open(GivenId id, out ActivityBudget budget)
    {
        if (!budgets.TryGetValue(id.Id, out budget!))
            return new NotFound(nameof(Activity), id.Text);
        return Closed(budget);
    }

    private InvalidState? Closed(ActivityBudget budget) => Closed(budget.ProjectId);

    private VirementNotAllowed? RefusedVirement(ActivityBudget from, ActivityBudget to, bool approved)
    {
        if (from.ProjectId == to.ProjectId)
            return projects[from.ProjectId].VirementAllowed ? null : VirementNotAllowed.WithinProject;
        if (from.FiscalYear != to.FiscalYear)
            return VirementNotAllowed.BetweenYears;
        return approved ? null : VirementNotAllowed.BetweenProjects;
    }

    private RequestInvalid? RefusedDate(DateOnly paidOn, ActivityBudget budget)
    {
        var year = new FiscalYear(budget.FiscalYear);
        if (!year.Contains(paidOn))
            return LedgerInputs.PaidOutside(year);
        return paidOn > today ? LedgerInputs.PaidInFuture(today) : null;
    }

    private DomainError? Drawable(GivenId id, PaymentOrder order, out Commitment? commitment)
    {
        if (!commitments.TryGetValue(id.Id, out commitment))
            return new NotFound(nameof(Commitment), id.Text);
        if (commitment.ActivityId != order.ActivityId.Id)
            return LedgerInputs.OtherActivitysCommitment;
        if (!commitment.IsOpen(today))
            return InvalidState.CommitmentClosed;
        return order.Amount > commitment.Remaining
            ? InsufficientBudget.OfCommitment(commitment.Remaining, order.Amount)
            : null;
    }

    private void Free(Commitment commitment, string reason, string by, DateTimeOffset? at = null)
    {
        var entry = new LedgerEntry(LedgerEntryKind.CommitmentReleased, commitment.Remaining, null)
        {
            CommitmentId = commitment.Id,
            Reason = reason,
        };
        Post(budgets[commitment.ActivityId], entry, by, at);
        commitment.Remaining = 0.00m;
        commitment.Released = true;
    }

    private void Post(ActivityBudget budget, LedgerEntry entry) => Post(budget, entry, actor, null);

    private void Post(ActivityBudget budget, LedgerEntry entry, string by, DateTimeOffset? at)
    {
        entry.Follow(budget, at ?? now, by);
        budgets[budget.ActivityId] = budget.With(entry);
        entries.Add(entry);
    }

    /// <summary>
    /// Truncates to microseconds, the precision of PostgreSQL, so that the response has the same time as later queries.
    /// </summary>
    private static DateTimeOffset Microseconds(DateTimeOffset moment) =>
        new(moment.UtcTicks - moment.UtcTicks % TimeSpan.TicksPerMicrosecond, TimeSpan.Zero);
}
