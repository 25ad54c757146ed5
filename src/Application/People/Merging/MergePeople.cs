using TeacherDevPlan.Application.Access;
using TeacherDevPlan.Application.Common;
using TeacherDevPlan.Application.Common.Commands;
using TeacherDevPlan.Application.Common.Idempotency;
using TeacherDevPlan.Application.Common.Querying;
using TeacherDevPlan.Application.Events;
using TeacherDevPlan.Domain.Access;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.People;

namespace TeacherDevPlan.Application.People.Merging;

/// <summary>
/// Merges two records of one person: everything of the duplicate moves to the kept record, or it is refused with all
/// reasons. Needs the role at the offices that keep both records.
/// </summary>
[AllowedTo(Role.DevelopmentOfficer, Role.Administrator)]
[EndsIn(typeof(NotFound), typeof(CannotMerge))]
public sealed record MergePeople(GivenId PersonId, GivenId DuplicateId, string Reason)
    : IdempotentCommand,
        IReasonedCommand;

/// <summary>
/// Separates a record again that was merged: what the merge moved goes back, and what happened since stays with the kept
/// record.
/// </summary>
[AllowedTo(Role.DevelopmentOfficer, Role.Administrator)]
[EndsIn(typeof(NotFound), typeof(CannotMerge))]
public sealed record UnmergePeople(GivenId DuplicateId, string Reason) : IdempotentCommand, IReasonedCommand;

/// <param name="Merge">The merge to undo; null if there is none, or it is to be made.</param>
public sealed record OpenedRecords(Person Kept, Person Duplicate, PersonMerge? Merge) : IOpened
{
    public IEnumerable<string> Offices => new[] { Kept.Office.Code, Duplicate.Office.Code }.Distinct();

    public string[] Subjects => [Subject(Kept), Subject(Duplicate)];

    private static string Subject(Person person) => new NodeId(nameof(Person), person.Id).ToString();
}

/// <summary>A record of another office is not found, as in <see cref="PersonHandler{TCommand}"/>.</summary>
public abstract class MergeHandler<TCommand>(IMergeStore merges, CommandSession session)
    : CommandHandler<TCommand, OpenedRecords, Written>(session)
    where TCommand : IdempotentCommand
{
    protected IMergeStore Merges => merges;

    protected async Task<Result<OpenedRecords>> OpenAsync(
        GivenId kept,
        GivenId duplicate,
        PersonMerge? merge,
        CancellationToken cancellationToken
    )
    {
        var records = (await merges.OpenAsync([kept.Id, duplicate.Id], cancellationToken)).ToDictionary(one => one.Id);
        foreach (var id in new[] { kept, duplicate })
        {
            if (!records.TryGetValue(id.Id, out var person))
                return new NotFound(nameof(Person), id.Text);
            if (Session.Caller.IsAny(AccessRules.OfCommand(typeof(TCommand)).Roles, person.Office.Code))
                continue;
            return Session.Hidden(nameof(Person), id, person.Office.Code);
        }

        return new OpenedRecords(records[kept.Id], records[duplicate.Id], merge);
    }
}

public sealed class MergePeopleHandler(
    IMergeStore merges,
    IRegistryStore registry,
    IEventStore events,
    CommandSession session
) : MergeHandler<MergePeople>(merges, session)
{
    protected override Task<Result<OpenedRecords>> OpenAsync(
        MergePeople command,
        IdempotencyKey? key,
        CancellationToken cancellationToken
    ) => OpenAsync(command.PersonId, command.DuplicateId, null, cancellationToken);

    protected override async Task<Result<Change<Written>>> DecideAsync(
        MergePeople command,
        OpenedRecords opened,
        CancellationToken cancellationToken
    )
    {
        var (kept, duplicate) = (opened.Kept, opened.Duplicate);
        var reasons = PersonMerge.ReasonsAgainst(kept, duplicate).ToList();
        if (reasons.Exists(reason => reason == MergeReasons.SameRecord || reason == MergeReasons.AlreadyMerged))
            return new CannotMerge(reasons);
        var isTaken = await registry.IsTakenAsync(
            PersonMerge.OfficeOf(kept, duplicate),
            PersonMerge.NumberOf(kept, duplicate),
            [kept.Id, duplicate.Id],
            cancellationToken
        );
        reasons.AddRange(MergeReasons.When(isTaken, MergeReasons.NumberTaken));
        var isKnown = await registry.IsTakenAsync(
            PersonMerge.OfficeOf(kept, duplicate),
            kept.IdentityDigest ?? duplicate.IdentityDigest,
            [kept.Id, duplicate.Id],
            cancellationToken
        );
        reasons.AddRange(MergeReasons.When(isKnown, MergeReasons.IdentityTaken));
        var above = await registry.SupervisionsAsync([kept.Id, duplicate.Id], cancellationToken);
        reasons.AddRange(
            MergeReasons.When(
                PersonMerge.MakesCircle(kept, duplicate, above) && !reasons.Contains(MergeReasons.SupervisesTheOther),
                MergeReasons.CircularSupervision
            )
        );
        var now = Session.Time.GetUtcNow();
        var merge = new PersonMerge(kept, duplicate, now);
        var outcome = await Merges.MergeAsync(
            merge,
            kept,
            duplicate,
            ThaiDay.Of(now),
            reasons.Count > 0,
            cancellationToken
        );
        reasons.AddRange(outcome.Conflicts.Distinct().Select(MergeReasons.OfDatabase));
        reasons.AddRange(outcome.Offerings.Select(MergeReasons.BothWereThere));
        if (reasons.Count > 0)
            return new CannotMerge(reasons);
        await events.GiveSeatsAsync(outcome.LeftIn, now, cancellationToken);
        return new Change<Written>(new Written(kept.Id), opened.Subjects)
        {
            Before = RegistryRules.Figures(duplicate),
            After = new { Merge = merge.Id, outcome.Moved },
            Reason = command.Reason,
        };
    }
}

public sealed class UnmergePeopleHandler(
    IMergeStore merges,
    IRegistryStore registry,
    IEventStore events,
    CommandSession session
) : MergeHandler<UnmergePeople>(merges, session)
{
    protected override async Task<Result<OpenedRecords>> OpenAsync(
        UnmergePeople command,
        IdempotencyKey? key,
        CancellationToken cancellationToken
    )
    {
        var merge = await Merges.FindAsync(command.DuplicateId.Id, cancellationToken);
        var kept = merge is null ? command.DuplicateId : command.DuplicateId with { Id = merge.KeptId };
        var opened = await OpenAsync(kept, command.DuplicateId, merge, cancellationToken);
        // Somebody else may have come first, before the offices were locked.
        return (await Merges.FindAsync(command.DuplicateId.Id, cancellationToken))?.Id == merge?.Id
            ? opened
            : throw new TransactionConflictException();
    }

    protected override async Task<Result<Change<Written>>> DecideAsync(
        UnmergePeople command,
        OpenedRecords opened,
        CancellationToken cancellationToken
    )
    {
        var (kept, duplicate) = (opened.Kept, opened.Duplicate);
        if (opened.Merge is not { } merge)
            return new CannotMerge([MergeReasons.NotMerged]);
        var appointments = (await Merges.MovedAppointmentsAsync(merge, cancellationToken)).ToHashSet();
        var officeId = merge.OfficeAfter(kept, appointments);
        var reasons = await ReasonsAgainstAsync(merge, kept, duplicate, officeId, cancellationToken);
        if (reasons.Count > 0)
            return new CannotMerge(reasons);
        var now = Session.Time.GetUtcNow();
        var (moved, offerings) = await Merges.UndoAsync(merge, kept, duplicate, officeId, now, cancellationToken);
        await events.GiveSeatsAsync(offerings, now, cancellationToken);
        return new Change<Written>(new Written(kept.Id, duplicate.Id), opened.Subjects)
        {
            After = new { Merge = merge.Id, Moved = moved },
            Reason = command.Reason,
        };
    }

    private async Task<List<MergeReason>> ReasonsAgainstAsync(
        PersonMerge merge,
        Person kept,
        Person duplicate,
        Guid officeId,
        CancellationToken cancellationToken
    )
    {
        var own = merge.NumberAfter(kept, duplicate);
        return
        [
            .. MergeReasons.When(PersonMerge.IsErased(kept) || PersonMerge.IsErased(duplicate), MergeReasons.Erased),
            .. MergeReasons.When(kept.MergedIntoId is not null, MergeReasons.KeptWasMerged),
            .. MergeReasons.When(await Merges.HasLaterAsync(merge, cancellationToken), MergeReasons.LaterMerge),
            .. MergeReasons.When(
                own is not null && (officeId, own) == (duplicate.OfficeId, duplicate.StaffNumber)
                    || await registry.IsTakenAsync(
                        duplicate.OfficeId,
                        duplicate.StaffNumber,
                        [kept.Id],
                        cancellationToken
                    )
                    || await registry.IsTakenAsync(officeId, own, [kept.Id], cancellationToken),
                MergeReasons.NumberTaken
            ),
            .. MergeReasons.When(
                await registry.IsTakenAsync(duplicate.OfficeId, duplicate.IdentityDigest, [kept.Id], cancellationToken)
                    || await registry.IsTakenAsync(officeId, kept.IdentityDigest, [kept.Id], cancellationToken)
                    || merge.SharesIdentity(kept, duplicate) && officeId == duplicate.OfficeId,
                MergeReasons.IdentityTaken
            ),
        ];
    }
}
