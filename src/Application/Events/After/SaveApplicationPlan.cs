using FluentValidation;
using TeacherDevPlan.Application.Access;
using TeacherDevPlan.Application.Common;
using TeacherDevPlan.Application.Common.Commands;
using TeacherDevPlan.Application.Common.Idempotency;
using TeacherDevPlan.Domain.Access;
using TeacherDevPlan.Domain.Budgets;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Events;
using TeacherDevPlan.Domain.Events.After;

namespace TeacherDevPlan.Application.Events.After;

/// <summary>
/// Decides that everybody who completes an offering is assessed on the application of what was learnt, when that is due and
/// which level counts as applied; also for those who completed it before, and in place of what was decided before.
/// </summary>
/// <param name="ExpectedVersion">0 if nothing was decided.</param>
[AllowedTo(Role.DevelopmentOfficer)]
[EndsIn(typeof(NotFound), typeof(Conflict))]
public sealed record SaveApplicationPlan(GivenId OfferingId, int ExpectedVersion, int DueDays, int Level)
    : IdempotentCommand;

public sealed class SaveApplicationPlanValidator : AbstractValidator<SaveApplicationPlan>
{
    public SaveApplicationPlanValidator()
    {
        RuleFor(command => command.DueDays)
            .Must(days => days is >= 1 and <= ApplicationPlan.MostDays)
            .Refuse($"must be 1 to {ApplicationPlan.MostDays}.", $"ต้องเป็น 1 ถึง {ApplicationPlan.MostDays}");
        RuleFor(command => command.Level).Level();
    }
}

internal static class LevelRule
{
    public static IRuleBuilderOptions<T, int> Level<T>(this IRuleBuilder<T, int> rule) =>
        rule.Must(level => level is >= 1 and <= ApplicationAssessment.HighestLevel)
            .Refuse(
                $"must be 1 to {ApplicationAssessment.HighestLevel}.",
                $"ต้องเป็น 1 ถึง {ApplicationAssessment.HighestLevel}"
            );
}

public sealed class SaveApplicationPlanHandler(IAfterEventStore store, CommandSession session)
    : CommandHandler<SaveApplicationPlan, OpenedApplicationPlan, Written>(session)
{
    protected override async Task<Result<OpenedApplicationPlan>> OpenAsync(
        SaveApplicationPlan command,
        IdempotencyKey? key,
        CancellationToken cancellationToken
    ) =>
        await store.OpenPlanAsync(command.OfferingId.Id, cancellationToken) is { } opened
            ? opened
            : new NotFound(nameof(Offering), command.OfferingId.Text);

    protected override Task<Result<Change<Written>>> DecideAsync(
        SaveApplicationPlan command,
        OpenedApplicationPlan opened,
        CancellationToken cancellationToken
    ) => Task.FromResult(Decide(command, opened));

    private Result<Change<Written>> Decide(SaveApplicationPlan command, OpenedApplicationPlan opened)
    {
        var known = opened.Plan;
        if (command.ExpectedVersion != (known?.Version ?? 0))
            return new Conflict(known?.Version ?? 0);
        var before = known is null ? null : Figures(known);
        var plan = known ?? new ApplicationPlan(opened.Offering);
        plan.Save(command.DueDays, command.Level);
        if (known is null)
            store.Add(plan);
        return new Change<Written>(new Written(opened.Offering.Id), opened.Offering)
        {
            Before = before,
            After = Figures(plan),
        };
    }

    private static object Figures(ApplicationPlan plan) =>
        new
        {
            plan.DueDays,
            plan.Level,
            plan.Version,
        };
}
