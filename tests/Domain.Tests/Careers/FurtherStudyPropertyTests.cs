using System.Reflection;
using System.Runtime.CompilerServices;
using CsCheck;
using TeacherDevPlan.Domain.Careers;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.People;

namespace TeacherDevPlan.Domain.Tests.Careers;

/// <summary>
/// Whatever is asked of a study in whatever order: it goes from the request to its end by known steps alone, never ends outside its
/// days, and the service for it is counted from its last day by the rule.
/// </summary>
public sealed class FurtherStudyPropertyTests
{
    private static readonly DateOnly Start = new(2022, 6, 1);
    private static readonly DateOnly Today = Start.AddDays(20);

    private static readonly Gen<decimal?> Factor = Gen.Int[0, 4]
        .Select(index => new decimal?[] { null, 0.5m, 1m, 1.25m, 2m }[index]);

    private static readonly Gen<StudyTerms> Terms = Gen.Select(
            Gen.Enum<StudyLeave>(),
            Gen.Enum<StudyFunding>(),
            Gen.Bool,
            Gen.Int[-3, 25],
            Gen.Int[-1, 40]
        )
        .Select(
            (leave, funding, granted, from, days) =>
                new StudyTerms(
                    StudyDegree.Master,
                    "หลักสูตรและการสอน",
                    "มหาวิทยาลัยขอนแก่น",
                    leave,
                    funding,
                    granted ? "ทุน สพฐ." : null,
                    Start.AddDays(from),
                    Start.AddDays(from + days)
                )
        );

    private static readonly Gen<string?> Text = Gen.Int[0, 3].Select(one => one == 0 ? null : "ก");

    private static readonly Gen<StudyMove> Move = Gen.Select(
            Gen.Enum<StudyStep>(),
            Gen.Int[-2, 60].Select(day => (DateOnly?)Start.AddDays(day)),
            Text,
            Text,
            Gen.Int[0, 4].Select(one => one > 0)
        )
        .Select(
            (step, day, order, note, sound) =>
                sound
                    ? Needed(new StudyMove(step, day, order ?? "1", note ?? "ก"))
                    : new StudyMove(step, day, order, note)
        );

    [Theory]
    [InlineData("2024-02-29", "2034-02-28")]
    [InlineData("2024-02-28", "2034-02-27")]
    [InlineData("2022-03-01", "2032-02-29")]
    [InlineData("2022-06-01", "2032-05-31")]
    public void Ten_years_end_with_the_day_before_the_day_of_the_first_whatever_February_has(string first, string last)
    {
        var (from, to) = (DateOnly.Parse(first, null), DateOnly.Parse(last, null));
        foreach (var (day, isPossible) in new[] { (to, true), (to.AddDays(1), false) })
            new FurtherStudy(new Person(Guid.CreateVersion7(), "", "มานี รักเรียน", null), Today)
                .Save(
                    new StudyTerms(
                        StudyDegree.Doctor,
                        "ก",
                        "ก",
                        StudyLeave.PartTime,
                        StudyFunding.Other,
                        null,
                        from,
                        day
                    ),
                    null
                )
                .Count.ShouldBe(isPossible ? 0 : 1);
    }

    [Fact]
    public void A_study_goes_by_known_steps_and_the_service_for_it_is_counted_from_its_last_day() =>
        Gen.Select(
                Terms,
                Factor,
                Gen.OneOf(Move.Select(one => (object)one), Terms.Select(one => (object)one)).Array[1, 14]
            )
            .Sample(
                (terms, factor, steps) =>
                {
                    var rule = factor is { } times ? RuleOf(times) : null;
                    var study = new FurtherStudy(new Person(Guid.CreateVersion7(), "", "มานี รักเรียน", null), Today);
                    if (study.Save(terms, rule).Count > 0)
                    {
                        study.Version.ShouldBe(0);
                        IsSound(terms).ShouldBeFalse();
                        return;
                    }

                    foreach (var step in steps)
                    {
                        var (version, before) = (study.Version, Told(study));
                        var isExpected = step is StudyMove move
                            ? MayMove(study, move)
                            : study.Status == StudyStatus.Requested && IsSound((StudyTerms)step);
                        var errors = step is StudyMove made
                            ? study.Move(made, rule, Today)
                            : study.Save((StudyTerms)step, rule);
                        (errors.Count == 0).ShouldBe(isExpected);
                        study.Version.ShouldBe(errors.Count == 0 ? version + 1 : version);
                        if (errors.Count > 0)
                            Told(study).ShouldBe(before);
                        Holds(study, factor);
                    }
                }
            );

    [Fact]
    public void Each_day_of_a_study_is_served_by_the_factor_and_the_part_of_a_day_counts_as_one() =>
        Gen.Select(Gen.Int[0, 4000], Gen.Decimal[0.01m, 10m])
            .Sample(
                (length, factor) =>
                {
                    var (days, until) = BondRule.Of(factor, Start, Start.AddDays(length));
                    ((decimal)days).ShouldBeGreaterThanOrEqualTo((length + 1) * factor);
                    ((decimal)days).ShouldBeLessThan((length + 1) * factor + 1);
                    until.ShouldBe(Start.AddDays(length + days));
                }
            );

    /// <summary>What the database demands of a row as well.</summary>
    private static void Holds(FurtherStudy study, decimal? factor)
    {
        var isOver = study.Status is StudyStatus.Completed or StudyStatus.Discontinued;
        (study.EndedOn is not null).ShouldBe(isOver);
        if (study.EndedOn is { } ended)
        {
            ended.ShouldBeInRange(study.StartsOn, study.EndsOn);
            ended.ShouldBeLessThanOrEqualTo(Today);
        }

        (study.Note is not null).ShouldBe(study.Status is StudyStatus.Refused or StudyStatus.Discontinued);
        if (study.Status is not (StudyStatus.Requested or StudyStatus.Refused))
            study.OrderNumber.ShouldNotBeNull();
        study.Extensions.Select(one => one.Number).ShouldBe(Enumerable.Range(1, study.Extensions.Count));
        foreach (var (one, next) in study.Extensions.Zip(study.Extensions.Skip(1)))
            next.EndsBefore.ShouldBe(one.EndsOn);
        if (study.Extensions.Count > 0)
            study.Extensions[^1].EndsOn.ShouldBe(study.EndsOn);
        (study.BondDays is not null).ShouldBe(factor is not null && study.Status != StudyStatus.Refused);
        if (study is { BondDays: { } days, BondUntil: { } until })
        {
            var last = study.EndedOn ?? study.EndsOn;
            until.ShouldBe(last.AddDays(days));
            days.ShouldBe((int)decimal.Ceiling((last.DayNumber - study.StartsOn.DayNumber + 1) * factor!.Value));
            study.IsBoundOn(until).ShouldBe(isOver);
            study.IsBoundOn(until.AddDays(1)).ShouldBeFalse();
            study.IsBoundOn(last).ShouldBeFalse();
        }
    }

    private static bool MayMove(FurtherStudy study, StudyMove move) =>
        Needed(move) == move
        && HasWhatItNeeds(move)
        && (study.Status, move.Step) switch
        {
            (StudyStatus.Requested, StudyStep.Approve or StudyStep.Refuse) => true,
            (StudyStatus.Approved, StudyStep.Refuse) => true,
            (StudyStatus.Approved, StudyStep.Start) => study.StartsOn <= Today,
            (StudyStatus.Studying, StudyStep.Extend) => move.LastDay > study.EndsOn,
            (StudyStatus.Studying, StudyStep.Complete or StudyStep.Discontinue) => study.StartsOn <= move.LastDay
                && move.LastDay <= study.EndsOn
                && move.LastDay <= Today,
            _ => false,
        };

    private static bool HasWhatItNeeds(StudyMove move) =>
        move.Step switch
        {
            StudyStep.Approve => move.OrderNumber is not null,
            StudyStep.Refuse => move.Note is not null,
            StudyStep.Start => true,
            StudyStep.Extend => move is { LastDay: not null, OrderNumber: not null },
            StudyStep.Complete => move.LastDay is not null,
            _ => move is { LastDay: not null, Note: not null },
        };

    /// <summary>A step without what does not belong to it.</summary>
    private static StudyMove Needed(StudyMove move) =>
        move.Step switch
        {
            StudyStep.Approve => move with { LastDay = null, Note = null },
            StudyStep.Refuse => move with { LastDay = null, OrderNumber = null },
            StudyStep.Start => move with { LastDay = null, OrderNumber = null, Note = null },
            StudyStep.Extend => move with { Note = null },
            StudyStep.Complete => move with { OrderNumber = null, Note = null },
            _ => move with { OrderNumber = null },
        };

    private static bool IsSound(StudyTerms terms) =>
        terms.From <= terms.To && (terms.Scholarship is null || terms.Funding != StudyFunding.Self);

    /// <summary>Migrations, not code, fill the catalogue.</summary>
    private static BondRule RuleOf(decimal factor)
    {
        var rule = (BondRule)RuntimeHelpers.GetUninitializedObject(typeof(BondRule));
        typeof(BondRule)
            .GetProperty(nameof(BondRule.Factor), BindingFlags.Public | BindingFlags.Instance)!
            .SetValue(rule, factor);
        typeof(Entity)
            .GetProperty(nameof(Entity.Id), BindingFlags.Public | BindingFlags.Instance)!
            .SetValue(rule, Guid.CreateVersion7());
        return rule;
    }

    private static object Told(FurtherStudy study) =>
        (
            (study.Status, study.Leave, study.Funding, study.Scholarship, study.StartsOn, study.EndsOn),
            (study.OrderNumber, study.EndedOn, study.Note, study.BondDays, study.BondUntil, study.Extensions.Count)
        );
}
