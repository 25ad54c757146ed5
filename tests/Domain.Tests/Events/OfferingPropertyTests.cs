using CsCheck;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Events;

namespace TeacherDevPlan.Domain.Tests.Events;

/// <summary>Any sequence of steps leaves the seats, and those who wait, where a simple model has them.</summary>
public sealed class OfferingPropertyTests
{
    private const int People = 7;

    private static readonly DateTimeOffset Now = new(2023, 1, 10, 3, 0, 0, TimeSpan.Zero);

    private static readonly Guid[] Persons = [.. Enumerable.Range(0, People).Select(_ => Guid.CreateVersion7())];

    private static readonly Gen<(int Kind, int[] Group, int Seats)[]> Sequences = Gen.Select(
        Gen.Int[0, 9],
        Gen.Int[0, People - 1].Array[1, 3].Select(group => group.Distinct().ToArray()),
        Gen.Int[-1, 4]
    ).Array[0, 60];

    [Fact]
    public void Seats_and_the_waiting_line_are_where_the_model_has_them() =>
        Sequences.Sample(steps =>
        {
            var model = new Model { Capacity = 2 };
            var offering = Open(Terms(2));
            foreach (var (kind, group, seats) in steps)
            {
                var accepted = model.Try(kind, group, Capacity(seats));
                Do(offering, kind, group, Capacity(seats)).ShouldBe(accepted);
                StatesOf(offering).ShouldBe(model.States());
                var seated = offering.Enrollments.Select(one => one.Seat).OfType<int>().ToList();
                seated.Distinct().Count().ShouldBe(seated.Count);
                seated.ShouldAllBe(seat => seat >= 1 && !(seat > offering.Capacity));
                offering
                    .Enrollments.Select(one => one.PersonId)
                    .Distinct()
                    .Count()
                    .ShouldBe(offering.Enrollments.Count);
                offering
                    .Enrollments.Where(one => one.Place is not null)
                    .OrderBy(one => one.Place)
                    .Select(one => Array.IndexOf(Persons, one.PersonId))
                    .ShouldBe(model.Line);
                if (model.Line.Count > 0)
                    offering.Free.ShouldBe(0);
            }
        });

    [Fact]
    public void Completion_follows_the_rule_from_minutes_scores_and_report() =>
        Gen.Select(Gen.Int[0, 100], Gen.Int[0, 100], Gen.Int[0, 60], Gen.Bool, Gen.Bool)
            .Sample(
                (percent, score, minutes, scored, reported) =>
                {
                    var terms = Terms(null) with
                    {
                        RequiredPercent = percent,
                        PassingScore = scored ? 50 : null,
                        ReportRequired = reported,
                    };
                    var offering = Open(terms);
                    var one = offering.Enroll([Somebody(0)], Nothing, false, Now).Value[0];
                    offering.Move(OfferingStep.Start, null, Now).ShouldBeNull();
                    offering.Attend([(one, offering.Sessions[0], minutes)], Now).ShouldBeEmpty();
                    offering.Score([(one, new Scores(null, score, score % 2 == 0))]).ShouldBeEmpty();
                    one.ShareOfHeld.ShouldBe(Percent.Of(minutes, 60));
                    one.ShareOfPlanned.ShouldBe(Percent.Of(minutes, 180));
                    if (offering.Sessions.Any(session => session.EndsAt > Now))
                        offering.Move(OfferingStep.Complete, null, Now).ShouldNotBeNull();
                    offering.Move(OfferingStep.Complete, null, Now.AddYears(1)).ShouldBeNull();
                    var complete =
                        minutes / 180m * 100 >= percent && (!scored || score >= 50) && (!reported || score % 2 == 0);
                    one.Status.ShouldBe(
                        minutes == 0 ? EnrollmentStatus.Absent
                        : complete ? EnrollmentStatus.Completed
                        : EnrollmentStatus.NotCompleted
                    );
                }
            );

    [Theory]
    [InlineData("2023-01-09T16:59:59Z", false)]
    [InlineData("2023-01-09T17:00:00Z", true)]
    [InlineData("2023-01-11T16:59:59Z", true)]
    [InlineData("2023-01-11T17:00:00Z", false)]
    public void The_window_is_of_Thai_days(string now, bool open)
    {
        var offering = Open(
            Terms(null) with
            {
                EnrolFrom = new DateOnly(2023, 1, 10),
                EnrolTo = new DateOnly(2023, 1, 11),
            }
        );
        var at = DateTimeOffset.Parse(now, System.Globalization.CultureInfo.InvariantCulture);
        offering.Enroll([Somebody(0)], Nothing, false, at).Succeeded.ShouldBe(open);
        var reasons = new Dictionary<EnrollmentRule, string> { [EnrollmentRule.Window] = "มาช้า" };
        var late = offering.Enroll([Somebody(1)], reasons, false, at);
        late.Value[0].Exceptions.Single().Reason.ShouldBe("มาช้า");
    }

    [Theory]
    [InlineData(OverlapPolicy.None, true)]
    [InlineData(OverlapPolicy.Warn, true)]
    [InlineData(OverlapPolicy.Refuse, false)]
    public void Overlaps_are_refused_by_the_policy_and_no_other_exception_helps(OverlapPolicy policy, bool accepted)
    {
        var offering = Open(Terms(5) with { Overlaps = policy });
        var busy = Somebody(0) with { Overlaps = true };
        var other = new Dictionary<EnrollmentRule, string>
        {
            [EnrollmentRule.Capacity] = "x",
            [EnrollmentRule.Window] = "x",
        };
        offering.Enroll([busy], other, false, Now).Succeeded.ShouldBe(accepted);
        other[EnrollmentRule.Overlap] = "x";
        if (!accepted)
            offering.Enroll([busy], other, false, Now).Succeeded.ShouldBeTrue();
        offering.Enrollments.Single().Overlapping.ShouldBeTrue();
    }

    [Fact]
    public void An_exception_of_the_capacity_takes_no_seat_of_others()
    {
        var offering = Open(Terms(1));
        var reasons = new Dictionary<EnrollmentRule, string> { [EnrollmentRule.Capacity] = "วิทยากรขอ" };
        offering.Enroll([Somebody(0)], Nothing, false, Now);
        offering.Enroll([Somebody(1)], Nothing, false, Now).Value[0].Status.ShouldBe(EnrollmentStatus.Waitlisted);
        var beyond = offering.Enroll([Somebody(2)], reasons, false, Now).Value[0];
        (beyond.Status, beyond.Seat, beyond.BeyondCapacity).ShouldBe((EnrollmentStatus.Enrolled, null, true));
        offering.Withdraw([offering.Enrollments[0]], Now).ShouldBeEmpty();
        (offering.Enrollments[1].Status, offering.Enrollments[1].Seat).ShouldBe((EnrollmentStatus.Enrolled, 1));
    }

    private static Dictionary<EnrollmentRule, string> Nothing => [];

    private static int? Capacity(int seats) => seats < 0 ? null : seats;

    private static Attendee Somebody(int person) => new(Persons[person], Persons[0], null, null, null, Overlaps: false);

    private static OfferingTerms Terms(int? capacity, IReadOnlyList<PlannedSession>? sessions = null) =>
        new(
            null,
            null,
            null,
            "อบรม",
            Guid.CreateVersion7(),
            null,
            null,
            capacity,
            0,
            null,
            null,
            JoinPolicy.Request,
            OverlapPolicy.None,
            80,
            null,
            false,
            sessions ?? [SessionOn(9, 60), SessionOn(11, 120)]
        );

    private static PlannedSession SessionOn(int day, int minutes)
    {
        var start = new DateTimeOffset(2023, 1, day, 2, 0, 0, TimeSpan.Zero);
        return new PlannedSession(null, start, start.AddHours(3), minutes, null);
    }

    private static Offering Open(OfferingTerms terms)
    {
        var offering = new Offering(Guid.CreateVersion7(), 2566);
        offering.Save(terms, Now).ShouldBeEmpty();
        offering.Move(OfferingStep.Open, null, Now).ShouldBeNull();
        return offering;
    }

    private static string StatesOf(Offering offering) =>
        string.Join(
            " ",
            offering
                .Enrollments.Select(one => (Person: Array.IndexOf(Persons, one.PersonId), one.Status))
                .OrderBy(one => one.Person)
                .Select(one => $"{one.Person}:{one.Status}")
        );

    private static bool Do(Offering offering, int kind, int[] group, int? capacity)
    {
        List<Enrollment> there =
        [
            .. group.Select(person => offering.Enrollments.FirstOrDefault(one => one.PersonId == Persons[person])!),
        ];
        var known = !there.Contains(null!);
        return kind switch
        {
            <= 3 => offering.Enroll([.. group.Select(Somebody)], Nothing, false, Now).Succeeded,
            4 => offering.Enroll([.. group.Select(Somebody)], Nothing, true, Now).Succeeded,
            5 => known && offering.Decide(there, true, new HashSet<Guid>(), Now).Count == 0,
            6 => known && offering.Decide(there, false, new HashSet<Guid>(), Now).Count == 0,
            <= 8 => known && offering.Withdraw(there, Now).Count == 0,
            _ => offering.Save(Terms(capacity, [Kept(offering, 0), Kept(offering, 1)]), Now).Count == 0,
        };
    }

    private static PlannedSession Kept(Offering offering, int index)
    {
        var one = offering.Sessions[index];
        return new PlannedSession(new GivenId("", one.Id), one.StartsAt, one.EndsAt, one.Minutes, one.Title);
    }

    /// <summary>Who is where, without seats: so many of the capacity are taken, and a line of people waits.</summary>
    private sealed class Model
    {
        private readonly SortedDictionary<int, EnrollmentStatus> states = [];

        public int? Capacity { get; set; }

        public List<int> Line { get; } = [];

        public string States() => string.Join(" ", states.Select(one => $"{one.Key}:{one.Value}"));

        public bool Try(int kind, int[] group, int? capacity)
        {
            var now = group.Select(person =>
                states.TryGetValue(person, out var state) ? state : (EnrollmentStatus?)null
            );
            var can = kind switch
            {
                <= 3 => now.All(state => state == EnrollmentStatus.Requested || !IsOpen(state)) && Fits(group.Length),
                4 => now.All(state => !IsOpen(state)),
                5 => now.All(state => state == EnrollmentStatus.Requested) && Fits(group.Length),
                <= 8 => now.All(IsOpen),
                _ => !(capacity < Seated),
            };
            if (!can)
                return false;
            if (kind == 9)
                Capacity = capacity;
            foreach (var person in kind == 9 ? [] : group)
            {
                if (kind is <= 3 or 5)
                    Take(person);
                else
                    Leave(
                        person,
                        kind == 4 ? EnrollmentStatus.Requested
                            : kind == 6 ? EnrollmentStatus.Declined
                            : EnrollmentStatus.Withdrawn
                    );
            }

            while (Line.Count > 0 && !(Seated >= Capacity))
            {
                states[Line[0]] = EnrollmentStatus.Enrolled;
                Line.RemoveAt(0);
            }

            return true;
        }

        private int Seated => states.Values.Count(state => state == EnrollmentStatus.Enrolled);

        private static bool IsOpen(EnrollmentStatus? state) =>
            state is EnrollmentStatus.Requested or EnrollmentStatus.Waitlisted or EnrollmentStatus.Enrolled;

        private bool Fits(int group) => !(Capacity - Seated is { } free && free > 0 && free < group);

        private void Take(int person)
        {
            if (Seated >= Capacity)
            {
                states[person] = EnrollmentStatus.Waitlisted;
                Line.Add(person);
            }
            else
                states[person] = EnrollmentStatus.Enrolled;
        }

        private void Leave(int person, EnrollmentStatus state)
        {
            states[person] = state;
            Line.Remove(person);
        }
    }
}
