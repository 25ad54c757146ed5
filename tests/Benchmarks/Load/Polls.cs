using System.Globalization;
using System.Net.Http.Headers;

namespace TeacherDevPlan.Benchmarks.Load;

/// <summary>Compares the cost of a poll of unchanged data (304) with that of the full response, both by GET.</summary>
internal static class Polls
{
    public const string Name = "P304";
    private const double Goal = 0.05;
    private const int Different = 60;

    public static async Task<Outcome> MeasureAsync(
        Deployment country,
        LoadOptions options,
        CancellationToken cancellationToken
    )
    {
        var query = await country.Queries.MakeAsync("Q1", cancellationToken);
        query = query with { Calls = [.. query.Calls.Take(Different)] };
        using var whole = Side.OfPolls(country.Endpoint, country.Service);
        var tags = new Dictionary<LoadCall, EntityTagHeaderValue>();
        foreach (var call in query.Calls)
            tags.Add(call, await whole.TagAsync(call, cancellationToken));
        using var unchanged = Side.OfUnchanged(country.Endpoint, country.Service, tags);
        var rounds = await Turns.TakeAsync(
            (unchanged, query),
            (whole, query),
            Comparison.Connections,
            options,
            cancellationToken
        );
        var (poll, answer) = (
            LoadFigures.Median([.. rounds.Select(round => round.First)]),
            LoadFigures.Median([.. rounds.Select(round => round.Second)])
        );
        return new Outcome(
            $"{Name}: a poll of Q1 that has not changed, relative to the full response",
            rounds.Select(round => round.First.Cpu / round.Second.Cpu).Median(),
            Goal,
            true,
            "× CPU",
            string.Create(
                CultureInfo.InvariantCulture,
                $"{poll.Cpu:0.00} ms, {answer.Cpu:0.00} ms; {poll.PerSecond:0} polls/s, {answer.PerSecond:0} answers/s"
            )
        );
    }
}
