using System.Reflection;
using System.Runtime.CompilerServices;
using CsCheck;
using TeacherDevPlan.Domain.Careers;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.People;

namespace TeacherDevPlan.Domain.Tests.Careers;

/// <summary>
/// Whatever is recorded and decided in whatever order: who passed has done every step and passed those that are assessed, each step
/// is due so many days after the first day, and overdue exactly if it is not done when that day is past.
/// </summary>
public sealed class InductionPropertyTests
{
    private static readonly DateOnly Start = new(2022, 6, 1);
    private static readonly DateOnly Today = Start.AddDays(20);
    private static readonly Guid Mentor = Guid.CreateVersion7();

    private static readonly Gen<(int DueDays, bool IsAssessed)[]> Programme = Gen.Select(
        Gen.Int[0, 40],
        Gen.Bool
    ).Array[1, 3];

    private static readonly Gen<string?> Text = Gen.Int[0, 2].Select(one => one == 0 ? null : "ก");

    /// <summary>A step by its place, and what is said of it: mostly what fits.</summary>
    private static readonly Gen<Move> Recording = Gen.Select(
            Gen.Int[0, 2],
            Gen.Int[-1, 21],
            Gen.Select(Gen.Int[0, 4], Gen.Int[0, 2], Gen.Bool),
            Text,
            Text,
            Gen.Int[0, 4]
        )
        .Select(
            (step, day, assessment, note, evidence, way) =>
            {
                var (result, score, whole) = assessment;
                return new Move(
                    step,
                    new StepRecord(
                        way == 0 ? null : Start.AddDays(day),
                        result == 0 ? InductionResult.NotPassed : InductionResult.Passed,
                        score == 0 ? 82.5m : null,
                        note,
                        evidence
                    ),
                    whole || way > 1,
                    null
                );
            }
        );

    private static readonly Gen<Move> Decision = Gen.Select(
            Gen.Enum<InductionStatus>(),
            Gen.Int[-1, 21],
            Text,
            Text,
            Gen.Int[0, 3]
        )
        .Select(
            (status, day, order, note, way) =>
                new Move(
                    0,
                    null,
                    false,
                    way == 0
                        ? new InductionDecision(status, Start.AddDays(day), order, note)
                        : new InductionDecision(
                            status,
                            Today,
                            status is InductionStatus.Passed or InductionStatus.Failed ? "1" : null,
                            status is InductionStatus.Failed or InductionStatus.Ended ? "ก" : null
                        )
                )
        );

    [Fact]
    public void Who_passed_has_done_every_step_and_each_step_is_due_by_its_days()
    {
        var (passed, refused) = (0, 0);
        Gen.Select(Programme, Gen.Frequency((6, Recording), (1, Decision)).Array[1, 25], Gen.Int[-1, 70])
            .Sample(
                (programme, moves, later) =>
                {
                    var induction = new Induction(Appointed(), ProgrammeOf(programme), Mentor);
                    foreach (var move in moves)
                    {
                        var (version, before) = (induction.Version, Told(induction));
                        var isExpected = MayMake(induction, programme, move);
                        var errors = Make(induction, programme, move);
                        (errors.Count == 0).ShouldBe(isExpected, string.Join(" ", errors.Select(one => one.Message)));
                        induction.Version.ShouldBe(errors.Count == 0 ? version + 1 : version);
                        if (errors.Count > 0)
                            Told(induction).ShouldBe(before);
                        Holds(induction, programme, Start.AddDays(later));
                    }

                    if (induction.Status == InductionStatus.Passed)
                        Interlocked.Increment(ref passed);
                    else
                        Interlocked.Increment(ref refused);
                }
            );
        passed.ShouldBeGreaterThan(0);
        refused.ShouldBeGreaterThan(0);
    }

    [Fact]
    public void The_mentor_is_somebody_else_and_stays_once_it_is_decided()
    {
        var induction = new Induction(Appointed(), ProgrammeOf([(30, false), (60, true)]), Mentor);
        induction.ChangeMentor(induction.PersonId).ShouldBeOfType<RequestInvalid>().Field.ShouldBe("mentorId");
        var other = Guid.CreateVersion7();
        induction.ChangeMentor(other).ShouldBeNull();
        induction.Steps.Select(step => step.MentorId).ShouldBe([other, other]);
        induction.Decide(new InductionDecision(InductionStatus.Ended, Today, null, "ลาออก"), Today).ShouldBeEmpty();
        induction.ChangeMentor(Mentor).ShouldNotBeNull();
        induction.MentorId.ShouldBe(other);
        induction.IsOverdueOn(Start.AddDays(100)).ShouldBeFalse();
    }

    private static IReadOnlyList<DomainError> Make(
        Induction induction,
        (int DueDays, bool IsAssessed)[] programme,
        Move move
    ) =>
        move.Decision is { } decision
            ? induction.Decide(decision, Today)
            : induction.Record(
                induction.Steps[move.Step % programme.Length].Id,
                move.Said(programme[move.Step % programme.Length].IsAssessed),
                Today
            );

    private static bool MayMake(Induction induction, (int DueDays, bool IsAssessed)[] programme, Move move)
    {
        if (induction.Status != InductionStatus.InProgress)
            return false;
        if (move.Decision is { } decision)
            return MayDecide(induction, decision);
        var isAssessed = programme[move.Step % programme.Length].IsAssessed;
        var record = move.Said(isAssessed);
        return record.DoneOn is { } day
            ? day >= Start
                && day <= Today
                && (isAssessed ? record.Result is not null : record is { Result: null, Score: null })
            : record is { Result: null, Score: null, Note: null, Evidence: null };
    }

    private static bool MayDecide(Induction induction, InductionDecision decision) =>
        decision.DecidedOn >= Start
        && decision.DecidedOn <= Today
        && induction.Steps.All(step => !(step.DoneOn > decision.DecidedOn))
        && decision switch
        {
            { Status: InductionStatus.Passed, OrderNumber: not null, Note: null } => IsDone(induction),
            { Status: InductionStatus.Failed, OrderNumber: not null, Note: not null } => true,
            { Status: InductionStatus.Ended, OrderNumber: null, Note: not null } => true,
            _ => false,
        };

    private static bool IsDone(Induction induction) =>
        induction.Steps.All(step =>
            step.DoneOn is not null && (!step.IsAssessed || step.Result == InductionResult.Passed)
        );

    /// <summary>What the database demands of the rows as well.</summary>
    private static void Holds(Induction induction, (int DueDays, bool IsAssessed)[] programme, DateOnly day)
    {
        induction.Steps.Select(step => step.DueOn).ShouldBe(programme.Select(step => Start.AddDays(step.DueDays)));
        if (induction.Status == InductionStatus.Passed)
            IsDone(induction).ShouldBeTrue();
        var isRunning = induction.Status == InductionStatus.InProgress;
        (induction.DecidedOn is null).ShouldBe(isRunning);
        foreach (var step in induction.Steps)
        {
            step.IsUndoneAfterDue(day).ShouldBe(step.DoneOn is null && step.DueOn < day);
            (step.Result is not null).ShouldBe(step.IsAssessed && step.DoneOn is not null);
            if (step.DoneOn is { } done)
                done.ShouldBeInRange(Start, induction.DecidedOn ?? Today);
        }

        induction
            .IsOverdueOn(day)
            .ShouldBe(isRunning && induction.Steps.Any(step => step.DoneOn is null && step.DueOn < day));
    }

    private static Appointment Appointed()
    {
        var category = Made<StaffCategory>();
        var person = new Person(Guid.CreateVersion7(), "", "มานี รักเรียน", null);
        return person
            .Appoint(
                new Place(person.OfficeId),
                new AppointmentTerms(category, "ครูผู้ช่วย", null, null, Start, null, true)
            )
            .Value;
    }

    /// <summary>Migrations, not code, fill the catalogue.</summary>
    private static InductionProgramme ProgrammeOf((int DueDays, bool IsAssessed)[] steps)
    {
        var programme = Made<InductionProgramme>();
        List<InductionProgrammeStep> made =
        [
            .. steps.Select(
                (step, at) =>
                {
                    var one = Made<InductionProgrammeStep>();
                    Set(one, nameof(one.Number), at + 1);
                    Set(one, nameof(one.DueDays), step.DueDays);
                    Set(one, nameof(one.IsAssessed), step.IsAssessed);
                    return one;
                }
            ),
        ];
        typeof(InductionProgramme)
            .GetField("steps", BindingFlags.NonPublic | BindingFlags.Instance)!
            .SetValue(programme, made);
        return programme;
    }

    private static T Made<T>() => (T)RuntimeHelpers.GetUninitializedObject(typeof(T));

    private static void Set(object entity, string property, object value) =>
        entity.GetType().GetProperty(property)!.SetValue(entity, value);

    private static string Told(Induction induction) =>
        string.Join(
            "; ",
            induction
                .Steps.Select(step => $"{step.DoneOn} {step.Result} {step.Score} {step.Note} {step.Evidence}")
                .Append($"{induction.Status} {induction.DecidedOn} {induction.OrderNumber} {induction.Note}")
        );

    /// <param name="Record">What is recorded of a step; null for a decision.</param>
    /// <param name="IsFitting">Whether what does not belong to the step is left away.</param>
    private sealed record Move(int Step, StepRecord? Record, bool IsFitting, InductionDecision? Decision)
    {
        public StepRecord Said(bool isAssessed)
        {
            var said = Record!;
            if (!IsFitting)
                return said;
            if (!isAssessed || said.DoneOn is null)
                said = said with { Result = null, Score = null };
            return said.DoneOn is null ? said with { Note = null, Evidence = null } : said;
        }
    }
}
