using System.CommandLine;
using TeacherDevPlan.Benchmarks;

var seconds = new Option<int>("--seconds")
{
    Description = "How long each measurement runs.",
    DefaultValueFactory = _ => 5,
};
var rounds = new Option<int>("--rounds") { Description = "How often each is repeated.", DefaultValueFactory = _ => 3 };
var ledger = new Command("ledger", "Durable payments per second, beside the same transaction as one SQL function.")
{
    seconds,
    rounds,
};
ledger.SetAction(
    (parsed, cancellation) =>
        LedgerBenchmark.RunAsync(TimeSpan.FromSeconds(parsed.GetValue(seconds)), parsed.GetValue(rounds), cancellation)
);
return await new RootCommand("What the service costs, measured against what is possible.") { ledger }
    .Parse(args)
    .InvokeAsync();
