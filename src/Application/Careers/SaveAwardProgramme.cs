using FluentValidation;
using TeacherDevPlan.Application.Access;
using TeacherDevPlan.Application.Common;
using TeacherDevPlan.Application.Common.Commands;
using TeacherDevPlan.Application.Common.Idempotency;
using TeacherDevPlan.Application.People;
using TeacherDevPlan.Domain.Access;
using TeacherDevPlan.Domain.Budgets;
using TeacherDevPlan.Domain.Careers;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Offices;

namespace TeacherDevPlan.Application.Careers;

/// <summary>
/// Saves a programme of awards of an office by its code, a new one if there is none; an administrator also one of the ministry.
/// </summary>
/// <param name="OfficeCode">Null for the ministry.</param>
/// <param name="ExpectedVersion">0 for a new one.</param>
[AllowedTo(Role.DevelopmentOfficer, Role.Administrator)]
[EndsIn(typeof(NotFound), typeof(Conflict))]
public sealed record SaveAwardProgramme(
    string? OfficeCode,
    string ProgrammeCode,
    int ExpectedVersion,
    string Name,
    string Grantor,
    string? Criteria,
    DateOnly? ValidFrom,
    DateOnly? ValidTo,
    string Source
) : IdempotentCommand;

public sealed class SaveAwardProgrammeValidator : AbstractValidator<SaveAwardProgramme>
{
    public SaveAwardProgrammeValidator()
    {
        RuleFor(command => command.ProgrammeCode).Text(1, 50);
        RuleFor(command => command.Name).Text(1, 500);
        RuleFor(command => command.Grantor).Text(1, 500);
        RuleFor(command => command.Criteria).Text(0, 10_000);
        RuleFor(command => command.ValidFrom).Day();
        RuleFor(command => command.ValidTo).Day();
        RuleFor(command => command.Source).Text(1, 2000);
    }
}

/// <param name="Office">Null for the ministry.</param>
public sealed record OpenedAwardOwner(Office? Office) : IOpened
{
    public IEnumerable<string> Offices => [Office?.Code ?? Caller.Ministry];
}

public sealed class SaveAwardProgrammeHandler(IAwardStore awards, IRegistryStore registry, CommandSession session)
    : CommandHandler<SaveAwardProgramme, OpenedAwardOwner, Written>(session)
{
    protected override async Task<Result<OpenedAwardOwner>> OpenAsync(
        SaveAwardProgramme command,
        IdempotencyKey? key,
        CancellationToken cancellationToken
    )
    {
        if (command.OfficeCode is not { } code)
            return new OpenedAwardOwner(null);
        // An administrator keeps the programmes of the ministry only.
        Session.Access.DemandOffice("Mutation.saveAwardProgramme", new AccessRule([Role.DevelopmentOfficer]), code);
        return await registry.OpenOfficeAsync(code, cancellationToken) is { } office
            ? new OpenedAwardOwner(office)
            : new NotFound(nameof(Office), code);
    }

    protected override async Task<Result<Change<Written>>> DecideAsync(
        SaveAwardProgramme command,
        OpenedAwardOwner opened,
        CancellationToken cancellationToken
    )
    {
        var code = command.ProgrammeCode.Trim();
        var known = await awards.OpenProgrammeAsync(opened.Office?.Id, code, cancellationToken);
        if (command.ExpectedVersion != (known?.Version ?? 0))
            return new Conflict(known?.Version ?? 0);
        var before = known is null ? null : Figures(known);
        var programme = known ?? new AwardProgramme(opened.Office?.Id, code);
        var terms = new AwardProgrammeTerms(
            command.Name.Trim(),
            command.Grantor.Trim(),
            OptionalText.Of(command.Criteria),
            command.ValidFrom,
            command.ValidTo,
            command.Source.Trim()
        );
        if (programme.Save(terms) is { } refusal)
            return refusal;
        if (known is null)
            awards.Add(programme);
        return new Change<Written>(new Written(programme.Id), programme)
        {
            Before = before,
            After = Figures(programme),
        };
    }

    private static object Figures(AwardProgramme programme) =>
        new
        {
            programme.OfficeId,
            programme.Code,
            programme.Name,
            programme.Grantor,
            programme.ValidFrom,
            programme.ValidTo,
            programme.Version,
        };
}
