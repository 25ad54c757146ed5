using TeacherDevPlan.Application.Common;
using TeacherDevPlan.Application.Common.Commands;
using TeacherDevPlan.Application.People;
using TeacherDevPlan.Domain.Access;
using TeacherDevPlan.Domain.Careers;
using TeacherDevPlan.Domain.Common;

namespace TeacherDevPlan.Application.Careers;

/// <param name="Study">A new one has not been saved.</param>
/// <param name="Offices">The offices for which the caller needs the role: none for who acts as a person.</param>
public sealed record OpenedStudy(FurtherStudy Study, IEnumerable<string> Offices) : IOpened;

/// <summary>A command on a further study, by officers of its office and, as far as the command allows, by the person.</summary>
public abstract class StudyHandler<TCommand>(IStudyStore studies, IRegistryStore registry, CommandSession session)
    : CommandHandler<TCommand, OpenedStudy, Written>(session)
    where TCommand : IdempotentCommand
{
    protected IStudyStore Studies => studies;

    protected IRegistryStore Registry => registry;

    /// <summary>The study; to others than those who may change it, it is not found.</summary>
    /// <param name="self">The person as whom the caller may act; null if the command is for officers.</param>
    protected async Task<Result<OpenedStudy>> OpenStudyAsync(
        GivenId id,
        Guid? self,
        CancellationToken cancellationToken
    )
    {
        if (await studies.OpenAsync(id.Id, cancellationToken) is not { } study)
            return new NotFound(nameof(FurtherStudy), id.Text);
        if (Session.Caller.Is(Role.DevelopmentOfficer, study.Office.Code))
            return new OpenedStudy(study, [study.Office.Code]);
        if (study.PersonId == self)
            return new OpenedStudy(study, []);
        return Session.Hidden(nameof(FurtherStudy), id, study.Office.Code);
    }

    protected static Result<Change<Written>> Changed(FurtherStudy study, object? before) =>
        new Change<Written>(new Written(study.Id), study) { Before = before, After = Figures(study) };

    /// <summary>
    /// What the audit record says of a study. Those who read the trail do not read what is about people: no institution, no notes.
    /// </summary>
    protected static object? Figures(FurtherStudy study) =>
        study.Version == 0
            ? null
            : new
            {
                study.PersonId,
                study.OfficeId,
                Leave = EnumText.Of(study.Leave),
                study.StartsOn,
                study.EndsOn,
                Status = EnumText.Of(study.Status),
                study.OrderNumber,
                study.EndedOn,
                study.BondRuleId,
                study.BondUntil,
                study.Version,
            };
}
