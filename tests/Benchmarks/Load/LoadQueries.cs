using TeacherDevPlan.Application.Common.Querying;

namespace TeacherDevPlan.Benchmarks.Load;

/// <summary>
/// Creates the measured queries from the contents of the database, with parameters all over the country in a fixed
/// shuffled order.
/// </summary>
internal sealed class LoadQueries(Country country, LoadPages pages)
{
    private const int Seed = 1;

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
                Mixed(await pages.SecondByNameAsync(cancellationToken)),
                LoadGoal.CpuRatio
            ),
            "Q3" => IndicatorsOf(offices, years[^1]),
            "Q4" => Budgets(years),
            "Q5" => Projects(await country.ProjectsAsync(null, cancellationToken)),
            "Q6" => new LoadQuery(
                name,
                "all indicators of all offices for one year, pages of 500",
                Mixed(await pages.OfIndicatorsAsync(years, cancellationToken)),
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

    private static LoadCall[] Mixed(IEnumerable<LoadCall> calls)
    {
        var mixed = calls.ToArray();
#pragma warning disable CA5394 // Shuffling needs no cryptographic randomness.
        new Random(Seed).Shuffle(mixed);
#pragma warning restore CA5394
        return mixed;
    }
}
