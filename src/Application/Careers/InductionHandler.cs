using TeacherDevPlan.Application.Common;
using TeacherDevPlan.Application.Common.Commands;
using TeacherDevPlan.Application.People;
using TeacherDevPlan.Domain.Access;
using TeacherDevPlan.Domain.Careers;
using TeacherDevPlan.Domain.Common;

namespace TeacherDevPlan.Application.Careers;

/// <param name="Offices">The offices for which the caller needs the role: none for who acts as the mentor.</param>
/// <param name="Self">The person as whom the caller is known; null if there is none.</param>
public sealed record OpenedInduction(Induction Induction, IEnumerable<string> Offices, Guid? Self) : IOpened
{
    /// <summary>Whether the caller acts as the mentor.</summary>
    public bool AsMentor => !Offices.Any();
}

/// <summary>A command on an induction, by officers of its office and, as far as the command allows, by the mentor.</summary>
public abstract class InductionHandler<TCommand>(
    IInductionStore inductions,
    IRegistryStore registry,
    CommandSession session
) : CommandHandler<TCommand, OpenedInduction, Written>(session)
    where TCommand : IdempotentCommand
{
    protected IInductionStore Inductions => inductions;

    protected IRegistryStore Registry => registry;

    /// <summary>The induction; to others than those who may change it, it is not found.</summary>
    /// <param name="byMentor">Whether the mentor may.</param>
    /// <param name="hidden">The error for callers who may not know of it.</param>
    protected async Task<Result<OpenedInduction>> OpenedAsync(
        Induction? induction,
        bool byMentor,
        NotFound hidden,
        CancellationToken cancellationToken
    )
    {
        if (induction is null)
            return hidden;
        var self = await registry.PersonOfCallerAsync(Session.Caller.Name, cancellationToken);
        if (Session.Caller.Is(Role.DevelopmentOfficer, induction.Office.Code))
            return new OpenedInduction(induction, [induction.Office.Code], self);
        if (byMentor && Session.Caller.Roles.Contains(Role.Staff) && induction.MentorId == self)
            return new OpenedInduction(induction, [], self);
        Session.Access.Hide($"{nameof(Induction)} of {induction.Office.Code}");
        return hidden;
    }
}

/// <summary>What became of an induction by a command.</summary>
internal static class InductionChange
{
    /// <param name="written">The id of what the answer shows: the induction, or a step of it.</param>
    /// <param name="before">The figures before; null if it is new.</param>
    public static Result<Change<Written>> Of(Induction induction, Guid written, object? before) =>
        new Change<Written>(new Written(written), induction) { Before = before, After = Figures(induction) };

    /// <summary>
    /// What the audit record says of an induction. Those who read the trail do not read what is about people: no scores, no notes.
    /// </summary>
    public static object Figures(Induction induction) =>
        new
        {
            induction.PersonId,
            induction.OfficeId,
            induction.AppointmentId,
            induction.ProgrammeId,
            induction.MentorId,
            Status = EnumText.Of(induction.Status),
            induction.DecidedOn,
            induction.OrderNumber,
            Done = induction
                .Steps.Where(step => step.DoneOn is not null)
                .OrderBy(step => step.Number)
                .Select(step => new { step.Number, step.DoneOn }),
            induction.Version,
        };
}
