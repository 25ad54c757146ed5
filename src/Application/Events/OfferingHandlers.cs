using TeacherDevPlan.Application.Common;
using TeacherDevPlan.Application.Common.Commands;
using TeacherDevPlan.Application.Common.Idempotency;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Events;

namespace TeacherDevPlan.Application.Events;

/// <param name="Offices">The offices for which the caller needs the role: none for who acts as a person.</param>
public sealed record OpenedOffering(Offering Offering, IEnumerable<string> Offices) : IOpened;

internal static class OfferingHandlers
{
    /// <summary>What the audit record says of an offering.</summary>
    public static object Figures(Offering offering) =>
        new
        {
            offering.OfficeId,
            offering.FiscalYear,
            offering.Title,
            offering.Capacity,
            Status = EnumText.Of(offering.Status),
            offering.Version,
        };

    /// <summary>What the audit record says of enrolments: ids and states, no names.</summary>
    public static object Figures(IEnumerable<Enrollment> group) =>
        group.Select(one => new
        {
            one.Id,
            one.PersonId,
            Status = EnumText.Of(one.Status),
        });

    /// <summary>The enrolments of the offering with these ids, in their order, or errors for those that it does not have.</summary>
    public static Result<IReadOnlyList<Enrollment>> Find(Offering offering, IEnumerable<GivenId> ids, string list)
    {
        var known = offering.Enrollments.ToDictionary(one => one.Id);
        var found = new List<Enrollment>();
        var errors = new List<DomainError>();
        foreach (var (index, id) in ids.Index())
        {
            if (known.TryGetValue(id.Id, out var one))
                found.Add(one);
            else
                errors.Add(new NotFound(nameof(Enrollment), id.Text).At(list, index));
        }

        return errors.Count > 0 ? Result<IReadOnlyList<Enrollment>>.Refused(errors) : found;
    }
}

/// <summary>A command by an officer of the offering's office.</summary>
public abstract class OfferingHandler<TCommand>(IEventStore events, CommandSession session)
    : CommandHandler<TCommand, OpenedOffering, Written>(session)
    where TCommand : IdempotentCommand
{
    protected IEventStore Events => events;

    protected virtual OfferingParts Parts => OfferingParts.Enrollments;

    protected abstract GivenId OfferingOf(TCommand command);

    /// <summary>Enrolments whose people are locked before the offering is opened.</summary>
    protected virtual IReadOnlyList<GivenId> EnrollmentsOf(TCommand command) => [];

    protected override async Task<Result<OpenedOffering>> OpenAsync(
        TCommand command,
        IdempotencyKey? key,
        CancellationToken cancellationToken
    )
    {
        var id = OfferingOf(command);
        if (EnrollmentsOf(command) is { Count: > 0 } named)
            await events.LockPeopleOfAsync([.. named.Select(one => one.Id)], id.Id, cancellationToken);
        return await events.OpenAsync(id.Id, Parts, cancellationToken) is { } offering
            ? new OpenedOffering(offering, [offering.Office.Code])
            : new NotFound(nameof(Offering), id.Text);
    }
}
