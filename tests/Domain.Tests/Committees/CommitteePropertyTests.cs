using CsCheck;
using TeacherDevPlan.Domain.Careers;
using TeacherDevPlan.Domain.Committees;

namespace TeacherDevPlan.Domain.Tests.Committees;

/// <summary>Whatever is saved of a committee, nobody sits outside its term, and it has one chair at a time.</summary>
public sealed class CommitteePropertyTests
{
    private static readonly DateOnly Start = new(2023, 1, 1);

    private static readonly Guid[] Persons = [.. Enumerable.Range(0, 5).Select(_ => Guid.CreateVersion7())];

    private static readonly Gen<DateOnly?> Day = Gen.Int[-2, 12].Select(day => Start.AddDays(day)).Nullable();

    private static readonly Gen<Seat[]> Seats = Gen.Select(Gen.Int[0, 4], Gen.Enum<CommitteeRole>(), Day, Day)
        .Select((person, role, from, to) => new Seat(Persons[person], role, from, to))
        .Array[1, 5]
        .Select(seats => seats.DistinctBy(seat => seat.PersonId).ToArray());

    [Fact]
    public void Members_sit_within_the_term_and_one_chair_sits_at_a_time() =>
        Gen.Select(Seats, Day)
            .Array[1, 4]
            .Sample(saves =>
            {
                var committee = new Committee(Guid.CreateVersion7(), null);
                foreach (var (seats, to) in saves)
                {
                    var (version, before) = (committee.Version, Told(committee));
                    var terms = Terms(seats, to);
                    var errors = committee.Save(terms);
                    committee.Version.ShouldBe(errors.Count > 0 ? version : version + 1);
                    (errors.Count > 0).ShouldBe(!IsSound(terms));
                    if (errors.Count > 0)
                    {
                        Told(committee).ShouldBe(before);
                        continue;
                    }

                    committee
                        .Members.OrderBy(one => one.Number)
                        .Select(one => (one.PersonId, one.Role))
                        .ShouldBe(seats.Select(seat => (seat.PersonId, seat.Role)));
                }
            });

    [Fact]
    public void A_visit_is_done_exactly_while_what_was_recommended_has_its_day() =>
        Gen.Select(Gen.Int[0, 20], Gen.Bool, Gen.Int[-5, 30].Nullable())
            .Array[1, 12]
            .Sample(steps =>
            {
                var today = Start.AddDays(15);
                var visit = new MonitoringVisit(new Monitored(Guid.Empty, 2566, null, Guid.Empty));
                foreach (var (day, recommends, done) in steps)
                {
                    var version = visit.Version;
                    var refusal =
                        version > 0 && day % 2 == 0
                            ? visit.Act("ทำแล้ว", done is { } at ? Start.AddDays(at) : null, today)
                            : visit.Save(
                                new VisitTerms(
                                    MonitoringPhase.After,
                                    null,
                                    null,
                                    Start.AddDays(day),
                                    "พบว่า",
                                    recommends ? "แนะนำ" : null
                                ),
                                today
                            );
                    visit.Version.ShouldBe(refusal is null ? version + 1 : version);
                    visit.VisitedOn.ShouldBeLessThanOrEqualTo(today);
                    (visit.FollowUp == FollowUpStatus.Done).ShouldBe(visit.DoneOn is not null);
                    (visit.FollowUp == FollowUpStatus.None).ShouldBe(visit.Recommendations is null);
                    if (visit.DoneOn is { } doneOn)
                        doneOn.ShouldBeInRange(visit.VisitedOn, today);
                }
            });

    [Fact]
    public void A_certificate_is_valid_to_its_last_day_unless_it_is_revoked() =>
        Gen.Select(Gen.Int[0, 10], Day, Day)
            .Sample(
                (day, revoked, expires) =>
                    Certificate
                        .ValidityOn(Start.AddDays(day), revoked, expires)
                        .ShouldBe(
                            revoked is not null ? CertificateValidity.Revoked
                            : expires is { } last && Start.AddDays(day) > last ? CertificateValidity.Expired
                            : CertificateValidity.Valid
                        )
            );

    /// <summary>By days instead of ends: each day of the next weeks has one chair at most, and nobody outside the term.</summary>
    private static bool IsSound(CommitteeTerms terms)
    {
        if (terms.To < terms.From)
            return false;
        foreach (var seat in terms.Seats)
        {
            var (first, last) = (seat.From ?? terms.From, seat.To ?? terms.To);
            if (
                first < terms.From
                || last < first
                || terms.To is { } end && (first > end || last is null || last > end)
            )
                return false;
        }

        return Enumerable
            .Range(-5, 30)
            .Select(Start.AddDays)
            .All(day =>
                terms.Seats.Count(seat =>
                    seat.Role == CommitteeRole.Chair
                    && (seat.From ?? terms.From) <= day
                    && !((seat.To ?? terms.To) < day)
                ) <= 1
            );
    }

    private static CommitteeTerms Terms(Seat[] seats, DateOnly? to) =>
        new("คณะกรรมการ", "นิเทศ", "1/2566", Start, Start, to, true, false, seats);

    private static List<(Guid, CommitteeRole, DateOnly, DateOnly?)> Told(Committee committee) =>
        [.. committee.Members.Select(one => (one.PersonId, one.Role, one.HeldFrom, one.HeldTo))];
}
