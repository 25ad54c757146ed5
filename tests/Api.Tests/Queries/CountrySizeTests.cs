using Npgsql;
using TeacherDevPlan.Harness.Shapes;
using TeacherDevPlan.Infrastructure.Hosting;

namespace TeacherDevPlan.Api.Tests;

/// <summary>
/// Where an answer is of one size, the rows that PostgreSQL reads for it do not grow with the country: the same query on a
/// country of four times as many offices. More queries: SIZE_SHAPES=2000; the same again: SIZE_SEED=number of the message.
/// </summary>
public sealed class CountrySizeTests(PlanService service) : PlanTests(service)
{
    private const int Shapes = 400;

    /// <summary>
    /// Rows that a query may read more: PostgreSQL, whose samples of a table differ each time, may find that a small index or the
    /// ledger of one office, of about a thousand entries, is sooner read whole than looked up row by row. What grows with
    /// the country grows by far more.
    /// </summary>
    private const double Slack = 1500;

    private const double Most = 1.5;

    /// <summary>
    /// Tables of at most a few thousand rows in the whole country: reading one whole takes a millisecond or two, which is less
    /// than an index for each key would be worth.
    /// </summary>
    private static readonly HashSet<string> SmallTables =
    [
        "offices",
        "districts",
        "org_units",
        "development_plans",
        "plan_budgets",
        "strategic_plans",
        "strategic_plan_texts",
        "strategies",
        "indicators",
        "instance_secrets",
    ];

    private static readonly (int Offices, int Disbursements)[] Sizes = [(30, 20_000), (90, 60_000)];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_query_reads_as_many_rows_in_a_large_country_as_in_a_small_one()
    {
        await using var server = new TestServer();
        var small = await CountryAsync(server, Sizes[0]);
        if (server.Log is null)
            Assert.Skip("Only the log of the embedded server can be read.");
        var large = await CountryAsync(server, Sizes[1]);
        var seed = Reads.ReadPropertyTests.Setting("SIZE_SEED") ?? 1;
        await using var smaller = await Service.StartAnotherAsync(WithoutLimits, logins: small);
        await using var larger = await Service.StartAnotherAsync(WithoutLimits, logins: large);
        using var client = new ShapeClient(new Uri($"{smaller.Urls.First()}/graphql"));
        using var other = new ShapeClient(new Uri($"{larger.Urls.First()}/graphql"));
        var shapes = (await new ShapeMaker(client).MakeAsync(Cancellation))
            .Where(shape => IsBounded(shape.Class) && shape.NextOf is null)
            .ToArray();
        new Random(seed).Shuffle(shapes);
        var rows = new ReadRows(server.Log);
        var grown = new List<string>();
        foreach (var shape in shapes.Take(Reads.ReadPropertyTests.Setting("SIZE_SHAPES") ?? Shapes))
        {
            var before = await RowsAsync(client, shape, rows);
            var after = await RowsAsync(other, shape, rows);
            if (after.Values.Sum() > (before.Values.Sum() * Most) + Slack)
                grown.Add($"{shape.Name}: {Told(before)} became {Told(after)}\n{shape.Query}");
        }

        grown.ShouldBeEmpty($"SIZE_SEED={seed}");
    }

    private static readonly (string, string)[] WithoutLimits =
    [
        ("RateLimits:AnonymousPerSecond", "0"),
        ("Commitments:ReleaseEveryMinutes", "1440"),
    ];

    private static bool IsBounded(ShapeClass shapes) =>
        shapes == ShapeClass.BelowOne
        || shapes == ShapeClass.BelowFifty
        || shapes == ShapeClass.Office
        || shapes == ShapeClass.ByKey;

    private static async Task<Dictionary<string, double>> RowsAsync(ShapeClient client, Shape shape, ReadRows rows)
    {
        await rows.TakeAsync(Cancellation);
        await client.SendAsync(shape.Query, Cancellation);
        var read = await rows.TakeAsync(Cancellation);
        return read.Where(table => !SmallTables.Contains(table.Key)).ToDictionary();
    }

    private static string Told(Dictionary<string, double> read) =>
        string.Join(", ", read.Where(table => table.Value > 0).Select(table => $"{table.Key} {table.Value}"));

    private static async Task<DatabaseLogins> CountryAsync(TestServer server, (int Offices, int Disbursements) size)
    {
        var logins = await SeededCountry.CreateAsync(server, size.Offices, size.Disbursements);
        await using var source = NpgsqlDataSource.Create(logins.Owner);
        var database = new NpgsqlConnectionStringBuilder(logins.Owner).Database;
        foreach (var setting in ReadRows.Settings)
        {
            await using var command = source.CreateCommand($"ALTER DATABASE {database} SET {setting}");
            await command.ExecuteNonQueryAsync(Cancellation);
        }

        return logins;
    }
}
