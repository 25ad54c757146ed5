namespace TeacherDevPlan.Benchmarks.Load;

/// <summary>Two loads that alternate, round by round.</summary>
internal static class Turns
{
    public static async Task<IReadOnlyList<(LoadFigures First, LoadFigures Second)>> TakeAsync(
        (Side Side, LoadQuery Query) first,
        (Side Side, LoadQuery Query) second,
        int connections,
        LoadOptions options,
        CancellationToken cancellationToken
    )
    {
        await WarmAsync([first, second], options, cancellationToken);
        var rounds = new List<(LoadFigures, LoadFigures)>();
        for (var round = 0; round < options.Rounds; round++)
            rounds.Add((await MeasureAsync(first), await MeasureAsync(second)));
        return rounds;

        Task<LoadFigures> MeasureAsync((Side Side, LoadQuery Query) one) =>
            LoadDriver.RunAsync(one.Side, one.Query.Calls, connections, options.Time, cancellationToken);
    }

    /// <summary>Sends all requests for a while, so that code and caches reach a steady state.</summary>
    public static async Task WarmAsync(
        IReadOnlyList<(Side Side, LoadQuery Query)> loads,
        LoadOptions options,
        CancellationToken cancellationToken
    )
    {
        foreach (var (side, query) in loads)
            await LoadDriver.RunAsync(side, query.Calls, Comparison.Connections, options.Time, cancellationToken);
    }
}
