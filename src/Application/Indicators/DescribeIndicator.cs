using FluentValidation;
using TeacherDevPlan.Application.Access;
using TeacherDevPlan.Application.Common;
using TeacherDevPlan.Application.Common.Commands;
using TeacherDevPlan.Application.Results;
using TeacherDevPlan.Domain.Access;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Indicators;
using TeacherDevPlan.Domain.Plans;

namespace TeacherDevPlan.Application.Indicators;

/// <summary>
/// Sets an indicator's direction and baseline. Values that are not given stay. An indicator that is linked to a
/// definition has the definition's direction.
/// </summary>
[AllowedTo(Role.PlanOfficer)]
[EndsIn(typeof(NotFound))]
public sealed record DescribeIndicator(
    GivenId IndicatorId,
    IndicatorDirection? Direction,
    decimal? BaselineValue,
    int? BaselineFiscalYear,
    bool RemoveBaseline
) : DryRunCommand<Written>;

public sealed class DescribeIndicatorValidator : AbstractValidator<DescribeIndicator>
{
    public DescribeIndicatorValidator()
    {
        RuleFor(command => command.BaselineValue).Measure();
        RuleFor(command => command.BaselineFiscalYear)
            .Must((command, year) => year is null == command.BaselineValue is null)
            .Refuse("must be given together with baselineValue, or not at all.", "ต้องระบุพร้อมกับ baselineValue");
        RuleFor(command => command.RemoveBaseline)
            .Must((command, remove) => !remove || command.BaselineValue is null)
            .Refuse("cannot be combined with a new baseline.", "ระบุพร้อมกับค่าฐานใหม่ไม่ได้");
    }
}

public sealed class DescribeIndicatorHandler(IResultStore store, CommandSession session)
    : IndicatorHandler<DescribeIndicator>(store, session)
{
    protected override GivenId IdOf(DescribeIndicator command) => command.IndicatorId;

    protected override Task<Result<Change<Written>>> DecideAsync(
        DescribeIndicator command,
        OpenedIndicator opened,
        CancellationToken cancellationToken
    ) => Task.FromResult(Decide(command, opened.Indicator));

    private static Result<Change<Written>> Decide(DescribeIndicator command, Indicator indicator)
    {
        if (indicator.Definition is { } definition && command.Direction is { } asked && asked != definition.Direction)
            return ResultInputs.DirectionIsDefined;
        var before = Figures(indicator);
        var baseline = command is { BaselineValue: { } value, BaselineFiscalYear: { } year }
            ? new IndicatorBaseline(year, value)
            : null;
        indicator.Describe(command.Direction, baseline);
        if (command.RemoveBaseline)
            indicator.ForgetBaseline();
        return new Change<Written>(new Written(indicator.Id), indicator)
        {
            Before = before,
            After = Figures(indicator),
        };
    }

    private static object Figures(Indicator indicator) =>
        new { Direction = EnumText.Of(indicator.OwnDirection), indicator.Baseline };
}
