using FluentValidation;
using TeacherDevPlan.Application.Access;
using TeacherDevPlan.Application.Common;
using TeacherDevPlan.Application.Common.Commands;
using TeacherDevPlan.Application.Common.Idempotency;
using TeacherDevPlan.Application.People;
using TeacherDevPlan.Domain.Access;
using TeacherDevPlan.Domain.Budgets;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Development;
using TeacherDevPlan.Domain.Events;
using TeacherDevPlan.Domain.People;

namespace TeacherDevPlan.Application.Events;

/// <param name="PlanItemId">An item of the person's development plan.</param>
public sealed record AttendeeInput(GivenId PersonId, GivenId? PlanItemId);

public sealed record RuleException(EnrollmentRule Rule, string Reason);

/// <summary>
/// Enrols a group: by officers of the offering's office, at once; by officers of the people's office or by oneself, as the
/// offering's policy says. Only officers of the offering's office make exceptions.
/// </summary>
/// <param name="Singly">Whether they are no group, and each one gets a seat or waits.</param>
[AllowedTo(Role.DevelopmentOfficer, Role.Staff)]
[EndsIn(typeof(NotFound), typeof(InvalidState))]
public sealed record Enroll(
    GivenId OfferingId,
    IReadOnlyList<AttendeeInput> People,
    IReadOnlyList<RuleException> Exceptions,
    bool Singly = false
) : IdempotentCommand;

public sealed class EnrollValidator : AbstractValidator<Enroll>
{
    public const int MostItems = 5_000;

    public EnrollValidator()
    {
        RuleFor(command => command.People)
            .Items(MostItems)
            .Must(people =>
                people.Count > MostItems || people.Select(one => one.PersonId.Id).Distinct().Count() == people.Count
            )
            .Refuse("must name each person once.", "ต้องระบุแต่ละคนเพียงครั้งเดียว");
        RuleFor(command => command.Exceptions)
            .Must(exceptions => exceptions.Select(one => one.Rule).Distinct().Count() == exceptions.Count)
            .Refuse("must name each rule once.", "ต้องระบุแต่ละกฎเพียงครั้งเดียว");
        RuleForEach(command => command.Exceptions)
            .ChildRules(one => one.RuleFor(exception => exception.Reason).Text(1, 2000));
    }
}

internal static class ItemsRule
{
    public static IRuleBuilderOptions<T, IReadOnlyList<TItem>> Items<T, TItem>(
        this IRuleBuilder<T, IReadOnlyList<TItem>> rule,
        int most
    ) =>
        rule.Must(items => items.Count >= 1 && items.Count <= most)
            .Refuse($"must hold 1 to {most} items.", $"ต้องมี 1 ถึง {most} รายการ");
}

public sealed class EnrollHandler(IEventStore events, IRegistryStore registry, CommandSession session)
    : CommandHandler<Enroll, EnrollHandler.Opened, Written>(session)
{
    private static readonly RequestInvalid NoExceptions = new(
        "exceptions",
        new LocalText(
            "are made by officers of the offering's office only.",
            "เฉพาะเจ้าหน้าที่ของสำนักงานผู้จัดเท่านั้นที่อนุญาตให้ยกเว้นได้"
        )
    );

    private static readonly InvalidState OnlyByOffice = new(
        new LocalText(
            "Only officers of the offering's office enrol people in it.",
            "กิจกรรมนี้ลงทะเบียนได้โดยเจ้าหน้าที่ของสำนักงานผู้จัดเท่านั้น"
        )
    );

    /// <param name="Group">In the order of the command.</param>
    /// <param name="ByOffice">Whether the caller is an officer of the offering's office.</param>
    public sealed record Opened(
        Offering Offering,
        IReadOnlyList<Attendee> Group,
        bool ByOffice,
        IEnumerable<string> Offices
    ) : IOpened;

    protected override async Task<Result<Opened>> OpenAsync(
        Enroll command,
        IdempotencyKey? key,
        CancellationToken cancellationToken
    )
    {
        Guid[] ids = [.. command.People.Select(one => one.PersonId.Id)];
        // Before the offering is read: until the transaction ends, no record is merged.
        var people = await events.LockPeopleAsync(ids, command.OfferingId.Id, Session.Today, cancellationToken);
        var offering = await events.OpenAsync(command.OfferingId.Id, OfferingParts.Enrollments, cancellationToken);
        if (offering is null)
            return new NotFound(nameof(Offering), command.OfferingId.Text);
        var byOffice = Session.Caller.Is(Role.DevelopmentOfficer, offering.Office.Code);
        var self = Session.Caller.Roles.Contains(Role.Staff)
            ? await registry.PersonOfCallerAsync(Session.Caller.Name, cancellationToken)
            : null;
        var worksThere =
            self is { } own && people.TryGetValue(own, out var working) && working.OfficeId == offering.OfficeId;
        if (!(offering.Office.Published || Session.Caller.Sees(offering.Office.Code) || worksThere))
            return new NotFound(nameof(Offering), command.OfferingId.Text);
        var overlapping = await events.OverlappingAsync(offering, ids, cancellationToken);
        var items = await events.PeopleOfItemsAsync(
            [.. command.People.Select(one => one.PlanItemId?.Id).OfType<Guid>()],
            cancellationToken
        );
        var errors = new List<DomainError>();
        var group = new List<Attendee>();
        foreach (var (index, one) in command.People.Index())
        {
            var id = one.PersonId.Id;
            // That there is such a person is told only to those who know it.
            if (
                !people.TryGetValue(id, out var person)
                || !byOffice && id != self && !Session.Caller.Is(Role.DevelopmentOfficer, person.OfficeCode)
            )
                errors.Add(new NotFound(nameof(Person), one.PersonId.Text).At("people", index));
            else if (one.PlanItemId is { } item && (!items.TryGetValue(item.Id, out var owner) || owner != id))
                errors.Add(new NotFound(nameof(IndividualPlanItem), item.Text).At("people", index));
            else
                group.Add(
                    new Attendee(
                        id,
                        person.OfficeId,
                        person.SchoolId,
                        person.CategoryId,
                        one.PlanItemId?.Id,
                        overlapping.Contains(id)
                    )
                );
        }

        if (errors.Count > 0)
            return Result<Opened>.Refused(errors);
        return new Opened(offering, group, byOffice, byOffice ? [offering.Office.Code] : []);
    }

    protected override async Task<Result<Change<Written>>> DecideAsync(
        Enroll command,
        Opened opened,
        CancellationToken cancellationToken
    ) => Decide(command, opened, await events.BusyAsync(opened.Offering, cancellationToken));

    private Result<Change<Written>> Decide(Enroll command, Opened opened, IReadOnlySet<Guid> busy)
    {
        var offering = opened.Offering;
        if (!opened.ByOffice && command.Exceptions.Count > 0)
            return NoExceptions;
        if (!opened.ByOffice && offering.Joining == JoinPolicy.Closed)
            return OnlyByOffice;
        var exceptions = command.Exceptions.ToDictionary(one => one.Rule, one => one.Reason.Trim());
        var enrolled = offering.Enroll(
            opened.Group,
            exceptions,
            !opened.ByOffice && offering.Joining == JoinPolicy.Request,
            busy,
            Session.Time.GetUtcNow(),
            command.Singly
        );
        if (!enrolled.Succeeded)
            return Result<Change<Written>>.Refused(enrolled.Errors);
        return new Change<Written>(new Written([.. enrolled.Value.Select(one => one.Id)]), offering)
        {
            After = new
            {
                Enrollments = OfferingHandlers.Figures(enrolled.Value),
                Exceptions = exceptions.Select(one => new { Rule = EnumText.Of(one.Key), Reason = one.Value }),
            },
        };
    }
}
