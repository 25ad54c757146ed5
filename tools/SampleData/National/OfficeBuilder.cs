using TeacherDevPlan.SampleData.National.Rows;
using TeacherDevPlan.SampleData.National.Vocabulary;

namespace TeacherDevPlan.SampleData.National;

/// <summary>An office that already exists in the database.</summary>
internal sealed record KnownOffice(
    Guid Id,
    IReadOnlyList<NumberedRow> Units,
    IReadOnlyList<StaffRow> Staff,
    IReadOnlyList<KnownStrategies> StrategicPlans,
    IReadOnlyList<int> Years
);

/// <summary>An existing strategic plan with its strategies.</summary>
internal sealed record KnownStrategies(StrategicPlanRow Plan, IReadOnlyList<NumberedRow> Strategies);

/// <summary>
/// Generates one office with everything that belongs to it. The result depends only on the options and the office.
/// </summary>
/// <param name="people">Generates the people of the office; null for none.</param>
internal sealed class OfficeBuilder(
    NationalOptions options,
    IReadOnlyList<DefinitionRow> catalogue,
    OfficeArea area,
    PeopleBuilder? people = null
)
{
    private const int YearsOfStrategicPlan = 5;

    /// <summary>
    /// Strategic plans begin every five years, counted from this year (the national plan of 2566 to 2570).
    /// </summary>
    private const int FirstPeriod = 2566;

    private readonly Dice dice = Dice.For(options.Seed, area.Code);
    private readonly OfficeRows rows = new();

    /// <param name="staff">The number of staff members of the office.</param>
    /// <param name="known">The existing office, which is kept; only years without a plan get one.</param>
    public OfficeRows Build(int staff, KnownOffice? known)
    {
        var ids = new SeededIds(dice, StartOf(options));
        known ??= BuildOffice(ids);
        rows.Staff.AddRange(
            People.Of(
                known.Id,
                known.Units,
                known.Staff.Select(member => member.Name),
                Math.Max(0, staff - known.Staff.Count),
                dice,
                ids
            )
        );
        StaffRow[] everybody = [.. known.Staff, .. rows.Staff];
        var plans = known.StrategicPlans.ToList();
        for (var year = options.FirstYear; year <= options.CurrentYear; year++)
        {
            if (known.Years.Contains(year))
                continue;
            if (plans.Find(one => year >= one.Plan.FirstYear && year <= one.Plan.LastYear) is not { } standing)
                plans.Add(standing = BuildStrategicPlan(known.Id, year, ids));
            new PlanBuilder(options, area, rows, dice).Build(known, everybody, standing, year);
        }

        people?.Build(area, known, rows);
        return rows;
    }

    /// <summary>When the offices are stored: some months before their first plan.</summary>
    internal static DateTime StartOf(NationalOptions options) =>
        new Domain.Common.FiscalYear(options.FirstYear)
            .StartsOn.AddMonths(-3)
            .ToDateTime(new TimeOnly(3, 0), DateTimeKind.Utc);

    /// <summary>The id and the districts of an office that is generated, before it is generated.</summary>
    internal static (Guid Id, IReadOnlyList<string> Districts) Ahead(NationalOptions options, OfficeArea area)
    {
        var dice = Dice.For(options.Seed, area.Code);
        var id = new SeededIds(dice, StartOf(options)).Next();
        return (id, [.. Districts.Of(area.Province, dice)]);
    }

    private KnownOffice BuildOffice(SeededIds ids)
    {
        var id = ids.Next();
        rows.Offices.Add(new OfficeRow(id, area));
        foreach (var name in Districts.Of(area.Province, dice))
            rows.Districts.Add(new DistrictRow(ids.Next(), id, rows.Districts.Count, name));
        foreach (var name in Phrases.OrgUnits)
            rows.OrgUnits.Add(new NumberedRow(ids.Next(), id, rows.OrgUnits.Count + 1, name));
        return new KnownOffice(id, rows.OrgUnits, [], [], []);
    }

    private KnownStrategies BuildStrategicPlan(Guid officeId, int year, SeededIds ids)
    {
        var periods = (int)Math.Floor((year - FirstPeriod) / (double)YearsOfStrategicPlan);
        var first = FirstPeriod + periods * YearsOfStrategicPlan;
        var plan = new StrategicPlanRow(ids.Next(), officeId, first, first + YearsOfStrategicPlan - 1);
        rows.StrategicPlans.Add(plan);
        return new KnownStrategies(plan, new StrategyBuilder(options, catalogue, area, rows, dice, ids).Build(plan));
    }
}
