using TeacherDevPlan.Application.Access;
using TeacherDevPlan.Application.Common;
using TeacherDevPlan.Application.Common.Commands;
using TeacherDevPlan.Application.Common.Idempotency;
using TeacherDevPlan.Application.Common.Querying;
using TeacherDevPlan.Domain.Access;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Offices;
using TeacherDevPlan.Domain.People;

namespace TeacherDevPlan.Application.People.Links;

/// <summary>
/// Says that a name printed in a plan is a person of the registry, whose record the office keeps or who has or had an
/// appointment there.
/// </summary>
[AllowedTo(Role.DevelopmentOfficer)]
[EndsIn(typeof(NotFound))]
public sealed record LinkStaffMember(GivenId StaffMemberId, GivenId PersonId) : IdempotentCommand;

/// <summary>Takes such a link back.</summary>
[AllowedTo(Role.DevelopmentOfficer)]
[EndsIn(typeof(NotFound))]
public sealed record UnlinkStaffMember(GivenId StaffMemberId) : IdempotentCommand;

/// <summary>A command about the link of a printed name of the caller's office; of another office, it is not found.</summary>
public abstract class StaffLinkHandler<TCommand>(IRegistryStore store, CommandSession session)
    : CommandHandler<TCommand, OpenedEntry<StaffMember>, Written>(session)
    where TCommand : IdempotentCommand
{
    protected IRegistryStore Store => store;

    protected abstract GivenId MemberOf(TCommand command);

    protected override async Task<Result<OpenedEntry<StaffMember>>> OpenAsync(
        TCommand command,
        IdempotencyKey? key,
        CancellationToken cancellationToken
    )
    {
        var id = MemberOf(command);
        if (await store.OpenStaffMemberAsync(id.Id, cancellationToken) is not { } member)
            return new NotFound(nameof(StaffMember), id.Text);
        if (Session.Caller.Is(Role.DevelopmentOfficer, member.Office.Code))
            return new OpenedEntry<StaffMember>(member, member.Office.Code);
        return Session.Hidden(nameof(StaffMember), id, member.Office.Code);
    }

    protected static Change<Written> Link(StaffMember member, Guid? personId)
    {
        var former = member.PersonId;
        member.LinkTo(personId);
        return new Change<Written>(
            new Written(member.Id),
            [
                new NodeId(nameof(StaffMember), member.Id).ToString(),
                .. new[] { former, personId }
                    .OfType<Guid>()
                    .Distinct()
                    .Select(id => new NodeId(nameof(Person), id).ToString()),
            ]
        )
        {
            Before = new { PersonId = former },
            After = new { PersonId = personId },
        };
    }
}

public sealed class LinkStaffMemberHandler(IRegistryStore store, CommandSession session)
    : StaffLinkHandler<LinkStaffMember>(store, session)
{
    private static readonly RequestInvalid Linked = new(
        "staffMemberId",
        new LocalText(
            "is linked to another person; unlink it first (unlinkStaffMember).",
            "เชื่อมกับบุคลากรอีกคนแล้ว ต้องยกเลิกก่อน (unlinkStaffMember)"
        )
    );

    protected override GivenId MemberOf(LinkStaffMember command) => command.StaffMemberId;

    protected override async Task<Result<Change<Written>>> DecideAsync(
        LinkStaffMember command,
        OpenedEntry<StaffMember> opened,
        CancellationToken cancellationToken
    )
    {
        var member = opened.Subject;
        if (!await Store.KnowsAsync(member.OfficeId, command.PersonId.Id, cancellationToken))
            return new NotFound(nameof(Person), command.PersonId.Text);
        if (member.PersonId is { } other && other != command.PersonId.Id)
            return Linked;
        return Link(member, command.PersonId.Id);
    }
}

public sealed class UnlinkStaffMemberHandler(IRegistryStore store, CommandSession session)
    : StaffLinkHandler<UnlinkStaffMember>(store, session)
{
    protected override GivenId MemberOf(UnlinkStaffMember command) => command.StaffMemberId;

    protected override Task<Result<Change<Written>>> DecideAsync(
        UnlinkStaffMember command,
        OpenedEntry<StaffMember> opened,
        CancellationToken cancellationToken
    ) => Task.FromResult<Result<Change<Written>>>(Link(opened.Subject, null));
}
