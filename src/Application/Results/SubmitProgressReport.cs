using FluentValidation;
using TeacherDevPlan.Application.Access;
using TeacherDevPlan.Application.Common;
using TeacherDevPlan.Application.Common.Commands;
using TeacherDevPlan.Application.Common.Idempotency;
using TeacherDevPlan.Domain.Access;
using TeacherDevPlan.Domain.Budgets;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Indicators;
using TeacherDevPlan.Domain.Plans;
using TeacherDevPlan.Domain.Vocabulary;

namespace TeacherDevPlan.Application.Results;

/// <summary>
/// Reports how far a project got by a quarter. A later report for the same quarter is a new revision. Refused where the
/// quarter has not begun, and where the project is not under way. What was spent is taken from the ledger.
/// </summary>
/// <param name="WorkDone">In percent of the whole project, 0 to 100.</param>
[AllowedTo(Role.PlanOfficer)]
[EndsIn(typeof(NotFound), typeof(InvalidState))]
public sealed record SubmitProgressReport(
    GivenId ProjectId,
    FiscalQuarter Quarter,
    decimal WorkDone,
    string? Issues,
    string? CorrectiveAction
) : IdempotentCommand;

public sealed class SubmitProgressReportValidator : AbstractValidator<SubmitProgressReport>
{
    private const int MaxText = 10_000;

    public SubmitProgressReportValidator()
    {
        RuleFor(command => command.WorkDone)
            .Must(percent => percent is >= 0 and <= 100 && decimal.Round(percent, 2) == percent)
            .Refuse(
                "must be a percentage from 0 to 100 with at most two decimals.",
                "ต้องเป็นร้อยละ 0 ถึง 100 ทศนิยมไม่เกินสองตำแหน่ง"
            );
        RuleFor(command => command.Issues).Text(0, MaxText);
        RuleFor(command => command.CorrectiveAction).Text(0, MaxText);
    }
}

public sealed class SubmitProgressReportHandler(IResultStore store, CommandSession session)
    : CommandHandler<SubmitProgressReport, OpenedProject, Written>(session)
{
    protected override async Task<Result<OpenedProject>> OpenAsync(
        SubmitProgressReport command,
        IdempotencyKey? key,
        CancellationToken cancellationToken
    ) =>
        await store.OpenProjectAsync(command.ProjectId.Id, command.Quarter, cancellationToken) is { } opened
            ? opened
            : new NotFound(nameof(Project), command.ProjectId.Text);

    protected override Task<Result<Change<Written>>> DecideAsync(
        SubmitProgressReport command,
        OpenedProject opened,
        CancellationToken cancellationToken
    ) => Task.FromResult(Decide(command, opened));

    private Result<Change<Written>> Decide(SubmitProgressReport command, OpenedProject opened)
    {
        var project = opened.Project;
        if (!project.Status.IsReportedOn())
            return ResultStates.NotUnderWay(project.Status);
        var now = Session.Time.GetUtcNow();
        var starts = new FiscalYear(project.FiscalYear).StartOf(command.Quarter);
        if (starts > ThaiDay.Of(now))
            return ResultInputs.NotBegun("quarter", starts);
        var report = new ProgressReport(
            project.Id,
            project.FiscalYear,
            command.Quarter,
            opened.Revisions + 1,
            new ProgressTold(command.WorkDone, command.Issues, command.CorrectiveAction),
            now,
            Session.Caller.Name
        );
        store.Add(report);
        return new Change<Written>(new Written(project.Id, report.Id), project)
        {
            After = new
            {
                quarter = EnumText.Of(report.Quarter),
                report.Revision,
                report.WorkDone,
            },
            Rows = 1,
        };
    }
}
