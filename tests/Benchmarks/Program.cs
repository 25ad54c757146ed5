using System.CommandLine;
using TeacherDevPlan.Benchmarks;
using TeacherDevPlan.Benchmarks.Baseline;
using TeacherDevPlan.Benchmarks.Load;
using TeacherDevPlan.Benchmarks.Shapes;

var seconds = new Option<int?>("--seconds") { Description = "How long each measurement runs: 5, of load 4." };
var rounds = new Option<int>("--rounds") { Description = "How often each is repeated.", DefaultValueFactory = _ => 3 };
var ledger = new Command("ledger", "Durable payments per second, beside the same transaction as one SQL function.")
{
    seconds,
    rounds,
};
ledger.SetAction(
    (parsed, cancellation) =>
        LedgerBenchmark.RunAsync(
            TimeSpan.FromSeconds(parsed.GetValue(seconds) ?? 5),
            parsed.GetValue(rounds),
            cancellation
        )
);

var data = new Option<string?>("--data")
{
    Description =
        "The folder of a service's data with a seeded country, which no service runs on; without it, one is made.",
};
var queries = new Option<string?>("--queries")
{
    Description =
        "These alone, of Q1 to Q6 and P304, as in Q1,Q5; without it, all of them and what is measured besides.",
};
var scale = new Option<bool>("--scale")
{
    Description = "Also on one and on four million disbursements; to make them takes minutes.",
};
var write = new Option<bool>("--write") { Description = "Put the figures into docs/performance.md." };
var load = new Command("load", "Reads of the whole country, beside the same answers written by hand.")
{
    data,
    seconds,
    rounds,
    queries,
    scale,
    write,
};
load.SetAction(
    (parsed, cancellation) =>
        LoadBenchmark.RunAsync(
            new LoadOptions(
                parsed.GetValue(data),
                TimeSpan.FromSeconds(parsed.GetValue(seconds) ?? 4),
                parsed.GetValue(rounds),
                parsed.GetValue(queries)?.Split(',', StringSplitOptions.TrimEntries) ?? [],
                parsed.GetValue(scale),
                parsed.GetValue(write)
            ),
            cancellation
        )
);

var connection = new Option<string>("--connection") { Description = "The database.", Required = true };
var urls = new Option<string>("--urls") { Description = "Where it listens.", Required = true };
var baseline = new Command("baseline", "What load compares with, by itself.") { connection, urls };
baseline.SetAction(
    (parsed, cancellation) =>
        BaselineServer.RunAsync(parsed.GetRequiredValue(connection), parsed.GetRequiredValue(urls), cancellation)
);

var country = new Option<string>("--data")
{
    Description = "The folder of a service's data with a seeded country.",
    Required = true,
};
var url = new Option<string?>("--url")
{
    Description = "Where a service on it runs already: http://127.0.0.1:5080/graphql.",
};
var most = new Option<int?>("--seconds")
{
    Description = "How long to measure at most: a part of the queries, the same each time; without it, all.",
};
var csv = new Option<string?>("--csv") { Description = "A file for the full list, farthest over its goal first." };
var lists = new Option<string?>("--lists") { Description = "These root lists alone, as in projects,offices." };
var shapes = new Command("shapes", "Queries made from the schema, each in lookups of one office.")
{
    country,
    url,
    most,
    csv,
    lists,
};
shapes.SetAction(
    (parsed, cancellationToken) =>
        ShapesBenchmark.RunAsync(
            new ShapesOptions(
                parsed.GetRequiredValue(country),
                parsed.GetValue(url) is { } running ? new Uri(running) : null,
                parsed.GetValue(most) is { } limit ? TimeSpan.FromSeconds(limit) : null,
                parsed.GetValue(csv),
                parsed.GetValue(lists)?.Split(',', StringSplitOptions.TrimEntries) ?? []
            ),
            cancellationToken
        )
);

return await new RootCommand("What the service costs, measured against what is possible.")
{
    ledger,
    load,
    shapes,
    baseline,
}
    .Parse(args)
    .InvokeAsync();
