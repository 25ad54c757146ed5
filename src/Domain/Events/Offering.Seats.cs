using TeacherDevPlan.Domain.Budgets;
using TeacherDevPlan.Domain.Common;

namespace TeacherDevPlan.Domain.Events;

/// <summary>How an offering gives its seats away.</summary>
public sealed partial class Offering
{
    /// <summary>The number of free seats; null if they are unlimited.</summary>
    public int? Free => Capacity - enrollments.Count(one => one.Seat is not null);

    private IEnumerable<Enrollment> Waiting =>
        enrollments.Where(one => one.Status == EnrollmentStatus.Waitlisted).OrderBy(one => one.Place);

    /// <summary>
    /// Free seats go to those who wait, the first one first, until the last session has ended. A group for which there are
    /// not enough, and somebody who takes part elsewhere at the same time where that is refused, keep their places; those
    /// behind them who fit are seated, and it is counted how many.
    /// </summary>
    /// <param name="busy">Those who wait and take part in another offering with a session at the same time.</param>
    public void GiveSeats(IReadOnlySet<Guid> busy, DateTimeOffset now)
    {
        if (IsGivingSeats(now))
            Fill([.. Waiting], busy, now);
    }

    private bool IsGivingSeats(DateTimeOffset now) => !IsOver && sessions.Exists(session => session.EndsAt > now);

    /// <summary>Why a group cannot be seated or wait together.</summary>
    private InvalidState? RefusalOf(int group) =>
        Free is { } free && free > 0 && free < group ? EventStates.TooFewSeats(free, group)
        : Capacity is > 0 and { } capacity && capacity < group ? EventStates.MoreThanAllSeats(capacity, group)
        : null;

    /// <summary>A group comes to the end of the line, and then the free seats are given away.</summary>
    /// <param name="excused">Whether who gets no seat takes part without one.</param>
    private void Admit(
        IReadOnlyList<Enrollment> group,
        bool singly,
        bool excused,
        IReadOnlySet<Guid> busy,
        DateTimeOffset now
    )
    {
        var place = enrollments.Max(one => one.Place) ?? 0;
        Guid? together = singly || excused || group.Count == 1 ? null : Guid.CreateVersion7();
        foreach (var one in group)
            one.Wait(++place, together, now);
        // After the end nobody is called from the line, but an officer still records who was there.
        Fill(IsGivingSeats(now) ? [.. Waiting] : group, busy, now);
        foreach (var one in excused ? group.Where(one => one.Status == EnrollmentStatus.Waitlisted) : [])
            one.Sit(null, now);
    }

    private List<DomainError> Leave(
        IReadOnlyList<Enrollment> group,
        EnrollmentStatus status,
        IReadOnlySet<Guid> busy,
        DateTimeOffset now
    )
    {
        foreach (var one in group)
            one.Become(status, now);
        GiveSeats(busy, now);
        return [];
    }

    private void Fill(IReadOnlyList<Enrollment> line, IReadOnlySet<Guid> busy, DateTimeOffset now)
    {
        var seats = new Seats(this);
        var free = Free;
        var passed = new List<Enrollment>();
        foreach (var unit in line.GroupBy(one => one.WaitingGroup ?? one.Id, (_, unit) => unit.ToList()))
        {
            if (free <= 0)
                return;
            var held = unit.FindAll(one => MustNotOverlap(one) && busy.Contains(one.PersonId));
            held.ForEach(one => one.Overlapping = true);
            if (held.Count > 0 || unit.Count > free)
            {
                passed.AddRange(unit);
                continue;
            }

            foreach (var one in unit)
            {
                one.Overlapping &= !MustNotOverlap(one);
                one.Sit(seats.Next(), now);
            }

            free -= unit.Count;
            passed.ForEach(one => one.Overtaken += unit.Count);
        }
    }

    private bool MustNotOverlap(Enrollment one) =>
        OverlapPolicy == OverlapPolicy.Refuse && !one.Excepts(EnrollmentRule.Overlap);

    /// <summary>The free seats of an offering, the lowest number first; as many as are asked for.</summary>
    private sealed class Seats(Offering offering)
    {
        private readonly HashSet<int> taken = offering.enrollments.Select(one => one.Seat).OfType<int>().ToHashSet();
        private int last;

        public int Next()
        {
            do
            {
                last++;
            } while (taken.Contains(last));
            return last;
        }
    }
}
