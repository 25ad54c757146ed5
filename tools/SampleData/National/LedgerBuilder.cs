using TeacherDevPlan.SampleData.National.Rows;
using TeacherDevPlan.SampleData.National.Vocabulary;

namespace TeacherDevPlan.SampleData.National;

/// <summary>
/// Generates the ledger of one plan by the service's rules: nothing is overspent at any moment, both sides of a
/// transfer agree, and payments draw only on earlier commitments.
/// </summary>
internal sealed class LedgerBuilder(NationalOptions options, OfficeArea area, OfficeRows rows, Dice dice)
{
    private const double Revised = 0.02;
    private const double MovedWithin = 0.06;
    private const double MovedBetween = 0.3;

    private readonly double meanPayments = PaymentCounts.PerActivity(options);
    private readonly Dictionary<ActivityRow, List<EntryRow>> entries = [];
    private readonly Dictionary<ActivityRow, long> spendable = [];

    public void Build(IReadOnlyList<ProjectRow> projects, NationalCalendar calendar, DateTime plannedAt)
    {
        foreach (var activity in projects.SelectMany(project => project.Activities))
        {
            entries[activity] = [.. Planned(activity, plannedAt)];
            spendable[activity] = activity.PlannedTotal;
        }

        var moving = projects.Where(project => project.MovesMoney).ToList();
        foreach (var project in moving)
        {
            foreach (var activity in project.Activities.Where(_ => dice.Chance(Revised)))
                Revise(activity, calendar);
            if (project.VirementAllowed && dice.Chance(MovedWithin))
                Transfer(dice.Pick(project.Activities), dice.Pick(project.Activities), calendar);
        }

        if (dice.Chance(MovedBetween) && moving.Count > 1)
            Transfer(dice.Pick(dice.Pick(moving).Activities), dice.Pick(dice.Pick(moving).Activities), calendar);
        var payments = new PaymentBuilder(area, calendar, dice, meanPayments);
        foreach (var activity in moving.SelectMany(project => project.Activities))
            payments.Build(activity, spendable[activity], entries[activity]);
        Post();
    }

    private static IEnumerable<EntryRow> Planned(ActivityRow activity, DateTime at) =>
        Enumerable
            .Range(0, 4)
            .Where(quarter => activity.Planned[quarter] > 0)
            .Select(quarter => PlannedEntry(activity, quarter, activity.Planned[quarter], at, "system", "plan file"));

    private static EntryRow PlannedEntry(
        ActivityRow activity,
        int quarter,
        long amount,
        DateTime at,
        string by,
        string reason
    ) =>
        new()
        {
            Activity = activity,
            Kind = EntryKinds.Planned,
            Amount = amount,
            Quarter = quarter,
            RecordedAt = at,
            RecordedBy = by,
            Reason = reason,
        };

    /// <summary>Moves half of a quarter's planned amount to a later quarter.</summary>
    private void Revise(ActivityRow activity, NationalCalendar calendar)
    {
        var quarter = dice.Below(3);
        var amount = activity.Planned[quarter] / 200 * 100;
        if (amount == 0 || calendar.Elapsed(0) == 0)
            return;
        var at = calendar.MomentOf(calendar.DayOf(0));
        var by = $"user:plan-officer@{area.Code}";
        const string reason = "ปรับแผนการใช้จ่ายงบประมาณ";
        entries[activity].Add(PlannedEntry(activity, quarter + 1, amount, at, by, reason));
        entries[activity].Add(PlannedEntry(activity, quarter, -amount, at, by, reason));
    }

    /// <summary>
    /// Transfers. The amount given away is reserved from the start, and the received amount is not spent.
    /// </summary>
    private void Transfer(ActivityRow from, ActivityRow to, NationalCalendar calendar)
    {
        var quarter = dice.Below(4);
        var amount = from.Planned[quarter] / 1000 * dice.Between(1, 4) * 100;
        if (from == to || amount == 0 || calendar.Elapsed(0) == 0)
            return;
        var approved = from.Project != to.Project;
        var at = calendar.MomentOf(calendar.DayOf(calendar.Elapsed(1) > 0 ? 1 : 0));
        var given = End(EntryKinds.TransferOut, from, to);
        var received = End(EntryKinds.TransferIn, to, from);
        given.Transfer = received.Transfer = given;
        spendable[from] -= amount;

        EntryRow End(string kind, ActivityRow activity, ActivityRow other)
        {
            var entry = new EntryRow
            {
                Activity = activity,
                Kind = kind,
                Amount = amount,
                Quarter = quarter,
                RecordedAt = at,
                RecordedBy = approved ? $"user:approver@{area.Code}" : $"user:budget-officer@{area.Code}",
                Counterpart = other,
                Approved = approved,
                Reason = "โอนเปลี่ยนแปลงรายการเพื่อให้การดำเนินงานเป็นไปตามเป้าหมาย",
            };
            entries[activity].Add(entry);
            return entry;
        }
    }

    /// <summary>Sorts the entries of every activity, and those of the plan, in order of recording.</summary>
    private void Post()
    {
        var ids = new SeededIds(dice, DateTime.UnixEpoch);
        var first = rows.Entries.Count;
        foreach (var (activity, pending) in entries)
        {
            foreach (var entry in pending.OrderBy(entry => entry.RecordedAt))
            {
                entry.Id = ids.At(entry.RecordedAt);
                entry.Follow(activity.Entries.Count + 1, activity.Balance);
                activity.Entries.Add(entry);
                rows.Entries.Add(entry);
            }
        }

        rows.Entries.Sort(first, rows.Entries.Count - first, ByTime);
    }

    private static readonly Comparer<EntryRow> ByTime = Comparer<EntryRow>.Create(
        (one, other) =>
            one.RecordedAt != other.RecordedAt ? one.RecordedAt.CompareTo(other.RecordedAt) : one.Id.CompareTo(other.Id)
    );
}
