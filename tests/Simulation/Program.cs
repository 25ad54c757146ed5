using System.CommandLine;
using TeacherDevPlan.Simulation;

var seed = new Option<int>("--seed")
{
    Description = "Replays the same plan of clients and faults.",
    DefaultValueFactory = _ => 1,
};
var seconds = new Option<int>("--seconds")
{
    Description = "How long the clients work.",
    DefaultValueFactory = _ => 30,
};
var clients = new Option<int>("--clients") { Description = "How many.", DefaultValueFactory = _ => 16 };
var events = new Option<bool>("--events")
{
    Description = "People are enrolled, leave and attend, instead of money that moves.",
};
var instances = new Option<int>("--instances")
{
    Description = "How many instances of the service use the database, if money moves.",
    DefaultValueFactory = _ => 1,
};
var root = new RootCommand(
    "Many clients move money at once, or enrol people, over a bad network, while the service and PostgreSQL are killed; then every acknowledged "
        + "operation must be there exactly once, and no refused one."
)
{
    seed,
    seconds,
    clients,
    events,
    instances,
};
root.SetAction(
    (parsed, cancellation) =>
        parsed.GetValue(events)
            ? new EventsRun(
                parsed.GetValue(seed),
                TimeSpan.FromSeconds(parsed.GetValue(seconds)),
                parsed.GetValue(clients)
            ).RunAsync(cancellation)
            : new SimulationRun(
                parsed.GetValue(seed),
                TimeSpan.FromSeconds(parsed.GetValue(seconds)),
                parsed.GetValue(clients),
                parsed.GetValue(instances)
            ).RunAsync(cancellation)
);
return await root.Parse(args).InvokeAsync();
