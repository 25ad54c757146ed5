using FluentValidation;
using Mediator;
using TeacherDevPlan.Application.Access;
using TeacherDevPlan.Application.Common;
using TeacherDevPlan.Application.Results;
using TeacherDevPlan.Domain.Access;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Indicators;

namespace TeacherDevPlan.Application.Indicators;

/// <summary>
/// Sets an indicator's direction and baseline. Values that are not given stay. An indicator that is linked to a
/// definition has the definition's direction.
/// </summary>
[AllowedTo(Role.PlanOfficer)]
public sealed record DescribeIndicator(
    GivenId IndicatorId,
    IndicatorDirection? Direction,
    decimal? BaselineValue,
    int? BaselineFiscalYear,
    bool RemoveBaseline
) : DryRunCommand<ChangedIndicator>;

public sealed class DescribeIndicatorValidator : AbstractValidator<DescribeIndicator>
{
    public DescribeIndicatorValidator()
    {
        RuleFor(command => command.BaselineValue).Measure();
        RuleFor(command => command.BaselineFiscalYear)
            .Must((command, year) => year is null == command.BaselineValue is null)
            .Refuse("must be given together with baselineValue, or not at all.", "ต้องระบุพร้อมกับ baselineValue")
            .Must(year => year is null || FiscalYears.IsKnown(year.Value))
            .Refuse(FiscalYears.Right, $"ต้องเป็นปีพุทธศักราช {FiscalYears.First} ถึง {FiscalYears.Last}");
        RuleFor(command => command.RemoveBaseline)
            .Must((command, remove) => !remove || command.BaselineValue is null)
            .Refuse("cannot be combined with a new baseline.", "ระบุพร้อมกับค่าฐานใหม่ไม่ได้");
    }
}

public sealed class DescribeIndicatorHandler(
    IResultStore store,
    ICatalogueStore catalogue,
    AccessControl access,
    IAuditTrail audit
) : ICommandHandler<DescribeIndicator, Result<ChangedIndicator>>
{
    public async ValueTask<Result<ChangedIndicator>> Handle(
        DescribeIndicator command,
        CancellationToken cancellationToken
    )
    {
        if (await store.OpenIndicatorAsync(command.IndicatorId.Id, null, cancellationToken) is not { } opened)
            return new NotFound(nameof(Indicator), command.IndicatorId.Text);
        access.DemandOffice<DescribeIndicator>(opened.OfficeCode);
        var indicator = opened.Indicator;
        if (indicator.Definition is { } definition && command.Direction is { } asked && asked != definition.Direction)
            return ResultInputs.DirectionIsDefined;
        var before = Figures(indicator);
        var baseline = command is { BaselineValue: { } value, BaselineFiscalYear: { } year }
            ? new IndicatorBaseline(year, value)
            : null;
        indicator.Describe(command.Direction, baseline);
        if (command.RemoveBaseline)
            indicator.ForgetBaseline();
        if (await catalogue.SaveAsync(cancellationToken) > 0)
            audit.Write(ResultAudit.EntryOf("describeIndicator", indicator, null, before, Figures(indicator), null));
        return new ChangedIndicator(indicator.Id);
    }

    private static object Figures(Indicator indicator) =>
        new { Direction = EnumText.Of(indicator.OwnDirection), indicator.Baseline };
}
