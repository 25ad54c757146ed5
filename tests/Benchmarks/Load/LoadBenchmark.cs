namespace TeacherDevPlan.Benchmarks.Load;

/// <summary>
/// Measures queries over a whole country through the service and through a hand-written baseline on the same database,
/// alternating, as well as memory and startup time.
/// </summary>
internal static class LoadBenchmark
{
    public static async Task RunAsync(LoadOptions options, CancellationToken cancellationToken)
    {
        if (options.Write && options.Queries.Count > 0)
            throw new InvalidOperationException("--write requires a run of all queries.");
        if (options.Queries.Except([.. LoadQueries.Names, Polls.Name]).FirstOrDefault() is { } unknown)
            throw new InvalidOperationException($"There is no query {unknown}.");
        await using var country = await Deployment.StartAsync(options.Data, [], cancellationToken);
        var (process, baseline) = await country.StartBaselineAsync(cancellationToken);
        await using var running = process;
        using var side = baseline;
        var queries = new List<LoadQuery>();
        foreach (var name in LoadQueries.Names.Where(options.Measures))
        {
            var query = await country.Queries.MakeAsync(name, cancellationToken);
            await SameAnswers.CheckAsync(query, country.Service, baseline, cancellationToken);
            queries.Add(query);
        }

        Console.Error.WriteLine("Warming up ...");
        await Turns.WarmAsync(
            [.. queries.SelectMany(query => ((Side, LoadQuery)[])[(baseline, query), (country.Service, query)])],
            options,
            cancellationToken
        );
        var comparisons = new List<Comparison>();
        foreach (var query in queries)
        {
            Console.Error.WriteLine($"{query.Name}: {query.What}, {query.Calls.Count} different requests ...");
            comparisons.Add(await Comparison.RunAsync(query, country.Service, baseline, options, cancellationToken));
        }

        var outcomes = comparisons.Select(Outcome.Of).ToList();
        if (options.Measures(Polls.Name))
            outcomes.Add(await Polls.MeasureAsync(country, options, cancellationToken));
        if (options.Queries.Count == 0)
            outcomes.AddRange(await BesidesAsync(country, queries, options, cancellationToken));
        if (options.Scale)
            outcomes.AddRange(await ScaleAsync(options, cancellationToken));
        var report = LoadReport.Of(outcomes, comparisons);
        Console.WriteLine(report);
        if (options.Write)
            await PerformanceDocument.WriteAsync(report, options, cancellationToken);
    }

    private static async Task<IReadOnlyList<Outcome>> BesidesAsync(
        Deployment country,
        IReadOnlyList<LoadQuery> queries,
        LoadOptions options,
        CancellationToken cancellationToken
    )
    {
        Console.Error.WriteLine("Memory, start, one office ...");
        var years = await country.Country.YearsAsync(cancellationToken);
        var walk = await MemoryUse.OfWalkAsync(country.Service, years[^1], cancellationToken);
        var memory = await MemoryUse.UnderLoadAsync(country.Service, queries, options.Time * 3, cancellationToken);
        var start = await StartTime.MeasureAsync(country.Second, queries[^1].Calls[0], cancellationToken);
        var offices = await TwoDatabases.OneOfficeAsync(country, options, cancellationToken);
        return
        [
            new Outcome(
                "Q6: memory after a walk, relative to before",
                walk.After / walk.Before,
                1.1,
                true,
                "×",
                $"{walk.Before:0} MB, {walk.After:0} MB after {walk.Pages} pages"
            ),
            new Outcome(
                $"resident memory under {MemoryUse.Connections} connections",
                memory.UnderLoad,
                300,
                true,
                "MB",
                $"at most {memory.Peak:0} MB since the start"
            ),
            new Outcome("start to first answer, database up", start, 1.5, true, "s"),
            .. offices.Select(one => new Outcome(
                $"{one.Query} of one office: 245 offices in the database, relative to 1",
                one.Ratio,
                1.2,
                true,
                "× CPU",
                one.Note
            )),
        ];
    }

    private static async Task<IReadOnlyList<Outcome>> ScaleAsync(
        LoadOptions options,
        CancellationToken cancellationToken
    )
    {
        var scale = await TwoDatabases.ScaleAsync(options, cancellationToken);
        return
        [
            new Outcome(
                "Q4: 4 million disbursements, by 1 million",
                scale.Ratio,
                1.1,
                true,
                "× p50",
                $"{scale.OneMillion:0.0} ms, {scale.FourMillion:0.0} ms"
            ),
        ];
    }
}
