using TeacherDevPlan.Application.Common;
using TeacherDevPlan.Application.Common.Commands;
using TeacherDevPlan.Application.People;
using TeacherDevPlan.Domain.Access;
using TeacherDevPlan.Domain.Careers;
using TeacherDevPlan.Domain.Common;

namespace TeacherDevPlan.Application.Careers;

/// <summary>A command on an award, by officers of the office that nominated the person, other than the person.</summary>
public abstract class AwardHandler<TCommand>(IAwardStore awards, IRegistryStore registry, CommandSession session)
    : CommandHandler<TCommand, OpenedEntry<Award>, Written>(session)
    where TCommand : IdempotentCommand
{
    protected IAwardStore Awards => awards;

    protected IRegistryStore Registry => registry;

    protected async Task<bool> IsOwnAsync(Award award, CancellationToken cancellationToken) =>
        await registry.PersonOfCallerAsync(Session.Caller.Name, cancellationToken) == award.PersonId;

    /// <summary>The award; to others than those who may change it, it is not found.</summary>
    protected async Task<Result<OpenedEntry<Award>>> OpenAwardAsync(GivenId id, CancellationToken cancellationToken)
    {
        if (await awards.OpenAsync(id.Id, cancellationToken) is not { } award)
            return new NotFound(nameof(Award), id.Text);
        return Session.Caller.Is(Role.DevelopmentOfficer, award.Office.Code)
            ? new OpenedEntry<Award>(award, award.Office.Code)
            : Session.Hidden(nameof(Award), id, award.Office.Code);
    }

    protected static Result<Change<Written>> Changed(Award award, object? before) =>
        new Change<Written>(new Written(award.Id), award) { Before = before, After = Figures(award) };

    /// <summary>
    /// What the audit record says of an award. Those who read the trail do not read what is about people: no works, no notes.
    /// </summary>
    protected static object? Figures(Award award) =>
        award.Version == 0
            ? null
            : new
            {
                award.PersonId,
                award.OfficeId,
                award.ProgrammeId,
                Level = EnumText.Of(award.Level),
                award.FiscalYear,
                award.NominatedOn,
                award.DueOn,
                award.ProjectId,
                Status = EnumText.Of(award.Status),
                award.DecidedOn,
                award.CommitteeId,
                award.OrderNumber,
                award.Version,
            };
}
