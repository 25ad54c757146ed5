using CsCheck;
using TeacherDevPlan.Domain.Careers;
using TeacherDevPlan.Domain.People;

namespace TeacherDevPlan.Domain.Tests.Careers;

/// <summary>
/// Whatever is asked in whatever order: an award is decided in the time from its nomination to today, and says who decided and by
/// which document, exactly if a body did.
/// </summary>
public sealed class AwardPropertyTests
{
    private static readonly DateOnly Today = new(2023, 1, 20);

    private static readonly AwardProgramme[] Programmes = [Of(null, null), Of(-5, null), Of(-20, -3)];

    private static readonly Gen<DateOnly> Day = Gen.Int[-10, 4].Select(day => Today.AddDays(day));

    private static readonly Gen<string?> Maybe = Gen.Bool.Select(given => given ? "ก" : null);

    private static readonly Gen<AwardDecision> Decision = Gen.Select(
        Gen.Enum<AwardStatus>(),
        Day,
        Maybe,
        Maybe,
        Gen.Bool.Select(given => given ? Guid.Empty : (Guid?)null),
        Maybe,
        Maybe,
        (status, day, by, distinction, committee, order, note) =>
            new AwardDecision(status, day, by, distinction, committee, order, note)
    );

    /// <summary>A decision that the caller has filled in as its status wants.</summary>
    private static readonly Gen<AwardDecision> Sound = Decision.Select(one =>
        one.Status switch
        {
            AwardStatus.Awarded => one with { DecidedBy = "ก", OrderNumber = "1/2566" },
            AwardStatus.NotAwarded => one with { DecidedBy = "ก", OrderNumber = "1/2566", Distinction = null },
            _ => new AwardDecision(AwardStatus.Withdrawn, one.DecidedOn, null, null, null, null, "ขอถอน"),
        }
    );

    private static readonly Gen<AwardTerms> Terms = Gen.Select(Day, Day.Nullable(), Gen.Int[0, 2])
        .Select(
            (nominated, due, programme) =>
                new AwardTerms(Programmes[programme], AwardLevel.Office, null, 2566, nominated, due, null, null)
        );

    [Fact]
    public void An_award_tells_who_decided_by_what_and_when_exactly_if_a_body_did() =>
        Gen.OneOf<object>(
                Terms.Select(one => (object)one),
                Decision.Select(one => (object)one),
                Sound.Select(one => (object)one)
            )
            .Array[1, 12]
            .Sample(steps =>
            {
                var award = Nominated();
                foreach (var step in steps)
                {
                    var (version, before) = (award.Version, Told(award));
                    var refused = step is AwardTerms terms
                        ? award.Nominate(terms, Today) is not null
                        : award.Decide((AwardDecision)step, Today).Count > 0;
                    award.Version.ShouldBe(refused ? version : version + 1);
                    if (refused)
                        Told(award).ShouldBe(before);
                    refused.ShouldBe(
                        step is AwardTerms asked
                            ? !MayBeNominated(before.Status, asked)
                            : !IsSound((AwardDecision)step, before.NominatedOn)
                    );
                    Holds(award);
                }
            });

    [Fact]
    public void A_nomination_is_in_time_to_its_last_day() =>
        Terms.Sample(terms =>
        {
            var award = Nominated();
            if (award.Nominate(terms, Today) is null)
                award.InTime.ShouldBe(terms.DueOn is null ? null : !(terms.NominatedOn > terms.DueOn));
        });

    /// <summary>What the database demands of a row as well.</summary>
    private static void Holds(Award award)
    {
        var isOfBody = award.Status is AwardStatus.Awarded or AwardStatus.NotAwarded;
        (award.DecidedOn is null).ShouldBe(award.Status == AwardStatus.Nominated);
        (award.DecidedBy is not null).ShouldBe(isOfBody);
        (award.CommitteeId is not null || award.OrderNumber is not null).ShouldBe(isOfBody);
        if (award.DecidedOn is { } day)
            day.ShouldBeInRange(award.NominatedOn, Today);
        if (award.Status == AwardStatus.Withdrawn)
            award.Note.ShouldNotBeNull();
        if (award.Status != AwardStatus.Awarded)
            award.Distinction.ShouldBeNull();
    }

    private static bool MayBeNominated(AwardStatus status, AwardTerms terms)
    {
        var (from, to) = (terms.Programme.ValidFrom ?? DateOnly.MinValue, terms.Programme.ValidTo ?? DateOnly.MaxValue);
        return status == AwardStatus.Nominated
            && terms.NominatedOn <= Today
            && from <= terms.NominatedOn
            && terms.NominatedOn <= to;
    }

    private static bool IsSound(AwardDecision decision, DateOnly nominatedOn) =>
        nominatedOn <= decision.DecidedOn
        && decision.DecidedOn <= Today
        && decision.Status switch
        {
            AwardStatus.Awarded => decision
                is { DecidedBy: not null }
                    and ({ CommitteeId: not null } or { OrderNumber: not null }),
            AwardStatus.NotAwarded => decision
                is { DecidedBy: not null, Distinction: null }
                    and ({ CommitteeId: not null } or { OrderNumber: not null }),
            AwardStatus.Withdrawn => decision
                is { DecidedBy: null, Distinction: null, CommitteeId: null, OrderNumber: null, Note: not null },
            _ => false,
        };

    private static Award Nominated()
    {
        var award = new Award(new Person(Guid.CreateVersion7(), "", "มานี รักเรียน", null), Today);
        var terms = new AwardTerms(Programmes[0], AwardLevel.Office, null, 2566, Today.AddDays(-3), null, null, null);
        award.Nominate(terms, Today).ShouldBeNull();
        return award;
    }

    private static AwardProgramme Of(int? from, int? to)
    {
        var programme = new AwardProgramme(null, "X");
        var (first, last) = (
            from is { } a ? Today.AddDays(a) : (DateOnly?)null,
            to is { } b ? Today.AddDays(b) : (DateOnly?)null
        );
        programme.Save(new AwardProgrammeTerms("รางวัล", "สพฐ.", null, first, last, "ประกาศ")).ShouldBeNull();
        return programme;
    }

    private static (
        AwardStatus Status,
        DateOnly NominatedOn,
        Guid,
        DateOnly?,
        DateOnly?,
        string?,
        string?,
        Guid?,
        string?,
        string?
    ) Told(Award award) =>
        (
            award.Status,
            award.NominatedOn,
            award.ProgrammeId,
            award.DueOn,
            award.DecidedOn,
            award.DecidedBy,
            award.Distinction,
            award.CommitteeId,
            award.OrderNumber,
            award.Note
        );
}
