using System.Text;
using TeacherDevPlan.Benchmarks.Load;
using TeacherDevPlan.Harness.Shapes;

namespace TeacherDevPlan.Benchmarks.Shapes;

/// <summary>Measures the cost of new queries: CPU time, and memory that is not released.</summary>
/// <param name="serverId">The process id of the service.</param>
/// <param name="postgresId">The process id of the postmaster.</param>
internal sealed class NewShapes(ShapeClient client, ShapeMaker maker, int serverId, int postgresId)
{
    private const int Timed = 200;
    private const int Kept = 2000;
    private const int Longest = 2048;
    private readonly Random random = new();
    private int made;

    /// <summary>
    /// The additional ms of CPU, in server and PostgreSQL, of the first execution compared with the next one.
    /// </summary>
    public async Task<(double Server, double Postgres)> CpuAsync(CancellationToken cancellationToken)
    {
        foreach (var query in Queries(Timed))
            await SendAsync(query, cancellationToken);
        var queries = Queries(Timed).ToList();
        var first = await CpuOfAsync(queries, cancellationToken);
        var next = await CpuOfAsync(queries, cancellationToken);
        return ((first.Server - next.Server) / Timed, (first.Postgres - next.Postgres) / Timed);
    }

    /// <summary>The growth in MB of the service's and of PostgreSQL's private memory.</summary>
    public async Task<(double Server, double Postgres)> MemoryAsync(CancellationToken cancellationToken)
    {
        var (server, postgres) = (Resident.Now(serverId), Resident.OwnOfTree(postgresId));
        foreach (var query in Queries(Kept))
            await SendAsync(query, cancellationToken);
        return (Resident.Now(serverId) - server, Resident.OwnOfTree(postgresId) - postgres);
    }

    private async Task<(double Server, double Postgres)> CpuOfAsync(
        IEnumerable<string> queries,
        CancellationToken cancellationToken
    )
    {
        var (server, postgres) = (CpuTime.Of(serverId), CpuTime.OfTree(postgresId));
        foreach (var query in queries)
            await SendAsync(query, cancellationToken);
        return (
            (CpuTime.Of(serverId) - server).TotalMilliseconds,
            (CpuTime.OfTree(postgresId) - postgres).TotalMilliseconds
        );
    }

    private async Task SendAsync(string query, CancellationToken cancellationToken)
    {
        var (_, answer) = await client.SendAsync(query, cancellationToken);
        if (ShapeClient.ErrorOf(answer) is { } error)
            throw new InvalidOperationException($"{error.Code}: {error.Message}: {query}");
    }

    private IEnumerable<string> Queries(int count) => Enumerable.Range(0, count).Select(_ => Query());

    /// <summary>
    /// Short lists with random conditions and orders, as many as requested, with aliases that are never repeated.
    /// </summary>
    private string Query()
    {
        var text = new StringBuilder("{");
        var lists = maker.Lists.ToList();
        while (true)
        {
            var list = lists[random.Next(lists.Count)];
            var part =
                $" s{made++}: {list.Name}(first: {random.Next(1, 4)}) {{ nodes {{ {Some(maker.Schema.NodeOf(list)!)} }} }}";
            if (text.Length + part.Length > Longest * 3 / 4)
                return text.Append(" s: __typename }").ToString();
            text.Append(part);
        }
    }

    /// <summary>Some of the fields of a row, in random order.</summary>
    private string Some(SchemaType node)
    {
        var all = maker
            .Selections.Fields(node)
            .Select(field => maker.Selections.Below(field, 2, maker.Selections.Leaves));
        var below = all.Where(text => text.Length is > 0 and < 300).ToArray();
        var leaves = maker.Selections.Leaves(node).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        random.Shuffle(below);
        random.Shuffle(leaves);
        return string.Join(' ', leaves.Take(random.Next(1, leaves.Length + 1)).Concat(below.Take(1)));
    }
}
