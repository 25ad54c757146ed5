using TeacherDevPlan.Domain.Budgets;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Vocabulary;

namespace TeacherDevPlan.Domain.Tests;

/// <summary>A ledger of two projects with five activities, kept in memory as the database would keep it.</summary>
internal sealed class LedgerModel
{
    public const int Year = 2566;
    private static readonly DateTimeOffset Start = new(2023, 2, 1, 3, 0, 0, TimeSpan.Zero);

    private readonly Dictionary<Guid, ActivityBudget> budgets = [];
    private readonly Dictionary<Guid, ProjectTerms> projects = [];
    private readonly Dictionary<Guid, Commitment> commitments = [];
    private readonly Dictionary<Guid, Disbursement> disbursements = [];
    private readonly List<LedgerEntry> entries = [];
    private DateTimeOffset now = Start;

    public LedgerModel()
    {
        ProjectTerms[] terms =
        [
            new(Guid.CreateVersion7(), "TH-43-P2", ProjectStatus.Approved, true, 1),
            new(Guid.CreateVersion7(), "TH-43-P2", ProjectStatus.InProgress, false, 1),
        ];
        foreach (var project in terms)
            projects.Add(project.Id, project);
        for (var i = 0; i < 5; i++)
        {
            var budget = new ActivityBudget(Guid.CreateVersion7(), terms[i / 3].Id, Guid.Empty, Year);
            budgets.Add(budget.ActivityId, budget);
            Activities.Add(budget.ActivityId);
            var planned = new QuarterAmounts(1000.00m * i, 250.25m, 0.00m, 99.99m);
            Run(ledger => ledger.TryPlan(budget.ActivityId, planned, "plan", out _));
        }
    }

    public List<Guid> Activities { get; } = [];

    public IReadOnlyList<LedgerEntry> Entries => entries;

    public IReadOnlyDictionary<Guid, ActivityBudget> Budgets => budgets;

    public IReadOnlyList<Guid> CommitmentIds => [.. commitments.Keys];

    public IReadOnlyList<Guid> DisbursementIds => [.. disbursements.Keys];

    public IReadOnlyDictionary<Guid, Commitment> Commitments => commitments;

    public DateTimeOffset Now => now;

    public ProjectStatus StatusOf(Guid activity) => projects[budgets[activity].ProjectId].Status;

    public void SetStatus(Guid activity, ProjectStatus status)
    {
        var project = projects[budgets[activity].ProjectId];
        projects[project.Id] = project with { Status = status };
    }

    public void Wait(TimeSpan time) => now += time;

    public T Run<T>(Func<BudgetLedger, T> operation)
    {
        var state = new LedgerState(budgets.Values, projects.Values, commitments.Values, disbursements.Values);
        var ledger = new BudgetLedger(state, "tester", now);
        var result = operation(ledger);
        foreach (var entry in ledger.Entries)
        {
            entries.Add(entry);
            budgets[entry.ActivityId] = ledger.Budget(entry.ActivityId)!;
        }

        foreach (var id in ledger.StartedProjects)
            projects[id] = projects[id] with { Status = ProjectStatus.InProgress };
        switch (result)
        {
            case Result<Disbursement> { Succeeded: true } made:
                disbursements[made.Value.Id] = made.Value;
                break;
            case Result<Commitment> { Succeeded: true } made:
                commitments[made.Value.Id] = made.Value;
                break;
        }

        now += TimeSpan.FromSeconds(1);
        return result;
    }

    public static GivenId Given(Guid id) => new(id.ToString(), id);

    public static PaymentOrder Payment(Guid activity, decimal amount, Guid? commitment = null) =>
        new(
            Given(activity),
            amount,
            new DateOnly(2022, 12, 31),
            "V",
            commitment is { } id ? Given(id) : null,
            null,
            null
        );
}
