namespace TeacherDevPlan.Benchmarks.Load;

/// <summary>A query on both sides, round by round, alternating.</summary>
internal sealed class Comparison(LoadQuery query, IReadOnlyList<Comparison.Round> rounds)
{
    /// <summary>The number of concurrent connections for measuring throughput and CPU time.</summary>
    public const int Connections = 8;

    public LoadQuery Query => query;

    /// <summary>Results with many connections, then with one.</summary>
    public LoadFigures Service { get; } = LoadFigures.Median([.. rounds.Select(round => round.Service)]);

    public LoadFigures Baseline { get; } = LoadFigures.Median([.. rounds.Select(round => round.Baseline)]);

    public LoadFigures ServiceAlone { get; } = LoadFigures.Median([.. rounds.Select(round => round.ServiceAlone)]);

    public LoadFigures BaselineAlone { get; } = LoadFigures.Median([.. rounds.Select(round => round.BaselineAlone)]);

    /// <summary>
    /// The median over the rounds of the service's figure divided by the baseline's of the same round.
    /// </summary>
    public double Ratio(Func<LoadFigures, double> figure) =>
        rounds.Select(round => figure(round.Service) / figure(round.Baseline)).Median();

    /// <summary>The same with one connection.</summary>
    public double RatioAlone(Func<LoadFigures, double> figure) =>
        rounds.Select(round => figure(round.ServiceAlone) / figure(round.BaselineAlone)).Median();

    /// <summary>The lowest and the highest ratio of a round.</summary>
    public (double Lowest, double Highest) Range(Func<LoadFigures, double> figure)
    {
        var ratios = rounds.Select(round => figure(round.Service) / figure(round.Baseline)).ToList();
        return (ratios.Min(), ratios.Max());
    }

    public static async Task<Comparison> RunAsync(
        LoadQuery query,
        Side service,
        Side baseline,
        LoadOptions options,
        CancellationToken cancellationToken
    )
    {
        await Turns.WarmAsync([(baseline, query), (service, query)], options, cancellationToken);
        var rounds = new List<Round>();
        for (var number = 0; number < options.Rounds; number++)
        {
            rounds.Add(
                new Round
                {
                    Baseline = await MeasureAsync(baseline, Connections),
                    Service = await MeasureAsync(service, Connections),
                    BaselineAlone = await MeasureAsync(baseline, 1),
                    ServiceAlone = await MeasureAsync(service, 1),
                }
            );
        }

        return new Comparison(query, rounds);

        Task<LoadFigures> MeasureAsync(Side side, int connections) =>
            LoadDriver.RunAsync(side, query.Calls, connections, options.Time, cancellationToken);
    }

    public sealed class Round
    {
        public required LoadFigures Service { get; init; }
        public required LoadFigures Baseline { get; init; }
        public required LoadFigures ServiceAlone { get; init; }
        public required LoadFigures BaselineAlone { get; init; }
    }
}
