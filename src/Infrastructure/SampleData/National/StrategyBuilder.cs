namespace TeacherDevPlan.Infrastructure.SampleData.National;

/// <summary>What a strategic plan says: texts, strategies, guidelines, indicators with targets and results.</summary>
internal sealed class StrategyBuilder(NationalOptions options, OfficeRows rows, Dice dice, SeededIds ids)
{
    /// <summary>Of the running year, how many targets have a result already.</summary>
    private const double ReportedThisYear = 0.3;

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
        for (var number = 1; number <= 4; number++)
        {
            var text = Phrases.Guidelines[(strategy.Number * 2 + number) % Phrases.Guidelines.Length];
            rows.Guidelines.Add(new GuidelineRow(ids.Next(), strategy.Id, number, text, "OFFICE_AND_SCHOOL"));
        }

        foreach (
            var (kind, index) in IndicatorKinds
                .All.Where(kind => kind.Strategy == strategy.Number)
                .Select((kind, index) => (kind, index))
        )
        {
            var indicator = new IndicatorRow(ids.Next(), strategy.Id, index + 1, kind);
            rows.Indicators.Add(indicator);
            BuildTargets(plan, indicator);
        }
    }

    /// <summary>Targets get a little harder each year; results lie about them, in the past years and some of this one.</summary>
    private void BuildTargets(StrategicPlanRow plan, IndicatorRow indicator)
    {
        var kind = indicator.Kind;
        var level = kind.Base * (decimal)dice.Share(0.85, 1.1);
        for (var year = plan.FirstYear; year <= plan.LastYear; year++)
        {
            var harder = (year - plan.FirstYear) * kind.Base * (kind.LowerIsBetter ? -0.04m : 0.015m);
            var target = Bounded(kind, Math.Round(level + harder, kind.Base < 10 ? 1 : 0));
            var reported =
                year >= options.FirstYear
                && (year < options.CurrentYear || year == options.CurrentYear && dice.Chance(ReportedThisYear));
            decimal? result = reported ? Bounded(kind, Math.Round(target * (decimal)dice.Share(0.72, 1.16), 2)) : null;
            rows.Targets.Add(new TargetRow(ids.Next(), indicator.Id, year, target, result));
        }
    }

    private static decimal Bounded(IndicatorKind kind, decimal value) =>
        kind.IsPercent ? Math.Min(100, Math.Max(0.5m, value)) : value;

    private void Text(List<TextRow> texts, Guid owner, int position, string text, string kind, string? number = null) =>
        texts.Add(new TextRow(ids.Next(), owner, position, number, text, kind));
}
