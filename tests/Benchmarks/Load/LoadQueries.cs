using System.Globalization;
using System.Text.Json;
using TeacherDevPlan.Application.Common.Querying;

namespace TeacherDevPlan.Benchmarks.Load;

/// <summary>
/// Makes the measured queries on what is in the database: parameters all over the country, in a mixed order that is always the
/// same, and the cursors that pages are asked for with.
/// </summary>
internal sealed class LoadQueries(Country country, Side service)
{
    private const int Seed = 1;

    /// <summary>Words of project names, rare and frequent ones; those without a second page are left out.</summary>
    private static readonly string[] Words =
    [
        "ครู",
        "วิชาการ",
        "คุณธรรม",
        "ภาษาไทย",
        "ภาษาอังกฤษ",
        "ดิจิทัล",
        "นิเทศ",
        "ปฐมวัย",
        "ประกันคุณภาพ",
        "ผู้บริหาร",
        "พัสดุ",
        "บุคคล",
        "พิเศษ",
        "อ่าน",
        "ทักษะ",
        "สุจริต",
        "แผน",
        "หลักสูตร",
        "ความปลอดภัย",
        "ส่งเสริม",
    ];

    public static IReadOnlyList<string> Names { get; } = ["Q1", "Q2", "Q3", "Q4", "Q5", "Q6"];

    public async Task<LoadQuery> MakeAsync(string name, CancellationToken cancellationToken)
    {
        var offices = await country.OfficesAsync(cancellationToken);
        var years = await country.YearsAsync(cancellationToken);
        return name switch
        {
            "Q1" => ProjectsOf(offices),
            "Q2" => new LoadQuery(
                name,
                "text filter over the country, by name, page 2, totalCount",
                Mixed(await SecondPagesAsync(cancellationToken)),
                LoadGoal.CpuRatio
            ),
            "Q3" => IndicatorsOf(offices, years[^1]),
            "Q4" => Budgets(years),
            "Q5" => Projects(await country.ProjectsAsync(null, cancellationToken)),
            "Q6" => new LoadQuery(
                name,
                "all indicators of all offices for one year, pages of 500",
                Mixed(await PagesOfIndicatorsAsync(years, cancellationToken)),
                LoadGoal.CpuRatio
            ),
            _ => throw new ArgumentException($"There is no query {name}."),
        };
    }

    public static LoadQuery ProjectsOf(IReadOnlyList<string> offices) =>
        new(
            "Q1",
            "50 projects with activities and quarters",
            Mixed(
                offices.Select(office =>
                    LoadCall.Of(LoadDocuments.ProjectsOfOffice, new { office }, $"/Q1?office={office}")
                )
            ),
            LoadGoal.CpuRatio
        );

    public static LoadQuery IndicatorsOf(IReadOnlyList<string> offices, int year) =>
        new(
            "Q3",
            "25 indicators × 5 targets of one office",
            Mixed(
                offices.Select(office =>
                    LoadCall.Of(
                        LoadDocuments.IndicatorsOfOffice,
                        new { office, year },
                        $"/Q3?office={office}&year={year}"
                    )
                )
            ),
            LoadGoal.CpuRatio
        );

    public static LoadQuery Budgets(IReadOnlyList<int> years) =>
        new(
            "Q4",
            "budgetSummary by province for one year",
            [.. years.Select(year => LoadCall.Of(LoadDocuments.BudgetsByProvince, new { year }, $"/Q4?year={year}"))],
            LoadGoal.Latency
        );

    public static LoadQuery Projects(IReadOnlyList<Guid> projects) =>
        new(
            "Q5",
            "one project by id",
            Mixed(
                projects
                    .Select(project => new NodeId("Project", project).ToString())
                    .Select(id => LoadCall.Of(LoadDocuments.OneProject, new { id }, $"/Q5?id={id}"))
            ),
            LoadGoal.Throughput
        );

    private async Task<IReadOnlyList<LoadCall>> SecondPagesAsync(CancellationToken cancellationToken)
    {
        var calls = new List<LoadCall>();
        foreach (var word in Words)
        {
            var first = await service.AskAsync(
                LoadCall.Of(LoadDocuments.FirstByName, new { word }, ""),
                cancellationToken
            );
            var page = first.GetProperty("data").GetProperty("projects");
            if (!page.GetProperty("pageInfo").GetProperty("hasNextPage").GetBoolean())
                continue;
            var last = page.GetProperty("nodes").EnumerateArray().Last();
            calls.Add(
                LoadCall.Of(
                    LoadDocuments.ProjectsByName,
                    new { word, after = EndCursor(page) },
                    $"/Q2?word={Uri.EscapeDataString(word)}&name={Uri.EscapeDataString(last.GetProperty("name").GetString()!)}&id={IdOf(last)}"
                )
            );
        }

        return calls;
    }

    /// <summary>Follows the pages of every year to the end, once.</summary>
    private async Task<IReadOnlyList<LoadCall>> PagesOfIndicatorsAsync(
        IReadOnlyList<int> years,
        CancellationToken cancellationToken
    )
    {
        var calls = new List<LoadCall>();
        foreach (var year in years)
        {
            string? after = null;
            var place = $"strategy=-1&number=-1&id={Guid.Empty}";
            do
            {
                var call = LoadCall.Of(LoadDocuments.AllIndicators, new { year, after }, $"/Q6?year={year}&{place}");
                calls.Add(call);
                var page = (await service.AskAsync(call, cancellationToken))
                    .GetProperty("data")
                    .GetProperty("indicators");
                after = page.GetProperty("pageInfo").GetProperty("hasNextPage").GetBoolean() ? EndCursor(page) : null;
                var last = page.GetProperty("nodes").EnumerateArray().Last();
                place = string.Create(
                    CultureInfo.InvariantCulture,
                    $"strategy={last.GetProperty("strategy").GetProperty("number")}&number={last.GetProperty("number")}&id={IdOf(last)}"
                );
            } while (after is not null);
        }

        return calls;
    }

    private static string EndCursor(JsonElement page) =>
        page.GetProperty("pageInfo").GetProperty("endCursor").GetString()!;

    private static Guid IdOf(JsonElement node) =>
        NodeId.TryParse(node.GetProperty("id").GetString()!, out var id)
            ? id.Id
            : throw new InvalidOperationException($"No id: {node}");

    private static LoadCall[] Mixed(IEnumerable<LoadCall> calls)
    {
        var mixed = calls.ToArray();
#pragma warning disable CA5394 // An order, not a secret.
        new Random(Seed).Shuffle(mixed);
#pragma warning restore CA5394
        return mixed;
    }
}
