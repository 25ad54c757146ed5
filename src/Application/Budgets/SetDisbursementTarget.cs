using System.Globalization;
using FluentValidation;
using TeacherDevPlan.Application.Access;
using TeacherDevPlan.Application.Common;
using TeacherDevPlan.Application.Common.Commands;
using TeacherDevPlan.Application.Common.Idempotency;
using TeacherDevPlan.Application.Indicators;
using TeacherDevPlan.Domain.Access;
using TeacherDevPlan.Domain.Budgets;
using TeacherDevPlan.Domain.Common;

namespace TeacherDevPlan.Application.Budgets;

/// <summary>
/// Records how much of a fiscal year's budget the government wants paid by the end of a quarter, with where it says so. Over the
/// quarters it does not fall.
/// </summary>
/// <param name="CumulativePercent">0 to 100, at most two decimals.</param>
[AllowedTo(Role.Administrator)]
[EndsIn]
public sealed record SetDisbursementTarget(
    int FiscalYear,
    FiscalQuarter Quarter,
    ExpenseClass ExpenseClass,
    decimal CumulativePercent,
    string Source
) : DryRunCommand<Written>;

public sealed class SetDisbursementTargetValidator : AbstractValidator<SetDisbursementTarget>
{
    public SetDisbursementTargetValidator()
    {
        RuleFor(command => command.CumulativePercent)
            .Must(percent => percent is >= 0 and <= 100 && decimal.Round(percent, 2) == percent)
            .Refuse(
                "must be a percentage from 0 to 100 with at most two decimals.",
                "ต้องเป็นร้อยละ 0 ถึง 100 ทศนิยมไม่เกินสองตำแหน่ง"
            );
        RuleFor(command => command.Source).Text(1, 2000);
    }
}

public sealed class SetDisbursementTargetHandler(ICatalogueStore catalogue, CommandSession session)
    : CommandHandler<SetDisbursementTarget, OfNoOffice<IReadOnlyList<DisbursementTarget>>, Written>(session)
{
    protected override async Task<Result<OfNoOffice<IReadOnlyList<DisbursementTarget>>>> OpenAsync(
        SetDisbursementTarget command,
        IdempotencyKey? key,
        CancellationToken cancellationToken
    ) =>
        new OfNoOffice<IReadOnlyList<DisbursementTarget>>(
            await catalogue.OpenTargetsAsync(command.FiscalYear, command.ExpenseClass, cancellationToken)
        );

    protected override Task<Result<Change<Written>>> DecideAsync(
        SetDisbursementTarget command,
        OfNoOffice<IReadOnlyList<DisbursementTarget>> opened,
        CancellationToken cancellationToken
    ) => Task.FromResult(Decide(command, opened.Subject));

    private Result<Change<Written>> Decide(SetDisbursementTarget command, IReadOnlyList<DisbursementTarget> known)
    {
        var least = known.Where(one => one.Quarter < command.Quarter).Max(one => (decimal?)one.CumulativePercent) ?? 0;
        var most = known.Where(one => one.Quarter > command.Quarter).Min(one => (decimal?)one.CumulativePercent) ?? 100;
        if (command.CumulativePercent < least || command.CumulativePercent > most)
            return OutOfPlace(least, most);
        var target = known.SingleOrDefault(one => one.Quarter == command.Quarter);
        var before = target is null ? null : Figures(target);
        if (target is null)
            catalogue.Add(target = new DisbursementTarget(command.FiscalYear, command.Quarter, command.ExpenseClass));
        if (target.CumulativePercent != command.CumulativePercent || target.Source != command.Source)
            target.Set(command.CumulativePercent, command.Source, Session.Time.GetUtcNow(), Session.Caller.Name);
        return new Change<Written>(new Written(target.Id), target)
        {
            Before = before,
            After = Figures(target),
            Reason = command.Source,
        };
    }

    private static RequestInvalid OutOfPlace(decimal least, decimal most)
    {
        var (from, to) = (Written(least), Written(most));
        return new RequestInvalid(
            "cumulativePercent",
            new LocalText(
                $"must lie between {from} and {to}, the targets of the quarters before and after it.",
                $"ต้องอยู่ระหว่าง {from} ถึง {to} ตามเป้าหมายของไตรมาสก่อนและหลัง"
            )
        );
    }

    private static string Written(decimal percent) => percent.ToString("0.##", CultureInfo.InvariantCulture);

    private static object Figures(DisbursementTarget target) =>
        new
        {
            target.FiscalYear,
            Quarter = EnumText.Of(target.Quarter),
            ExpenseClass = EnumText.Of(target.ExpenseClass),
            target.CumulativePercent,
            target.Source,
        };
}
