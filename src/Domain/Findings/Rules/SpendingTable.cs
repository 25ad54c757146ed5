using TeacherDevPlan.Domain.Budgets;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Plans.Document;

namespace TeacherDevPlan.Domain.Findings.Rules;

/// <summary>An activity's row in its project's spending table.</summary>
/// <param name="Key">Its number in the project, with its occurrence where the number repeats: "2.1", "2.1#2".</param>
/// <param name="Path">Its place among its siblings, from the top.</param>
internal sealed record SpendingRow(ActivityDocument Activity, string Key, IReadOnlyList<int> Path)
{
    /// <summary>Its cells stand one or more cells beside those of the other rows.</summary>
    public bool Shifted { get; init; }

    /// <summary>Its amounts, moved back to their columns where the row was read shifted.</summary>
    public PrintedAmounts Amounts { get; init; } = Activity.Printed;

    public bool PrintsAmounts => SpendingColumns.All.Any(column => column.Of(Activity.Printed) is not null);

    /// <summary>Its printed total beyond the sum of its quarters: 0 where they agree, null where one side is not printed.</summary>
    public decimal? Delta =>
        Shifted ? null
        : Activity.Printed.QuarterSum() is { } sum ? Activity.Total - sum
        : null;
}

/// <summary>
/// A project's spending table: its rows, which of them are summed up by the total row, and by how much each of its equations
/// is not met. A delta is what is printed beyond what was computed.
/// </summary>
internal sealed class SpendingTable
{
    private readonly HashSet<object> summed;
    private readonly decimal?[] computed;

    private SpendingTable(ProjectDocument project, IReadOnlyList<SpendingRow> rows, IReadOnlyList<SpendingRow> summed)
    {
        (Project, Rows, Summed) = (project, rows, summed);
        this.summed = new HashSet<object>(summed.Select(row => row.Activity), ReferenceEqualityComparer.Instance);
        computed = [.. SpendingColumns.All.Select(SumOf)];
    }

    public ProjectDocument Project { get; }

    /// <summary>All of them, in the order of the table.</summary>
    public IReadOnlyList<SpendingRow> Rows { get; }

    /// <summary>The rows that the total row sums up: a parent that prints amounts stands for its sub-activities.</summary>
    public IReadOnlyList<SpendingRow> Summed { get; }

    public static IEnumerable<SpendingTable> Of(PlanFile plan) =>
        plan.DevelopmentPlan.Projects.Select(project => Of(plan, project));

    public static SpendingTable Of(PlanFile plan, ProjectDocument project)
    {
        var rows = new List<SpendingRow>();
        Collect(project.Activities, [], rows, []);
        rows = RowShifts.Marked(plan.Sources, project, rows);
        var table = Of(project, rows);
        return RowShifts.MovedBack(table) is { } moved
            ? Of(project, [.. rows.Select(row => ReferenceEquals(row.Activity, moved.Activity) ? moved : row)])
            : table;
    }

    private static SpendingTable Of(ProjectDocument project, List<SpendingRow> rows)
    {
        var summed = new List<SpendingRow>();
        CollectSummed(
            project.Activities,
            rows.ToDictionary<SpendingRow, object>(row => row.Activity, ReferenceEqualityComparer.Instance),
            summed
        );
        return new SpendingTable(project, rows, summed);
    }

    public decimal? Stated(SpendingColumn column) => Project.PrintedTotals is { } totals ? column.Of(totals) : null;

    /// <summary>The sum of a column's rows. A row without a total counts with its quarters.</summary>
    public decimal? Computed(SpendingColumn column) => computed[(int)column];

    public bool Sums(SpendingRow row) => summed.Contains(row.Activity);

    public decimal? ColumnDelta(SpendingColumn column) => Stated(column) - Computed(column);

    /// <summary>The total row's total beyond the sum of its quarters.</summary>
    public decimal? TotalRowDelta => Stated(SpendingColumn.Total) - Project.PrintedTotals?.QuarterSum();

    /// <summary>Wrong sums of quarters that add up to a wrong sum of the total row.</summary>
    public bool TotalRowIsExplained =>
        TotalRowDelta is { } delta
        && Amounts.AnyAddUpTo(
            [.. SpendingColumns.Quarters.Select(ColumnDelta).OfType<decimal>().Where(d => d != 0)],
            -delta
        );

    /// <summary>The total of the total row agrees with neither its quarters nor its column: it is the one that is wrong.</summary>
    public bool TotalIsWrong =>
        TotalRowDelta is { } delta && delta != 0 && !TotalRowIsExplained && ColumnDelta(SpendingColumn.Total) == delta;

    public LocalText Location(SpendingRow row) =>
        Labels.Project(Project).And($"activity {row.Activity.Number}", $"กิจกรรมที่ {row.Activity.Number}");

    public string Place(SpendingRow row) => $"{Labels.ProjectKey(Project)}/activity {row.Key}";

    private decimal? SumOf(SpendingColumn column) =>
        Amounts.Sum(
            Summed.Select(row =>
                column.Of(row.Amounts) ?? (column == SpendingColumn.Total ? row.Amounts.QuarterSum() : null)
            )
        );

    private static void Collect(
        IReadOnlyList<ActivityDocument> activities,
        IReadOnlyList<int> path,
        List<SpendingRow> rows,
        Dictionary<string, int> seen
    )
    {
        for (var i = 0; i < activities.Count; i++)
        {
            var number = activities[i].Number;
            var occurrence = seen[number] = seen.GetValueOrDefault(number) + 1;
            rows.Add(new SpendingRow(activities[i], occurrence == 1 ? number : $"{number}#{occurrence}", [.. path, i]));
            Collect(activities[i].SubActivities, [.. path, i], rows, seen);
        }
    }

    private static void CollectSummed(
        IReadOnlyList<ActivityDocument> activities,
        Dictionary<object, SpendingRow> rows,
        List<SpendingRow> summed
    )
    {
        foreach (var activity in activities)
        {
            if (activity.SubActivities.Count == 0 || StandsForItsParts(activity))
                summed.Add(rows[activity]);
            else
                CollectSummed(activity.SubActivities, rows, summed);
        }
    }

    /// <summary>It prints amounts of its own. A row of nothing but "-" above parts with amounts is a heading.</summary>
    public static bool StandsForItsParts(ActivityDocument activity)
    {
        var printed = SpendingColumns.All.Select(column => column.Of(activity.Printed)).OfType<decimal>().ToList();
        return printed.Any(amount => amount != 0) || (printed.Count > 0 && !activity.SubActivities.Any(PrintsMoney));
    }

    private static bool PrintsMoney(ActivityDocument activity) =>
        SpendingColumns.All.Any(column => column.Of(activity.Printed) is > 0)
        || activity.SubActivities.Any(PrintsMoney);
}
