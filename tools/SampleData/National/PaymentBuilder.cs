using TeacherDevPlan.SampleData.National.Rows;
using TeacherDevPlan.SampleData.National.Vocabulary;

namespace TeacherDevPlan.SampleData.National;

/// <summary>
/// Generates the payments of an activity; some draw on commitments, and a few are reversed and recorded again.
/// </summary>
/// <param name="mean">The average number of payments of an activity in a whole year.</param>
internal sealed class PaymentBuilder(OfficeArea area, NationalCalendar calendar, Dice dice, double mean)
{
    private const double SpendsAll = 0.25;
    private const double FromCommitment = 0.08;
    private const double TakenBack = 0.01;
    private const double PaidAgain = 0.8;
    private const long LeastPayment = 20 * Satang.PerBaht;
    private const long LeastCommitted = 5_000 * Satang.PerBaht;

    private readonly string[] actors =
    [
        $"user:budget-officer@{area.Code}",
        $"user:finance@{area.Code}",
        $"token:gfmis-{area.Code}",
    ];

    private int references;

    /// <param name="spendable">The most that the activity may pay in the year, in satang.</param>
    /// <param name="entries">Receives the entries.</param>
    public void Build(ActivityRow activity, long spendable, List<EntryRow> entries)
    {
        if (spendable <= 0)
            return;
        var spent = dice.Chance(SpendsAll) ? spendable : (long)(spendable * dice.Share(0.8, 0.99));
        var slack = spendable - spent;
        var count = mean * dice.Share(0.4, 1.6);
        for (var quarter = 0; quarter < 4; quarter++)
        {
            if (activity.Project.Fate == ProjectFate.Cancelled && quarter > 1)
                break;
            var part = activity.Planned[quarter] / (double)activity.PlannedTotal * calendar.Elapsed(quarter);
            var payments = dice.Rounded(count * part);
            var money = (long)(spent * part);
            if (payments == 0 || money < payments * LeastPayment)
                continue;
            var made = Pay(activity, quarter, money, payments);
            if (payments > 1 && money > LeastCommitted && dice.Chance(FromCommitment))
                slack -= Commit(activity, made, slack, entries);
            foreach (var payment in made.Where(payment => payment.Commitment is null && dice.Chance(TakenBack)))
                TakeBack(payment, entries);
            entries.AddRange(made);
        }
    }

    private List<EntryRow> Pay(ActivityRow activity, int quarter, long money, int count)
    {
        var weights = new double[count];
        for (var i = 0; i < count; i++)
            weights[i] = dice.Share(0.3, 1.7);
        var share = (money - count * LeastPayment) / weights.Sum();
        var made = new List<EntryRow>(count);
        foreach (var weight in weights)
        {
            var paidOn = calendar.DayOf(quarter);
            var payment = Payment(
                activity,
                LeastPayment + Rounded((long)(weight * share)),
                paidOn,
                calendar.MomentAfter(paidOn, 3)
            );
            made.Add(payment);
        }

        return made;
    }

    /// <summary>Reverses a payment some days later; usually it is then recorded again.</summary>
    private void TakeBack(EntryRow payment, List<EntryRow> entries)
    {
        if (calendar.LaterThan(payment.RecordedAt, 10) is not { } at)
            return;
        entries.Add(
            new EntryRow
            {
                Activity = payment.Activity,
                Kind = EntryKinds.Reversal,
                Amount = payment.Amount,
                Quarter = payment.Quarter,
                RecordedAt = at,
                RecordedBy = payment.RecordedBy,
                Reverses = payment,
                Reason = "บันทึกรายการคลาดเคลื่อน",
            }
        );
        var day = DateOnly.FromDateTime(at);
        if (calendar.Year.Contains(day) && dice.Chance(PaidAgain))
            entries.Add(Payment(payment.Activity, payment.Amount, day, at.AddMinutes(dice.Between(5, 60))));
    }

    /// <summary>
    /// Creates commitments for some of the payments, sometimes for more than their amount; returns the excess.
    /// </summary>
    private long Commit(ActivityRow activity, List<EntryRow> made, long slack, List<EntryRow> entries)
    {
        var drawn = made.OrderBy(entry => entry.RecordedAt).Take(dice.Between(1, 3)).ToList();
        var unused = dice.Chance(0.4) ? Rounded((long)(slack * dice.Share())) : 0;
        var paid = drawn.Sum(entry => entry.Amount);
        var (first, last) = (drawn.Min(entry => entry.RecordedAt), drawn.Max(entry => entry.RecordedAt));
        var yearStarts = calendar.Year.StartsOn.ToDateTime(new TimeOnly(2, 0), DateTimeKind.Utc);
        var at = first.AddDays(-dice.Between(3, 15));
        var commitment = new EntryRow
        {
            Activity = activity,
            Kind = EntryKinds.Commitment,
            Amount = paid + unused,
            RecordedAt = at < yearStarts ? first.AddMinutes(-dice.Between(5, 60)) : at,
            RecordedBy = dice.Pick(actors),
            Reference = Reference("สญ"),
            Reason = "จัดซื้อจัดจ้างตามสัญญา",
        };
        commitment.Commitment = commitment;
        if (dice.Chance(0.5) && DateOnly.FromDateTime(last) <= calendar.Year.EndsOn)
            commitment.ExpiresOn = calendar.Year.EndsOn;
        foreach (var entry in drawn)
            entry.Commitment = commitment;
        entries.Add(commitment);
        if (unused > 0 && calendar.Elapsed(3) == 1)
            entries.Add(Release(commitment, unused, last));
        return unused;
    }

    private EntryRow Release(EntryRow commitment, long amount, DateTime last) =>
        new()
        {
            Activity = commitment.Activity,
            Kind = EntryKinds.CommitmentReleased,
            Amount = amount,
            RecordedAt = calendar.LaterThan(last, 20) ?? last.AddMinutes(1),
            RecordedBy = commitment.RecordedBy,
            Commitment = commitment,
            Reason = "สิ้นสุดสัญญา",
        };

    private EntryRow Payment(ActivityRow activity, long amount, DateOnly paidOn, DateTime recordedAt) =>
        new()
        {
            Activity = activity,
            Kind = EntryKinds.Disbursement,
            Amount = amount,
            Quarter = (int)calendar.Year.QuarterOf(paidOn),
            PaidOn = paidOn,
            Funding = dice.Chance(0.06) ? "EXTERNAL" : "OFFICE",
            Reference = Reference("บจ"),
            RecordedAt = recordedAt,
            RecordedBy = dice.Pick(actors),
        };

    private string Reference(string kind) => $"{kind}.{++references}/{calendar.Year.Number}";

    /// <summary>Rounds down to ten baht, to one baht, or not at all.</summary>
    private long Rounded(long satang) =>
        dice.Below(10) switch
        {
            < 5 => satang / 1000 * 1000,
            < 8 => satang / Satang.PerBaht * Satang.PerBaht,
            _ => satang,
        };
}
