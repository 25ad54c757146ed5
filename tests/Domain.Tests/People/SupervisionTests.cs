using TeacherDevPlan.Domain.People;

namespace TeacherDevPlan.Domain.Tests.People;

/// <summary>Nobody reports to themselves on any day.</summary>
public sealed class SupervisionTests
{
    private static readonly DateOnly First = new(2020, 1, 1);

    /// <summary>Compared with what follows from asking for each day alone.</summary>
    [Fact]
    public void A_circle_is_found_if_there_is_one_on_some_day()
    {
        var random = new Random(18);
        var (circles, lines) = (0, 0);
        for (var round = 0; round < 3_000; round++)
        {
            var people = Enumerable.Range(0, random.Next(2, 7)).Select(_ => Guid.NewGuid()).ToArray();
            var known = Enumerable.Range(0, random.Next(0, 10)).Select(_ => Any(random, people)).ToList();
            var asked = Any(random, people);
            var expected = Enumerable
                .Range(0, 40)
                .Select(First.AddDays)
                .Any(day => IsOn(asked, day) && Above(asked.SupervisorId, day, known).Contains(asked.PersonId));
            new SupervisionLines(known).IsCircular(asked).ShouldBe(expected, $"round {round}");
            _ = expected ? circles++ : lines++;
        }

        circles.ShouldBeGreaterThan(300);
        lines.ShouldBeGreaterThan(300);
    }

    [Fact]
    public void People_who_take_turns_report_to_each_other_in_no_circle()
    {
        var (one, other) = (Guid.NewGuid(), Guid.NewGuid());
        var lines = new SupervisionLines([new Supervision(one, other, First, First.AddDays(9))]);
        lines.IsCircular(new Supervision(other, one, First.AddDays(10), null)).ShouldBeFalse();
        lines.IsCircular(new Supervision(other, one, First.AddDays(9), null)).ShouldBeTrue();
        lines.IsCircular(new Supervision(one, one, First, First)).ShouldBeTrue();
    }

    private static Supervision Any(Random random, Guid[] people)
    {
        var from = First.AddDays(random.Next(20));
        return new Supervision(
            people[random.Next(people.Length)],
            people[random.Next(people.Length)],
            from,
            random.Next(3) == 0 ? null : from.AddDays(random.Next(15))
        );
    }

    private static bool IsOn(Supervision one, DateOnly day) => one.HeldFrom <= day && !(one.HeldTo < day);

    private static HashSet<Guid> Above(Guid person, DateOnly day, List<Supervision> known)
    {
        var found = new HashSet<Guid> { person };
        while (
            known.Where(one => IsOn(one, day) && found.Contains(one.PersonId)).Any(one => found.Add(one.SupervisorId))
        ) { }

        return found;
    }
}
