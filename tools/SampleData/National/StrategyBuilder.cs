using TeacherDevPlan.SampleData.National.Rows;
using TeacherDevPlan.SampleData.National.Vocabulary;

namespace TeacherDevPlan.SampleData.National;

/// <summary>
/// Generates the content of a strategic plan: texts, strategies, guidelines, and indicators with targets and results.
/// </summary>
internal sealed class StrategyBuilder(
    NationalOptions options,
    IReadOnlyList<DefinitionRow> catalogue,
    OfficeArea area,
    OfficeRows rows,
    Dice dice,
    SeededIds ids
)
{
    /// <summary>The share of targets of the running year that already have a result.</summary>
    private const double ReportedThisYear = 0.3;

    /// <summary>The share of results in percent that have numerator and denominator.</summary>
    private const double Ratios = 0.85;

    private readonly ResultBuilder results = new(area, dice, ids);

    public IReadOnlyList<NumberedRow> Build(StrategicPlanRow plan)
    {
        Text(rows.StrategicPlanTexts, plan.Id, 0, dice.Pick(Phrases.Visions), "VISION");
        for (var i = 0; i < Phrases.Missions.Length; i++)
            Text(rows.StrategicPlanTexts, plan.Id, i + 1, Phrases.Missions[i], "MISSION", $"{i + 1}");
        var strategies = Phrases
            .Strategies.Select((name, index) => new NumberedRow(ids.Next(), plan.Id, index + 1, name))
            .ToList();
        rows.Strategies.AddRange(strategies);
        foreach (var strategy in strategies)
            BuildStrategy(plan, strategy);
        return strategies;
    }

    private void BuildStrategy(StrategicPlanRow plan, NumberedRow strategy)
    {
        for (var i = 0; i < 2; i++)
            Text(rows.StrategyTexts, strategy.Id, i, dice.Pick(Phrases.Missions), "OBJECTIVE", $"{i + 1}");
        for (var guideline = 1; guideline <= 4; guideline++)
        {
            var text = Phrases.Guidelines[(strategy.Number * 2 + guideline) % Phrases.Guidelines.Length];
            rows.Guidelines.Add(new GuidelineRow(ids.Next(), strategy.Id, guideline, text, "OFFICE_AND_SCHOOL"));
        }

        var number = 0;
        foreach (var definition in catalogue.Where(one => one.Kind.Strategy == strategy.Number))
        {
            var kind = definition.Kind;
            var level = Bounded(kind, Math.Round(kind.Base * (decimal)dice.Share(0.85, 1.1), 2));
            var indicator = new IndicatorRow(ids.Next(), strategy.Id, ++number, definition, level, plan.FirstYear - 1);
            rows.Indicators.Add(indicator);
            BuildTargets(plan, indicator);
        }
    }

    /// <summary>
    /// Targets get a little harder each year; results are close to them, in past years and partly in the running one.
    /// </summary>
    private void BuildTargets(StrategicPlanRow plan, IndicatorRow indicator)
    {
        var kind = indicator.Definition.Kind;
        for (var year = plan.FirstYear; year <= plan.LastYear; year++)
        {
            var harder = (year - plan.FirstYear) * kind.Base * (kind.LowerIsBetter ? -0.04m : 0.015m);
            var target = Bounded(kind, Math.Round(indicator.Baseline + harder, kind.Base < 10 ? 1 : 0));
            var id = ids.Next();
            var reported =
                year >= options.FirstYear
                && (year < options.CurrentYear || year == options.CurrentYear && dice.Chance(ReportedThisYear));
            rows.Targets.Add(
                new TargetRow(id, indicator, year, target, reported ? Result(id, indicator, year, target) : default)
            );
        }
    }

    private Reported Result(Guid targetId, IndicatorRow indicator, int year, decimal target)
    {
        var calendar = new NationalCalendar(new(year), options.LastDay, dice);
        return results.Build(
            rows.IndicatorResults,
            targetId,
            indicator.Id,
            calendar,
            year == options.CurrentYear
                ? calendar.MomentOf(calendar.DayOf(0))
                : calendar.MomentAfter(calendar.Year.EndsOn.AddDays(-20), 40),
            () =>
                indicator.Definition.Kind.IsPercent
                    ? results.Percentage(target, Ratios)
                    : Measure.Figure(Math.Round(target * (decimal)dice.Share(0.72, 1.16), target < 100 ? 2 : 0))
        );
    }

    private static decimal Bounded(IndicatorKind kind, decimal value) =>
        Math.Max(0.5m, kind.IsPercent ? Math.Min(100, value) : value);

    private void Text(List<TextRow> texts, Guid owner, int position, string text, string kind, string? number = null) =>
        texts.Add(new TextRow(ids.Next(), owner, position, number, text, kind));
}
