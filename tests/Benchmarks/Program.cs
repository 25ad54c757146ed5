using System.CommandLine;
using TeacherDevPlan.Benchmarks;
using TeacherDevPlan.Benchmarks.Baseline;
using TeacherDevPlan.Benchmarks.Load;
using TeacherDevPlan.Benchmarks.Shapes;

var seconds = new Option<int?>("--seconds")
{
    Description = "Duration of each measurement in seconds. Default: 5; for load 4.",
};
var rounds = new Option<int>("--rounds") { Description = "Number of repetitions.", DefaultValueFactory = _ => 3 };
var ledger = new Command(
    "ledger",
    "Durable payments per second, compared with the same transaction as one SQL function."
)
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
    Description = "A data folder with a seeded country that is not in use. Default: a new one is created.",
};
var queries = new Option<string?>("--queries")
{
    Description =
        "Only these queries of Q1 to Q6 and P304, e.g. Q1,Q5. Default: all queries and the other measurements.",
};
var scale = new Option<bool>("--scale")
{
    Description = "Also measure one and four million disbursements, which takes minutes to seed.",
};
var write = new Option<bool>("--write") { Description = "Insert the figures into docs/performance.md." };
var load = new Command("load", "Queries over the whole country, compared with a hand-written baseline.")
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

var files = new Argument<string[]>("files") { Description = "Published plans: .docx, .xlsx, .pdf, text …" };
var documents = new Command("documents", "Time and memory of reading published plans.") { files };
documents.SetAction(
    (parsed, cancellation) => Task.FromResult(DocumentBenchmark.Run(parsed.GetRequiredValue(files), cancellation))
);

var connection = new Option<string>("--connection") { Description = "The database.", Required = true };
var urls = new Option<string>("--urls") { Description = "The address to listen on.", Required = true };
var baseline = new Command("baseline", "Runs only the baseline of the load benchmark.") { connection, urls };
baseline.SetAction(
    (parsed, cancellation) =>
        BaselineServer.RunAsync(parsed.GetRequiredValue(connection), parsed.GetRequiredValue(urls), cancellation)
);

var country = new Option<string>("--data") { Description = "A data folder with a seeded country.", Required = true };
var url = new Option<string?>("--url")
{
    Description = "The URL of a service that already runs on this folder: http://127.0.0.1:5080/graphql.",
};
var most = new Option<int?>("--seconds")
{
    Description =
        "Maximum duration in seconds; measures a sample of the queries, the same each time. Default: all queries.",
};
var csv = new Option<string?>("--csv")
{
    Description = "A file for the full list, sorted by how far a query is over its goal.",
};
var lists = new Option<string?>("--lists") { Description = "Only these root lists, e.g. projects,offices." };
var shapes = new Command("shapes", "Queries generated from the schema, relative to the lookup of one office.")
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

return await new RootCommand("Measures the service relative to baselines.")
{
    ledger,
    load,
    shapes,
    documents,
    baseline,
}
    .Parse(args)
    .InvokeAsync();
