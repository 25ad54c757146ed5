using FluentValidation;
using TeacherDevPlan.Application.Access;
using TeacherDevPlan.Application.Common;
using TeacherDevPlan.Application.Common.Commands;
using TeacherDevPlan.Domain.Access;
using TeacherDevPlan.Domain.Budgets;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Events;

namespace TeacherDevPlan.Application.Events;

/// <param name="Minutes">0 to the counted minutes of the session.</param>
public sealed record AttendanceInput(GivenId EnrollmentId, GivenId SessionId, int Minutes);

/// <summary>Records how long people were there, in place of what was recorded; all items or none.</summary>
[AllowedTo(Role.DevelopmentOfficer)]
[EndsIn(typeof(NotFound), typeof(InvalidState))]
public sealed record RecordAttendance(GivenId OfferingId, IReadOnlyList<AttendanceInput> Items) : IdempotentCommand;

public sealed class RecordAttendanceValidator : AbstractValidator<RecordAttendance>
{
    public RecordAttendanceValidator() => RuleFor(command => command.Items).Items(EnrollValidator.MostItems);
}

public sealed class RecordAttendanceHandler(IEventStore events, CommandSession session)
    : OfferingHandler<RecordAttendance>(events, session)
{
    protected override OfferingParts Parts => OfferingParts.Attendances;

    protected override GivenId OfferingOf(RecordAttendance command) => command.OfferingId;

    protected override Task<Result<Change<Written>>> DecideAsync(
        RecordAttendance command,
        OpenedOffering opened,
        CancellationToken cancellationToken
    ) => Task.FromResult(Decide(command, opened.Offering));

    private Result<Change<Written>> Decide(RecordAttendance command, Offering offering)
    {
        var group = OfferingHandlers.Find(offering, command.Items.Select(item => item.EnrollmentId), "items");
        var sessions = offering.Sessions.ToDictionary(one => one.Id);
        List<DomainError> errors =
        [
            .. group.Errors,
            .. command
                .Items.Index()
                .Where(one => !sessions.ContainsKey(one.Item.SessionId.Id))
                .Select(one => new NotFound(nameof(Session), one.Item.SessionId.Text).At("items", one.Index)),
        ];
        if (errors.Count > 0)
            return Result<Change<Written>>.Refused(errors);
        var refusals = offering.Attend(
            [
                .. command
                    .Items.Zip(group.Value)
                    .Select(one => (one.Second, sessions[one.First.SessionId.Id], one.First.Minutes)),
            ],
            Session.Time.GetUtcNow()
        );
        if (refusals.Count > 0)
            return Result<Change<Written>>.Refused(refusals);
        return new Change<Written>(new Written(offering.Id), offering) { After = new { Items = command.Items.Count } };
    }
}

/// <param name="PreTest">0 to 100; null if there was no test.</param>
/// <param name="PostTest">0 to 100; null if there was no test.</param>
public sealed record ScoreInput(GivenId EnrollmentId, decimal? PreTest, decimal? PostTest, bool ReportGiven);

/// <summary>Records people's tests and reports, in place of what was recorded; all items or none.</summary>
[AllowedTo(Role.DevelopmentOfficer)]
[EndsIn(typeof(NotFound), typeof(InvalidState))]
public sealed record RecordScores(GivenId OfferingId, IReadOnlyList<ScoreInput> Items) : IdempotentCommand;

public sealed class RecordScoresValidator : AbstractValidator<RecordScores>
{
    public RecordScoresValidator()
    {
        RuleFor(command => command.Items).Items(EnrollValidator.MostItems);
        RuleForEach(command => command.Items)
            .ChildRules(one =>
            {
                one.RuleFor(item => item.PreTest).Score();
                one.RuleFor(item => item.PostTest).Score();
            })
            .When(command => command.Items.Count <= EnrollValidator.MostItems);
    }
}

public sealed class RecordScoresHandler(IEventStore events, CommandSession session)
    : OfferingHandler<RecordScores>(events, session)
{
    protected override GivenId OfferingOf(RecordScores command) => command.OfferingId;

    protected override Task<Result<Change<Written>>> DecideAsync(
        RecordScores command,
        OpenedOffering opened,
        CancellationToken cancellationToken
    ) => Task.FromResult(Decide(command, opened.Offering));

    private static Result<Change<Written>> Decide(RecordScores command, Offering offering)
    {
        var group = OfferingHandlers.Find(offering, command.Items.Select(item => item.EnrollmentId), "items");
        if (!group.Succeeded)
            return Result<Change<Written>>.Refused(group.Errors);
        var errors = offering.Score([
            .. command
                .Items.Zip(group.Value)
                .Select(one => (one.Second, new Scores(one.First.PreTest, one.First.PostTest, one.First.ReportGiven))),
        ]);
        if (errors.Count > 0)
            return Result<Change<Written>>.Refused(errors);
        return new Change<Written>(new Written(offering.Id), offering) { After = new { Items = command.Items.Count } };
    }
}
