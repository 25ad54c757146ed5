using FluentValidation;
using TeacherDevPlan.Application.Access;
using TeacherDevPlan.Application.Common;
using TeacherDevPlan.Application.Common.Commands;
using TeacherDevPlan.Application.Common.Idempotency;
using TeacherDevPlan.Application.People;
using TeacherDevPlan.Domain.Access;
using TeacherDevPlan.Domain.Budgets;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Events;

namespace TeacherDevPlan.Application.Events;

/// <summary>Accepts requests, as a group, or declines people, by an officer of the offering's office.</summary>
/// <param name="Singly">Whether they are no group, and each one gets a seat or waits.</param>
[AllowedTo(Role.DevelopmentOfficer)]
[EndsIn(typeof(NotFound), typeof(InvalidState))]
public sealed record DecideEnrollments(
    GivenId OfferingId,
    IReadOnlyList<GivenId> Enrollments,
    bool Accept,
    bool Singly = false
) : IdempotentCommand;

public sealed class DecideEnrollmentsValidator : AbstractValidator<DecideEnrollments>
{
    public DecideEnrollmentsValidator() => RuleFor(command => command.Enrollments).Ids();
}

internal static class IdsRule
{
    public static void Ids<T>(this IRuleBuilder<T, IReadOnlyList<GivenId>> rule) =>
        rule.Items(EnrollValidator.MostItems)
            .Must(ids =>
                ids.Count > EnrollValidator.MostItems || ids.Select(id => id.Id).Distinct().Count() == ids.Count
            )
            .Refuse("must name each enrolment once.", "ต้องระบุแต่ละรายการเพียงครั้งเดียว");
}

public sealed class DecideEnrollmentsHandler(IEventStore events, CommandSession session)
    : OfferingHandler<DecideEnrollments>(events, session)
{
    protected override GivenId OfferingOf(DecideEnrollments command) => command.OfferingId;

    protected override IReadOnlyList<GivenId> EnrollmentsOf(DecideEnrollments command) => command.Enrollments;

    protected override async Task<Result<Change<Written>>> DecideAsync(
        DecideEnrollments command,
        OpenedOffering opened,
        CancellationToken cancellationToken
    )
    {
        var offering = opened.Offering;
        var group = OfferingHandlers.Find(offering, command.Enrollments, "enrollments");
        if (!group.Succeeded)
            return Result<Change<Written>>.Refused(group.Errors);
        var overlapping = command.Accept
            ? await Events.OverlappingAsync(offering, [.. group.Value.Select(one => one.PersonId)], cancellationToken)
            : new HashSet<Guid>();
        var errors = offering.Decide(
            group.Value,
            command.Accept,
            overlapping,
            await Events.BusyAsync(offering, cancellationToken),
            Session.Time.GetUtcNow(),
            command.Singly
        );
        if (errors.Count > 0)
            return Result<Change<Written>>.Refused(errors);
        return new Change<Written>(new Written([.. group.Value.Select(one => one.Id)]), offering)
        {
            After = new { Enrollments = OfferingHandlers.Figures(group.Value) },
        };
    }
}

/// <summary>
/// People leave an offering: oneself, or by an officer of the offering's office or of the people's office. Their seats go to
/// the first who wait.
/// </summary>
[AllowedTo(Role.DevelopmentOfficer, Role.Staff)]
[EndsIn(typeof(NotFound), typeof(InvalidState))]
public sealed record WithdrawEnrollments(GivenId OfferingId, IReadOnlyList<GivenId> Enrollments) : IdempotentCommand;

public sealed class WithdrawEnrollmentsValidator : AbstractValidator<WithdrawEnrollments>
{
    public WithdrawEnrollmentsValidator() => RuleFor(command => command.Enrollments).Ids();
}

public sealed class WithdrawEnrollmentsHandler(IEventStore events, IRegistryStore registry, CommandSession session)
    : CommandHandler<WithdrawEnrollments, WithdrawEnrollmentsHandler.Opened, Written>(session)
{
    public sealed record Opened(Offering Offering, IReadOnlyList<Enrollment> Group, IEnumerable<string> Offices)
        : IOpened;

    protected override async Task<Result<Opened>> OpenAsync(
        WithdrawEnrollments command,
        IdempotencyKey? key,
        CancellationToken cancellationToken
    )
    {
        await events.LockPeopleOfAsync([], command.OfferingId.Id, cancellationToken);
        if (
            await events.OpenAsync(command.OfferingId.Id, OfferingParts.Enrollments, cancellationToken)
            is not { } offering
        )
            return new NotFound(nameof(Offering), command.OfferingId.Text);
        var byOffice = Session.Caller.Is(Role.DevelopmentOfficer, offering.Office.Code);
        var group = OfferingHandlers.Find(offering, command.Enrollments, "enrollments");
        if (!group.Succeeded)
        {
            if (
                !byOffice
                && await Session.UnknownAsync(command.OfferingId, offering.Office.Code, cancellationToken)
                    is { } unknown
            )
                return unknown;
            return Result<Opened>.Refused(group.Errors);
        }

        if (byOffice)
            return new Opened(offering, group.Value, [offering.Office.Code]);
        var self = Session.Caller.Roles.Contains(Role.Staff)
            ? await registry.PersonOfCallerAsync(Session.Caller.Name, cancellationToken)
            : null;
        var offices = await events.OfficesAsync(
            [.. group.Value.Select(one => one.OfficeId).Distinct()],
            cancellationToken
        );
        List<DomainError> errors =
        [
            .. group
                .Value.Index()
                .Where(one =>
                    one.Item.PersonId != self && !Session.Caller.Is(Role.DevelopmentOfficer, offices[one.Item.OfficeId])
                )
                .Select(one =>
                    new NotFound(nameof(Enrollment), command.Enrollments[one.Index].Text).At("enrollments", one.Index)
                ),
        ];
        if (errors.Count == 0)
            return new Opened(offering, group.Value, []);
        return await Session.UnknownAsync(command.OfferingId, offering.Office.Code, cancellationToken) is { } hidden
            ? hidden
            : Result<Opened>.Refused(errors);
    }

    protected override async Task<Result<Change<Written>>> DecideAsync(
        WithdrawEnrollments command,
        Opened opened,
        CancellationToken cancellationToken
    )
    {
        var errors = opened.Offering.Withdraw(
            opened.Group,
            await events.BusyAsync(opened.Offering, cancellationToken),
            Session.Time.GetUtcNow()
        );
        if (errors.Count > 0)
            return Result<Change<Written>>.Refused(errors);
        return new Change<Written>(new Written([.. opened.Group.Select(one => one.Id)]), opened.Offering)
        {
            After = new { Enrollments = OfferingHandlers.Figures(opened.Group) },
        };
    }
}
