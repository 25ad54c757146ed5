using System.Text.RegularExpressions;
using FluentValidation;
using TeacherDevPlan.Application.Access;
using TeacherDevPlan.Application.Common;
using TeacherDevPlan.Application.Common.Commands;
using TeacherDevPlan.Application.Common.Idempotency;
using TeacherDevPlan.Domain.Access;
using TeacherDevPlan.Domain.Budgets;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Indicators;

namespace TeacherDevPlan.Application.Indicators;

/// <summary>
/// Adds an indicator to the ministry's catalogue, or changes the one with this code. Once results have been reported on
/// it, its unit and direction cannot change.
/// </summary>
[AllowedTo(Role.Administrator)]
[EndsIn(typeof(InvalidState))]
public sealed record DefineIndicator(
    string Code,
    string Name,
    string Unit,
    IndicatorDirection Direction,
    string? Description
) : DryRunCommand<Written>;

public sealed partial class DefineIndicatorValidator : AbstractValidator<DefineIndicator>
{
    public DefineIndicatorValidator()
    {
        RuleFor(command => command.Code)
            .Must(code => Code().IsMatch(code))
            .Refuse(
                "must have 1 to 64 Latin letters, digits, dots, hyphens or underscores, the first a letter or digit.",
                "ต้องเป็นอักษรละติน ตัวเลข จุด ขีด หรือขีดล่าง 1 ถึง 64 ตัว ขึ้นต้นด้วยอักษรหรือตัวเลข"
            );
        RuleFor(command => command.Name).Text(1, 1000);
        RuleFor(command => command.Unit).Text(1, 100);
        RuleFor(command => command.Description).Text(0, 10_000);
    }

    [GeneratedRegex(@"\A[A-Za-z0-9][A-Za-z0-9._-]{0,63}\z")]
    private static partial Regex Code();
}

public sealed class DefineIndicatorHandler(ICatalogueStore catalogue, CommandSession session)
    : CommandHandler<DefineIndicator, OfNoOffice<IndicatorDefinition?>, Written>(session)
{
    protected override async Task<Result<OfNoOffice<IndicatorDefinition?>>> OpenAsync(
        DefineIndicator command,
        IdempotencyKey? key,
        CancellationToken cancellationToken
    ) => new OfNoOffice<IndicatorDefinition?>(await catalogue.OpenDefinitionAsync(command.Code, cancellationToken));

    protected override async Task<Result<Change<Written>>> DecideAsync(
        DefineIndicator command,
        OfNoOffice<IndicatorDefinition?> opened,
        CancellationToken cancellationToken
    )
    {
        var definition = opened.Subject;
        var before = definition is null ? null : Figures(definition);
        if (definition is null)
            catalogue.Add(definition = new IndicatorDefinition(command.Code));
        else if (definition.Unit != command.Unit || definition.Direction != command.Direction)
        {
            var use = await catalogue.UseOfAsync(definition, cancellationToken);
            if (use.Reported)
                return ResultStates.DefinitionHasResults;
            if (!use.Units.All(unit => MeasureUnit.Agree(unit, command.Unit)))
                return ResultStates.DefinitionIsLinked;
        }

        definition.Define(command.Name, command.Unit, command.Direction, command.Description);
        return new Change<Written>(new Written(definition.Id), definition)
        {
            Before = before,
            After = Figures(definition),
        };
    }

    private static object Figures(IndicatorDefinition definition) =>
        new
        {
            definition.Code,
            definition.Name,
            definition.Unit,
            Direction = EnumText.Of(definition.Direction),
            definition.Description,
        };
}
