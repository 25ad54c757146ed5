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

    private static readonly Gen<(int Kind, int[] Group, int Seats, int[] Busy)[]> Sequences = Gen.Select(
        Gen.Int[0, 10],
        Gen.Int[0, People - 1].Array[1, 4].Select(group => group.Distinct().ToArray()),
        Gen.Int[-1, 5],
        Gen.Int[0, People - 1].Array[0, 2]
    ).Array[0, 60];

    [Fact]
    public void Seats_and_the_waiting_line_are_where_the_model_has_them() =>
        Sequences.Sample(steps =>
        {
            var model = new Model { Capacity = 2 };
            var offering = Open(Terms(2) with { Overlaps = OverlapPolicy.Refuse });
            foreach (var (kind, group, seats, busy) in steps)
            {
                var accepted = model.Try(kind, group, Capacity(seats), busy);
                HashSet<Guid> elsewhere = [.. busy.Select(person => Persons[person])];
                Do(offering, kind, group, Capacity(seats), elsewhere).ShouldBe(accepted);
                StatesOf(offering).ShouldBe(model.States());
                var seated = offering.Enrollments.Select(one => one.Seat).OfType<int>().ToList();
                seated.Distinct().Count().ShouldBe(seated.Count);
                seated.ShouldAllBe(seat => seat >= 1 && !(seat > offering.Capacity));
                offering
                    .Enrollments.Select(one => one.PersonId)
                    .Distinct()
                    .Count()
                    .ShouldBe(offering.Enrollments.Count);
                var line = offering
                    .Enrollments.Where(one => one.Place is not null)
                    .OrderBy(one => one.Place)
                    .GroupBy(one => one.WaitingGroup ?? one.Id)
                    .ToList();
                line.Select(unit => string.Join(",", unit.Select(one => Array.IndexOf(Persons, one.PersonId))))
                    .ShouldBe(model.Line.Select(unit => string.Join(",", unit)));
                offering.Enrollments.ShouldAllBe(one => one.WaitingGroup == null || one.Place != null);
                // Nobody waits who fits, except who is elsewhere at the same time, and then it is said.
                if (accepted && model.Gave)
                    line.ShouldAllBe(unit =>
                        unit.Count() > offering.Free
                        || unit.Any(one => one.Overlapping && elsewhere.Contains(one.PersonId))
                    );
                // Who came later and is seated counts for everybody who was passed.
                offering
                    .Enrollments.Where(one => one.Place is not null)
                    .ShouldAllBe(one => one.Overtaken == model.Overtaken[Array.IndexOf(Persons, one.PersonId)]);
            }
        });

    [Fact]
    public void A_group_keeps_its_place_and_it_is_counted_who_passes_it()
    {
        var offering = Open(Terms(3));
        var first = offering.Enroll([Somebody(0), Somebody(1), Somebody(2)], Nothing, false, Nobody, Now).Value;
        var group = offering.Enroll([Somebody(3), Somebody(4)], Nothing, false, Nobody, Now).Value;
        var single = offering.Enroll([Somebody(5)], Nothing, false, Nobody, Now).Value[0];
        offering.Withdraw([first[0]], Nobody, Now).ShouldBeEmpty();
        single.Status.ShouldBe(EnrollmentStatus.Enrolled);
        group.ShouldAllBe(one => one.Status == EnrollmentStatus.Waitlisted && one.Overtaken == 1);
        offering.Withdraw([first[1]], Nobody, Now).ShouldBeEmpty();
        group.ShouldAllBe(one => one.Status == EnrollmentStatus.Waitlisted);
        // The seat that the group left free is there for the next one, and two are enough for the group.
        offering.Withdraw([first[2]], Nobody, Now).ShouldBeEmpty();
        group.ShouldAllBe(one => one.Status == EnrollmentStatus.Enrolled);
        var all = offering.Enroll(
            [.. Enumerable.Range(0, 3).Select(Somebody), Somebody(6)],
            Nothing,
            false,
            Nobody,
            Now
        );
        all.Error!.Text.English.ShouldContain("never enough");
        offering
            .Enroll([Somebody(0), Somebody(6)], Nothing, false, Nobody, Now, singly: true)
            .Value.ShouldAllBe(one => one.WaitingGroup == null && one.Status == EnrollmentStatus.Waitlisted);
    }

    [Fact]
    public void Whoever_is_elsewhere_at_the_same_time_is_passed_over_and_nobody_is_called_after_the_end()
    {
        var offering = Open(Terms(1) with { Overlaps = OverlapPolicy.Refuse });
        var all = Enumerable
            .Range(0, 4)
            .Select(person => offering.Enroll([Somebody(person)], Nothing, false, Nobody, Now).Value[0])
            .ToList();
        offering.Withdraw([all[0]], new HashSet<Guid> { Persons[1] }, Now).ShouldBeEmpty();
        (all[1].Status, all[1].Overlapping, all[1].Overtaken).ShouldBe((EnrollmentStatus.Waitlisted, true, 1));
        all[2].Status.ShouldBe(EnrollmentStatus.Enrolled);
        offering.Withdraw([all[2]], Nobody, Now).ShouldBeEmpty();
        (all[1].Status, all[1].Overlapping).ShouldBe((EnrollmentStatus.Enrolled, false));
        offering.Withdraw([all[1]], Nobody, Now.AddDays(2)).ShouldBeEmpty();
        all[3].Status.ShouldBe(EnrollmentStatus.Waitlisted);
    }

    [Fact]
    public void An_offering_is_for_its_categories_and_an_exception_of_its_own_is_needed_for_others()
    {
        var category = Guid.CreateVersion7();
        var offering = Open(Terms(5) with { Categories = [category] });
        var reasons = new Dictionary<EnrollmentRule, string>
        {
            [EnrollmentRule.Capacity] = "x",
            [EnrollmentRule.Window] = "x",
            [EnrollmentRule.Overlap] = "x",
        };
        offering.Enroll([Somebody(0)], reasons, false, Nobody, Now).Succeeded.ShouldBeFalse();
        offering.Enroll([Somebody(0)], reasons, true, Nobody, Now).Succeeded.ShouldBeFalse();
        offering
            .Enroll([Somebody(1) with { CategoryId = category }], Nothing, false, Nobody, Now)
            .Succeeded.ShouldBeTrue();
        reasons = new() { [EnrollmentRule.Category] = "วิทยากรพี่เลี้ยง" };
        offering
            .Enroll([Somebody(0)], reasons, false, Nobody, Now)
            .Value[0]
            .Excepts(EnrollmentRule.Category)
            .ShouldBeTrue();
    }

    [Fact]
    public void An_offering_starts_below_its_minimum_only_with_a_reason()
    {
        var offering = Open(Terms(5) with { Minimum = 2 });
        offering.Enroll([Somebody(0)], Nothing, false, Nobody, Now);
        offering.Move(OfferingStep.Start, null, Now).ShouldNotBeNull();
        offering.Move(OfferingStep.Start, "งบประมาณผูกพันแล้ว", Now).ShouldBeNull();
    }

    [Fact]
    public void A_code_is_good_until_it_expires_and_for_so_many_wrong_tries()
    {
        byte[] right = [1];
        var (one, other) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        Gen.Int[0, 9]
            .Sample(tries =>
            {
                var code = new AttendanceCode(one, right, Now.AddMinutes(1));
                for (var i = 0; i < tries; i++)
                    code.Accepts(one, [2], Now).ShouldBeFalse();
                code.Accepts(one, right, Now).ShouldBe(tries < AttendanceCode.MostWrongTries);
                code.Accepts(other, right, Now).ShouldBeTrue();
                code.Accepts(other, right, Now.AddMinutes(1)).ShouldBeFalse();
                code.Tries.Sum(wrong => wrong.Wrong).ShouldBe(Math.Min(tries, AttendanceCode.MostWrongTries));
            });
    }

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
                    var one = offering.Enroll([Somebody(0)], Nothing, false, Nobody, Now).Value[0];
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
        offering.Enroll([Somebody(0)], Nothing, false, Nobody, at).Succeeded.ShouldBe(open);
        var reasons = new Dictionary<EnrollmentRule, string> { [EnrollmentRule.Window] = "มาช้า" };
        var late = offering.Enroll([Somebody(1)], reasons, false, Nobody, at);
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
        offering.Enroll([busy], other, false, Nobody, Now).Succeeded.ShouldBe(accepted);
        other[EnrollmentRule.Overlap] = "x";
        if (!accepted)
            offering.Enroll([busy], other, false, Nobody, Now).Succeeded.ShouldBeTrue();
        offering.Enrollments.Single().Overlapping.ShouldBeTrue();
    }

    [Fact]
    public void An_exception_of_the_capacity_takes_no_seat_of_others()
    {
        var offering = Open(Terms(1));
        var reasons = new Dictionary<EnrollmentRule, string> { [EnrollmentRule.Capacity] = "วิทยากรขอ" };
        offering.Enroll([Somebody(0)], Nothing, false, Nobody, Now);
        offering
            .Enroll([Somebody(1)], Nothing, false, Nobody, Now)
            .Value[0]
            .Status.ShouldBe(EnrollmentStatus.Waitlisted);
        var beyond = offering.Enroll([Somebody(2)], reasons, false, Nobody, Now).Value[0];
        (beyond.Status, beyond.Seat, beyond.BeyondCapacity).ShouldBe((EnrollmentStatus.Enrolled, null, true));
        offering.Withdraw([offering.Enrollments[0]], Nobody, Now).ShouldBeEmpty();
        (offering.Enrollments[1].Status, offering.Enrollments[1].Seat).ShouldBe((EnrollmentStatus.Enrolled, 1));
    }

    private static Dictionary<EnrollmentRule, string> Nothing => [];

    private static HashSet<Guid> Nobody => [];

    private static int? Capacity(int seats) => seats < 0 ? null : seats;

    [Theory]
    [InlineData(OverlapPolicy.None, false)]
    [InlineData(OverlapPolicy.Warn, false)]
    [InlineData(OverlapPolicy.Refuse, true)]
    public void A_session_that_is_moved_to_where_somebody_is_elsewhere_is_refused_or_told(
        OverlapPolicy policy,
        bool isRefused
    )
    {
        var offering = Open(Terms(null) with { Overlaps = policy });
        var excused = new Dictionary<EnrollmentRule, string> { [EnrollmentRule.Overlap] = "จำเป็น" };
        offering.Enroll([Somebody(0), Somebody(1)], Nothing, false, Nobody, Now).Succeeded.ShouldBeTrue();
        offering.Enroll([Somebody(2)], excused, false, Nobody, Now).Succeeded.ShouldBeTrue();
        var moved = SessionOn(13, 60);
        Elsewhere[] elsewhere = [At(0, moved.StartsAt.AddHours(-1)), At(1, moved.EndsAt), At(2, moved.StartsAt)];
        // What is elsewhere all along does not stand in the way of other changes.
        offering.Save(Kept(null), [At(0, SessionOn(9, 60).StartsAt)], Now).ShouldBeEmpty();
        var errors = offering.Save(Kept(moved), elsewhere, Now);
        if (isRefused)
        {
            errors.ShouldHaveSingleItem().Text.English.ShouldContain("take part: 1.");
            errors = offering.Save(Kept(moved), elsewhere[1..], Now);
        }

        errors.ShouldBeEmpty();
        offering.Enrollments.Select(one => one.Overlapping).ShouldBe([!isRefused, false, true]);
        offering.Save(Kept(SessionOn(14, 60)), elsewhere, Now).ShouldBeEmpty();
        offering.Enrollments.ShouldAllBe(one => !one.Overlapping);

        static Elsewhere At(int person, DateTimeOffset start) =>
            new(Persons[person], EnrollmentStatus.Completed, start, start.AddHours(2));

        OfferingTerms Kept(PlannedSession? second) =>
            Terms(
                null,
                [OfferingPropertyTests.Kept(offering, 0), second ?? OfferingPropertyTests.Kept(offering, 1)]
            ) with
            {
                Overlaps = policy,
            };
    }

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
            sessions ?? [SessionOn(9, 60), SessionOn(11, 120)],
            []
        );

    private static PlannedSession SessionOn(int day, int minutes)
    {
        var start = new DateTimeOffset(2023, 1, day, 2, 0, 0, TimeSpan.Zero);
        return new PlannedSession(null, start, start.AddHours(3), minutes, null);
    }

    private static Offering Open(OfferingTerms terms)
    {
        var offering = new Offering(Guid.CreateVersion7(), 2566);
        offering.Save(terms, [], Now).ShouldBeEmpty();
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

    private static bool Do(Offering offering, int kind, int[] group, int? capacity, HashSet<Guid> busy)
    {
        List<Enrollment> there =
        [
            .. group.Select(person => offering.Enrollments.FirstOrDefault(one => one.PersonId == Persons[person])!),
        ];
        var known = !there.Contains(null!);
        var terms = Terms(capacity, [Kept(offering, 0), Kept(offering, 1)]) with { Overlaps = OverlapPolicy.Refuse };
        return kind switch
        {
            <= 2 => offering.Enroll([.. group.Select(Somebody)], Nothing, false, busy, Now).Succeeded,
            3 => offering.Enroll([.. group.Select(Somebody)], Nothing, false, busy, Now, singly: true).Succeeded,
            4 => offering.Enroll([.. group.Select(Somebody)], Nothing, true, busy, Now).Succeeded,
            5 => known && offering.Decide(there, true, Nobody, busy, Now).Count == 0,
            6 => known && offering.Decide(there, false, Nobody, busy, Now).Count == 0,
            <= 8 => known && offering.Withdraw(there, busy, Now).Count == 0,
            9 => known && offering.Decide(there, true, Nobody, busy, Now, singly: true).Count == 0,
            _ => offering.Save(terms, [.. busy.Select(AllTheTime)], Now).Count == 0,
        };
    }

    private static Elsewhere AllTheTime(Guid person) =>
        new(person, EnrollmentStatus.Enrolled, DateTimeOffset.MinValue, DateTimeOffset.MaxValue);

    private static PlannedSession Kept(Offering offering, int index)
    {
        var one = offering.Sessions[index];
        return new PlannedSession(new GivenId("", one.Id), one.StartsAt, one.EndsAt, one.Minutes, one.Title);
    }

    /// <summary>Who is where, without seats: so many of the capacity are taken, and a line of groups waits.</summary>
    private sealed class Model
    {
        private readonly SortedDictionary<int, EnrollmentStatus> states = [];

        public int? Capacity { get; set; }

        /// <summary>Those who wait together, the first ones first.</summary>
        public List<List<int>> Line { get; } = [];

        /// <summary>How many were seated who came later, of each person since the person came.</summary>
        public int[] Overtaken { get; } = new int[People];

        /// <summary>Whether the last step gave free seats away.</summary>
        public bool Gave { get; private set; }

        public string States() => string.Join(" ", states.Select(one => $"{one.Key}:{one.Value}"));

        public bool Try(int kind, int[] group, int? capacity, int[] busy)
        {
            var now = group.Select(person =>
                states.TryGetValue(person, out var state) ? state : (EnrollmentStatus?)null
            );
            var can = kind switch
            {
                <= 2 => now.All(state => state == EnrollmentStatus.Requested || !IsOpen(state)) && Fits(group.Length),
                3 => now.All(state => state == EnrollmentStatus.Requested || !IsOpen(state)),
                4 => now.All(state => !IsOpen(state)),
                5 => now.All(state => state == EnrollmentStatus.Requested) && Fits(group.Length),
                <= 8 => now.All(IsOpen),
                9 => now.All(state => state == EnrollmentStatus.Requested),
                _ => !(capacity < Seated),
            };
            Gave = kind != 4;
            if (!can)
                return false;
            if (kind == 10)
                Capacity = capacity;
            foreach (var person in kind == 10 ? [] : group)
            {
                if (kind <= 4 && !IsOpen(states.TryGetValue(person, out var state) ? state : null))
                    Overtaken[person] = 0;
                Leave(
                    person,
                    kind is <= 3 or 5 or 9 ? EnrollmentStatus.Waitlisted
                        : kind == 4 ? EnrollmentStatus.Requested
                        : kind == 6 ? EnrollmentStatus.Declined
                        : EnrollmentStatus.Withdrawn
                );
            }

            if (kind is <= 2 or 5)
                Line.Add([.. group]);
            else if (kind is 3 or 9)
                Line.AddRange(group.Select(person => new List<int> { person }));
            foreach (var unit in Gave ? Line.ToList() : [])
            {
                if (unit.Count > Capacity - Seated || unit.Intersect(busy).Any())
                    continue;
                foreach (var passed in Line.TakeWhile(other => other != unit).SelectMany(other => other))
                    Overtaken[passed] += unit.Count;
                unit.ForEach(person => states[person] = EnrollmentStatus.Enrolled);
                Line.Remove(unit);
            }

            return true;
        }

        private int Seated => states.Values.Count(state => state == EnrollmentStatus.Enrolled);

        private static bool IsOpen(EnrollmentStatus? state) =>
            state is EnrollmentStatus.Requested or EnrollmentStatus.Waitlisted or EnrollmentStatus.Enrolled;

        private bool Fits(int group) =>
            !(Capacity - Seated is { } free && free > 0 && free < group) && !(Capacity > 0 && Capacity < group);

        private void Leave(int person, EnrollmentStatus state)
        {
            states[person] = state;
            foreach (var unit in Line)
                unit.Remove(person);
            Line.RemoveAll(unit => unit.Count == 0);
        }
    }
}
