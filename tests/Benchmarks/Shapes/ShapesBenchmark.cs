using System.Globalization;
using TeacherDevPlan.Benchmarks.Load;
using TeacherDevPlan.Harness.Shapes;

namespace TeacherDevPlan.Benchmarks.Shapes;

/// <summary>
/// Measures arbitrary queries that are generated from the schema of the running service, each with the goal of its
/// class.
/// </summary>
internal static class ShapesBenchmark
{
    public static async Task RunAsync(ShapesOptions options, CancellationToken cancellationToken)
    {
        await using var own = options.Url is null
            ? await Deployment.StartAsync(options.Data, [], cancellationToken)
            : null;
        using var client = new ShapeClient(options.Url ?? own!.Endpoint);
        var maker = new ShapeMaker(client);
        var all = (await maker.MakeAsync(cancellationToken)).Where(IsWanted).ToArray();
        Console.Error.WriteLine($"{all.Length} queries ...");
        // A fixed shuffled order, so that a shortened run includes all kinds of queries.
        new Random(1).Shuffle(all);
        var measuring = new ShapeMeasuring(client, maker.Unit);
        var measured = await measuring.RunAsync(all, options.Time, cancellationToken);
        Console.WriteLine(ShapesReport.Of(measured, measuring.Unit));
        if (options.Csv is { } path)
            await ShapesReport.WriteAsync(path, measured, measuring.Unit, cancellationToken);
        if (own is not null)
            await NewAsync(new NewShapes(client, maker, own.Service.ServerId, own.Service.PostgresId));
        else if (Running.Find(options.Data) is { } running)
            await NewAsync(new NewShapes(client, maker, running.ServerId, running.PostgresId));

        bool IsWanted(Shape shape) =>
            options.Lists.Count == 0
            || options.Lists.Any(list => shape.Name.StartsWith($"{list} ", StringComparison.Ordinal));

        async Task NewAsync(NewShapes shapes)
        {
            var memory = await shapes.MemoryAsync(cancellationToken);
            var cpu = await shapes.CpuAsync(cancellationToken);
            Print($"additional CPU of the first execution of a query: {cpu.Server:0.0} + {cpu.Postgres:0.0} ms (≤ 5)");
            Print($"Memory of 2,000 queries seen: {memory.Server:0} + {memory.Postgres:0} MB (≤ 60)");
        }
    }

    private static void Print(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
