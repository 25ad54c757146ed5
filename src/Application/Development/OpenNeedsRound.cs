using FluentValidation;
using TeacherDevPlan.Application.Access;
using TeacherDevPlan.Application.Common;
using TeacherDevPlan.Application.Common.Commands;
using TeacherDevPlan.Application.Common.Idempotency;
using TeacherDevPlan.Application.People;
using TeacherDevPlan.Domain.Access;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Development;
using TeacherDevPlan.Domain.Offices;

namespace TeacherDevPlan.Application.Development;

/// <summary>Opens the survey of the needs of an office's people for a fiscal year.</summary>
/// <param name="Topics">Codes of the catalogue, in the order in which they are listed.</param>
/// <param name="MostTopics">How many topics one person may ask for.</param>
/// <param name="OpensOn">The first day on which people answer; null if that is at once.</param>
/// <param name="ClosesOn">The last one; null if that is when the round is closed.</param>
[AllowedTo(Role.DevelopmentOfficer)]
[EndsIn(typeof(NotFound))]
public sealed record OpenNeedsRound(
    string OfficeCode,
    int FiscalYear,
    IReadOnlyList<string> Topics,
    int MostTopics,
    DateOnly? OpensOn,
    DateOnly? ClosesOn
) : IdempotentCommand, IOfficeCommand;

public sealed class OpenNeedsRoundValidator : AbstractValidator<OpenNeedsRound>
{
    public const int MostOfRound = 100;

    public OpenNeedsRoundValidator()
    {
        RuleFor(command => command.Topics)
            .Must(topics => topics.Count is >= 1 and <= MostOfRound)
            .Refuse($"must hold 1 to {MostOfRound} topics.", $"ต้องมี 1 ถึง {MostOfRound} เรื่อง")
            .Must(topics => topics.Select(topic => topic.Trim()).Distinct().Count() == topics.Count)
            .Refuse("must name each topic once.", "ต้องระบุแต่ละเรื่องเพียงครั้งเดียว");
        RuleFor(command => command.MostTopics)
            .Must((command, most) => most >= 1 && most <= command.Topics.Count)
            .Refuse("must be 1 to the number of topics.", "ต้องเป็น 1 ถึงจำนวนเรื่องทั้งหมด");
        RuleFor(command => command.OpensOn).Day();
        RuleFor(command => command.ClosesOn)
            .Day()
            .Must((command, last) => !(last < command.OpensOn))
            .Refuse("must not be before opensOn.", "ต้องไม่ก่อน opensOn");
    }
}

public sealed class OpenNeedsRoundHandler(
    INeedsStore needs,
    IIndividualPlanStore plans,
    IRegistryStore registry,
    CommandSession session
) : CommandHandler<OpenNeedsRound, OpenedEntry<Office>, Written>(session)
{
    private static readonly RequestInvalid AlreadyThere = new(
        "fiscalYear",
        new LocalText(
            "has a round of the office; it has one for each year.",
            "สำนักงานมีรอบสำรวจของปีนี้แล้ว มีได้ปีละหนึ่งรอบ"
        )
    );

    protected override async Task<Result<OpenedEntry<Office>>> OpenAsync(
        OpenNeedsRound command,
        IdempotencyKey? key,
        CancellationToken cancellationToken
    ) =>
        await registry.OpenOfficeAsync(command.OfficeCode, cancellationToken) is { } office
            ? new OpenedEntry<Office>(office, office.Code)
            : new NotFound(nameof(Office), command.OfficeCode);

    protected override async Task<Result<Change<Written>>> DecideAsync(
        OpenNeedsRound command,
        OpenedEntry<Office> opened,
        CancellationToken cancellationToken
    )
    {
        if (await needs.HasRoundAsync(opened.Subject.Id, command.FiscalYear, cancellationToken))
            return AlreadyThere;
        var codes = new CodeReader();
        var topics = codes.Topics((await plans.CataloguesAsync(cancellationToken)).Topics, command.Topics);
        if (codes.Errors.Count > 0)
            return Result<Change<Written>>.Refused(codes.Errors);
        var opening = NeedsRound.Open(
            opened.Subject.Id,
            command.FiscalYear,
            new RoundTerms(command.MostTopics, command.OpensOn, command.ClosesOn, topics),
            Session.Time.GetUtcNow()
        );
        if (!opening.Succeeded)
            return Result<Change<Written>>.Refused(opening.Errors);
        var round = opening.Value;
        needs.Add(round);
        return new Change<Written>(new Written(round.Id), round)
        {
            After = new
            {
                round.OfficeId,
                round.FiscalYear,
                round.MostTopics,
                round.OpensOn,
                round.ClosesOn,
                Topics = command.Topics,
            },
        };
    }
}
