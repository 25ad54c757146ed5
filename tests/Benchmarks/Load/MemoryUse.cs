namespace TeacherDevPlan.Benchmarks.Load;

/// <summary>Measures the memory of the service.</summary>
internal static class MemoryUse
{
    public const int Connections = 32;
    private const int Walks = 5;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    /// <summary>
    /// In MB: the maximum while many connections send all queries in turn, and the maximum since the start.
    /// </summary>
    public static async Task<(double UnderLoad, double Peak)> UnderLoadAsync(
        Side service,
        IReadOnlyList<LoadQuery> queries,
        TimeSpan time,
        CancellationToken cancellationToken
    )
    {
        var longest = queries.Max(query => query.Calls.Count);
        LoadCall[] mixed =
        [
            .. Enumerable
                .Range(0, longest)
                .SelectMany(number => queries.Select(query => query.Calls[number % query.Calls.Count])),
        ];
        var load = LoadDriver.RunAsync(service, mixed, Connections, time, cancellationToken);
        var most = 0.0;
        while (!load.IsCompleted)
        {
            most = Math.Max(most, Resident.Now(service.ServerId));
            await Task.WhenAny(load, Task.Delay(Pause, cancellationToken));
        }

        await load;
        return (most, Resident.Peak(service.ServerId));
    }

    /// <summary>
    /// In MB: before and after a client reads all indicators of the country several times, page by page. A first walk
    /// before the measurement warms up the service.
    /// </summary>
    public static async Task<(double Before, double After, int Pages)> OfWalkAsync(
        Side service,
        int year,
        CancellationToken cancellationToken
    )
    {
        await WalkAsync();
        var before = Resident.Now(service.ServerId);
        var pages = 0;
        for (var walk = 0; walk < Walks; walk++)
            pages += await WalkAsync();
        return (before, Resident.Now(service.ServerId), pages);

        async Task<int> WalkAsync()
        {
            string? after = null;
            var count = 0;
            do
            {
                var call = LoadCall.Of(LoadDocuments.AllIndicators, new { year, after }, "");
                var page = (await service.AskAsync(call, cancellationToken))
                    .GetProperty("data")
                    .GetProperty("indicators")
                    .GetProperty("pageInfo");
                after = page.GetProperty("hasNextPage").GetBoolean() ? page.GetProperty("endCursor").GetString() : null;
                count++;
            } while (after is not null);
            return count;
        }
    }
}
