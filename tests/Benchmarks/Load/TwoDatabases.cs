namespace TeacherDevPlan.Benchmarks.Load;

/// <summary>The same queries of the same service on two databases, alternating.</summary>
internal static class TwoDatabases
{
    private const int WarmUps = 3;

    /// <summary>
    /// The CPU time of one office's queries in the national database divided by that in a database with only this
    /// office, for each query. Both services are new and return the same responses before they are measured.
    /// </summary>
    public static async Task<IReadOnlyList<(string Query, double Ratio, string Note)>> OneOfficeAsync(
        Deployment country,
        LoadOptions options,
        CancellationToken cancellationToken
    )
    {
        await using var small = await Deployment.StartAsync(null, ["--offices", "1"], cancellationToken);
        await using var again = country.Second();
        await again.StartAsync(cancellationToken);
        using var inCountry = Side.OfService(again.GraphQL, again.ProcessId, country.Service.PostgresId);
        var office = (await small.Country.OfficesAsync(cancellationToken))[0];
        var pairs = (await QueriesOfAsync(country, office, cancellationToken))
            .Zip(await QueriesOfAsync(small, office, cancellationToken))
            .ToList();
        for (var pass = 0; pass < WarmUps; pass++)
        {
            await Turns.WarmAsync(
                [
                    .. pairs.SelectMany(pair =>
                        ((Side, LoadQuery)[])[(inCountry, pair.First), (small.Service, pair.Second)]
                    ),
                ],
                options,
                cancellationToken
            );
        }

        var ratios = new List<(string, double, string)>();
        foreach (var (here, there) in pairs)
        {
            var rounds = await Turns.TakeAsync(
                (inCountry, here),
                (small.Service, there),
                Comparison.Connections,
                options,
                cancellationToken
            );
            var (many, one) = (
                LoadFigures.Median([.. rounds.Select(round => round.First)]),
                LoadFigures.Median([.. rounds.Select(round => round.Second)])
            );
            ratios.Add(
                (
                    here.Name,
                    rounds.Select(round => round.First.Cpu / round.Second.Cpu).Median(),
                    $"server + PostgreSQL {many.CpuText} ms, {one.CpuText} ms"
                )
            );
        }

        return ratios;
    }

    /// <summary>The median time of Q4 in ms, with one client, on one and on four million disbursements, and their ratio.</summary>
    public static async Task<(double OneMillion, double FourMillion, double Ratio)> ScaleAsync(
        LoadOptions options,
        CancellationToken cancellationToken
    )
    {
        await using var less = await Deployment.StartAsync(null, ["--disbursements", "1000000"], cancellationToken);
        await using var more = await Deployment.StartAsync(null, ["--disbursements", "4000000"], cancellationToken);
        var inLess = await less.Queries.MakeAsync("Q4", cancellationToken);
        var inMore = await more.Queries.MakeAsync("Q4", cancellationToken);
        var rounds = await Turns.TakeAsync(
            (less.Service, inLess),
            (more.Service, inMore),
            1,
            options,
            cancellationToken
        );
        return (
            rounds.Select(round => round.First.P50).Median(),
            rounds.Select(round => round.Second.P50).Median(),
            rounds.Select(round => round.Second.P50 / round.First.P50).Median()
        );
    }

    private static async Task<IReadOnlyList<LoadQuery>> QueriesOfAsync(
        Deployment deployment,
        string office,
        CancellationToken cancellationToken
    )
    {
        var years = await deployment.Country.YearsAsync(cancellationToken);
        return
        [
            LoadQueries.ProjectsOf([office]),
            LoadQueries.IndicatorsOf([office], years[^1]),
            LoadQueries.Projects(await deployment.Country.ProjectsAsync(office, cancellationToken)),
        ];
    }
}
