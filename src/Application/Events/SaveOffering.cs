using FluentValidation;
using TeacherDevPlan.Application.Access;
using TeacherDevPlan.Application.Common;
using TeacherDevPlan.Application.Common.Commands;
using TeacherDevPlan.Application.Common.Idempotency;
using TeacherDevPlan.Application.Development;
using TeacherDevPlan.Application.People;
using TeacherDevPlan.Domain.Access;
using TeacherDevPlan.Domain.Budgets;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Events;
using TeacherDevPlan.Domain.Offices;
using TeacherDevPlan.Domain.Plans;

namespace TeacherDevPlan.Application.Events;

/// <summary>
/// Saves all that an office decides about an offering, in place of what was saved before: a new offering of the office and
/// the year, or the one with the id, which stays with its office and year.
/// </summary>
/// <param name="ExpectedVersion">0 for a new one.</param>
/// <param name="Method">A code of the catalogue.</param>
/// <param name="TargetCategories">Codes of categories of staff; none for everybody.</param>
[AllowedTo(Role.DevelopmentOfficer)]
[EndsIn(typeof(NotFound), typeof(Conflict), typeof(InvalidState))]
public sealed record SaveOffering(
    GivenId? OfferingId,
    string OfficeCode,
    int FiscalYear,
    int ExpectedVersion,
    string Title,
    string Method,
    GivenId? CourseId,
    GivenId? ActivityId,
    string? Organiser,
    string? Venue,
    int? Capacity,
    int Minimum,
    DateOnly? EnrolFrom,
    DateOnly? EnrolTo,
    JoinPolicy Joining,
    OverlapPolicy Overlaps,
    int RequiredPercent,
    decimal? PassingScore,
    bool ReportRequired,
    IReadOnlyList<PlannedSession> Sessions,
    IReadOnlyList<string> TargetCategories
) : IdempotentCommand, IOfficeCommand;

public sealed class SaveOfferingValidator : AbstractValidator<SaveOffering>
{
    public const int MostSeats = 1_000_000;
    public const int MostCategories = 50;

    public SaveOfferingValidator()
    {
        RuleFor(command => command.Title).Text(1, 500);
        RuleFor(command => command.Organiser).Text(0, 500);
        RuleFor(command => command.Venue).Text(0, 500);
        RuleFor(command => command.Capacity)
            .Must(seats => seats is null or >= 0 and <= MostSeats)
            .Refuse(
                $"must be 0 to {MostSeats}, or null without a limit.",
                $"ต้องเป็น 0 ถึง {MostSeats} หรือ null ถ้าไม่จำกัด"
            );
        RuleFor(command => command.Minimum)
            .Must(minimum => minimum is >= 0 and <= MostSeats)
            .Refuse($"must be 0 to {MostSeats}.", $"ต้องเป็น 0 ถึง {MostSeats}");
        RuleFor(command => command.RequiredPercent)
            .Must(percent => percent is >= 0 and <= 100)
            .Refuse("must be 0 to 100.", "ต้องเป็น 0 ถึง 100");
        RuleFor(command => command.PassingScore).Score();
        RuleFor(command => command.EnrolFrom).Day();
        RuleFor(command => command.EnrolTo).Day();
        RuleFor(command => command.Sessions)
            .Must(sessions => sessions.Count <= OfferingTerms.MostSessions)
            .Refuse(
                $"must hold {OfferingTerms.MostSessions} at most.",
                $"ต้องไม่เกิน {OfferingTerms.MostSessions} รายการ"
            );
        RuleFor(command => command.TargetCategories)
            .Must(codes =>
                codes.Count <= MostCategories && codes.Select(code => code.Trim()).Distinct().Count() == codes.Count
            )
            .Refuse(
                $"must hold {MostCategories} codes at most, each one once.",
                $"ต้องไม่เกิน {MostCategories} รหัส และไม่ซ้ำกัน"
            );
        RuleForEach(command => command.Sessions)
            .ChildRules(one => one.RuleFor(session => session.Title).Text(0, 500))
            .When(command => command.Sessions.Count <= OfferingTerms.MostSessions);
    }
}

internal static class ScoreRule
{
    /// <summary>0 to 100 with two decimals at most.</summary>
    public static IRuleBuilderOptions<T, decimal?> Score<T>(this IRuleBuilder<T, decimal?> rule) =>
        rule.Must(score => score is null || score is >= 0 and <= 100 && decimal.Round(score.Value, 2) == score)
            .Refuse("must be 0 to 100, with two decimals at most.", "ต้องเป็น 0 ถึง 100 ทศนิยมไม่เกินสองตำแหน่ง");
}

/// <param name="Known">The offering; null for a new one.</param>
public sealed record OpenedOfferingToSave(Office Office, Offering? Known) : IOpened
{
    public IEnumerable<string> Offices => [Office.Code];
}

public sealed class SaveOfferingHandler(
    IEventStore events,
    IIndividualPlanStore plans,
    IRegistryStore registry,
    CommandSession session
) : CommandHandler<SaveOffering, OpenedOfferingToSave, Written>(session)
{
    protected override async Task<Result<OpenedOfferingToSave>> OpenAsync(
        SaveOffering command,
        IdempotencyKey? key,
        CancellationToken cancellationToken
    )
    {
        if (command.OfferingId is { } id)
        {
            if (command.Overlaps == OverlapPolicy.Refuse)
                await events.LockEverybodyInAsync(id.Id, cancellationToken);
            else
                await events.LockPeopleOfAsync([], id.Id, cancellationToken);
            return
                await events.OpenAsync(id.Id, OfferingParts.Attendances, cancellationToken) is { } known
                && known.Office.Code == command.OfficeCode
                && known.FiscalYear == command.FiscalYear
                ? new OpenedOfferingToSave(known.Office, known)
                : new NotFound(nameof(Offering), id.Text);
        }

        return await registry.OpenOfficeAsync(command.OfficeCode, cancellationToken) is { } office
            ? new OpenedOfferingToSave(office, null)
            : new NotFound(nameof(Office), command.OfficeCode);
    }

    protected override async Task<Result<Change<Written>>> DecideAsync(
        SaveOffering command,
        OpenedOfferingToSave opened,
        CancellationToken cancellationToken
    )
    {
        var known = opened.Known;
        if (command.ExpectedVersion != (known?.Version ?? 0))
            return new Conflict(known?.Version ?? 0);
        var terms = await TermsAsync(command, opened.Office.Id, cancellationToken);
        if (!terms.Succeeded)
            return Result<Change<Written>>.Refused(terms.Errors);
        var before = known is null ? null : OfferingHandlers.Figures(known);
        var offering = known ?? new Offering(opened.Office.Id, command.FiscalYear);
        var errors = offering.Save(
            terms.Value,
            await events.ElsewhereAsync(offering, terms.Value.Sessions, cancellationToken),
            Session.Time.GetUtcNow()
        );
        if (errors.Count > 0)
            return Result<Change<Written>>.Refused(errors);
        if (known is null)
            events.Add(offering);
        return new Change<Written>(new Written(offering.Id), offering)
        {
            Before = before,
            After = OfferingHandlers.Figures(offering),
        };
    }

    private async Task<Result<OfferingTerms>> TermsAsync(
        SaveOffering command,
        Guid officeId,
        CancellationToken cancellationToken
    )
    {
        var reader = new CodeReader();
        var methods = (await plans.CataloguesAsync(cancellationToken)).Methods;
        var method = reader.Find(methods, command.Method, "method");
        var errors = reader.Errors;
        if (method?.IsUsedIn(new FiscalYear(command.FiscalYear)) == false)
            errors.Add(NotInUse);
        if (command.CourseId is { } course && !await events.HasCourseAsync(officeId, course.Id, cancellationToken))
            errors.Add(new NotFound(nameof(Course), course.Text));
        Activity? activity = null;
        if (command.ActivityId is { } id)
        {
            activity = await events.ActivityAsync(officeId, command.FiscalYear, id.Id, cancellationToken);
            if (activity is null)
                errors.Add(new NotFound(nameof(Activity), id.Text));
        }

        var categories = new List<Guid>();
        foreach (var (index, code) in command.TargetCategories.Index())
        {
            if (await registry.CategoryAsync(code.Trim(), cancellationToken) is { } category)
                categories.Add(category.Id);
            else
                errors.Add(
                    CatalogueEntry.Unknown(
                        $"targetCategories[{index}]",
                        await registry.CategoriesAsync(cancellationToken)
                    )
                );
        }

        if (errors.Count > 0)
            return Result<OfferingTerms>.Refused(errors);
        return new OfferingTerms(
            command.CourseId?.Id,
            activity?.Id,
            activity?.ProjectId,
            command.Title.Trim(),
            method!.Id,
            OptionalText.Of(command.Organiser),
            OptionalText.Of(command.Venue),
            command.Capacity,
            command.Minimum,
            command.EnrolFrom,
            command.EnrolTo,
            command.Joining,
            command.Overlaps,
            command.RequiredPercent,
            command.PassingScore,
            command.ReportRequired,
            [.. command.Sessions.Select(one => one with { Title = OptionalText.Of(one.Title) })],
            categories
        );
    }

    private static readonly RequestInvalid NotInUse = new(
        "method",
        new LocalText("is not in use in the fiscal year.", "ไม่มีผลใช้ในปีงบประมาณนี้")
    );
}
