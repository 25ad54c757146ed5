using System.Runtime.CompilerServices;
using TeacherDevPlan.Domain.Budgets;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Findings.Rules.Common;
using TeacherDevPlan.Domain.Plans.Document;

namespace TeacherDevPlan.Domain.Findings.Rules.Spending;

/// <summary>An activity's row in its project's spending table.</summary>
/// <param name="Key">The number within the project, with its occurrence if the number repeats: "2.1", "2.1#2".</param>
/// <param name="Path">The positions of the activity and its ancestors among their siblings, from the top.</param>
internal sealed record SpendingRow(ActivityDocument Activity, string Key, IReadOnlyList<int> Path)
{
    /// <summary>Whether the row is printed one or more columns off, compared with the other rows.</summary>
    public bool Shifted { get; init; }

    /// <summary>The amounts, moved back to their columns if the row was read shifted.</summary>
    public PrintedAmounts Amounts { get; init; } = Activity.Printed;

    /// <summary>The columns of which the cell is reported as not read.</summary>
    public IReadOnlySet<SpendingColumn> Unread { get; init; } = new HashSet<SpendingColumn>();

    public bool PrintsAmounts => SpendingColumns.All.Any(column => column.Of(Activity.Printed) is not null);

    /// <summary>
    /// The printed total minus the sum of the quarters: 0 if they agree, null if one of them is not printed.
    /// </summary>
    public decimal? Delta =>
        Shifted || Unread.Count > 0 ? null
        : Activity.Printed.QuarterSum() is { } sum ? Activity.Total - sum
        : null;
}

/// <summary>
/// A project's spending table: its rows, which of them the total row sums, and the error of each of its sums. A delta
/// is the printed value minus the computed one.
/// </summary>
internal sealed class SpendingTable
{
    /// <summary>The tables by plan, while the plan is in use, because ten rules read them.</summary>
    private static readonly ConditionalWeakTable<PlanFile, IReadOnlyList<SpendingTable>> Known = [];

    private readonly HashSet<object> summed;
    private readonly decimal?[] computed;

    private SpendingTable(
        ProjectDocument project,
        IReadOnlyList<SpendingRow> rows,
        IReadOnlyList<SpendingRow> summed,
        UnreadAmounts unread
    )
    {
        (Project, Rows, Summed, UnreadTotals) = (project, rows, summed, unread.OfTotals(project));
        this.summed = new HashSet<object>(summed.Select(row => row.Activity), ReferenceEqualityComparer.Instance);
        computed = [.. SpendingColumns.All.Select(SumOf)];
    }

    public ProjectDocument Project { get; }

    /// <summary>All rows, in the order of the table.</summary>
    public IReadOnlyList<SpendingRow> Rows { get; }

    /// <summary>The rows that the total row sums: a parent that prints amounts represents its sub-activities.</summary>
    public IReadOnlyList<SpendingRow> Summed { get; }

    /// <summary>The columns of which the cell in the total row is reported as not read.</summary>
    public IReadOnlySet<SpendingColumn> UnreadTotals { get; }

    /// <summary>The tables of all projects, built once for a plan.</summary>
    public static IReadOnlyList<SpendingTable> Of(PlanFile plan) => Known.GetValue(plan, Build);

    private static IReadOnlyList<SpendingTable> Build(PlanFile plan)
    {
        var unread = UnreadAmounts.In(plan);
        return [.. plan.DevelopmentPlan.Projects.Select(project => Of(plan, project, unread))];
    }

    /// <summary>The table with its rows only: as if everything was read.</summary>
    public static SpendingTable OfRows(PlanFile plan, ProjectDocument project) =>
        Of(plan, project, Enumerable.Empty<Source>().ToLookup(source => source.Table));

    private static SpendingTable Of(PlanFile plan, ProjectDocument project, ILookup<int?, Source> unread)
    {
        var rows = new List<SpendingRow>();
        Collect(project.Activities, [], rows, []);
        var amounts = UnreadAmounts.Of(plan, project, rows.Select(row => row.Activity), unread);
        rows = rows.ConvertAll(row => row with { Unread = amounts.Of(row.Activity) });
        rows = RowShifts.Marked(plan.Sources, project, rows);
        var table = Of(project, rows, amounts);
        return RowShifts.MovedBack(table) is { } moved
            ? Of(project, [.. rows.Select(row => ReferenceEquals(row.Activity, moved.Activity) ? moved : row)], amounts)
            : table;
    }

    private static SpendingTable Of(ProjectDocument project, List<SpendingRow> rows, UnreadAmounts unread)
    {
        var summed = new List<SpendingRow>();
        CollectSummed(
            project.Activities,
            rows.ToDictionary<SpendingRow, object>(row => row.Activity, ReferenceEqualityComparer.Instance),
            summed
        );
        return new SpendingTable(project, rows, summed, unread);
    }

    public decimal? Stated(SpendingColumn column) => Project.PrintedTotals is { } totals ? column.Of(totals) : null;

    /// <summary>The sum of a column. A row without a printed total counts with the sum of its quarters.</summary>
    public decimal? Computed(SpendingColumn column) => computed[(int)column];

    public bool Sums(SpendingRow row) => summed.Contains(row.Activity);

    public decimal? ColumnDelta(SpendingColumn column) => Stated(column) - Computed(column);

    /// <summary>The total row's total minus the sum of its quarters.</summary>
    public decimal? TotalRowDelta =>
        UnreadTotals.Count > 0 ? null : Stated(SpendingColumn.Total) - Project.PrintedTotals?.QuarterSum();

    /// <summary>Whether wrong quarter sums explain the wrong total of the total row.</summary>
    public bool TotalRowIsExplained =>
        TotalRowDelta is { } delta
        && Amounts.AnyAddUpTo(
            [.. SpendingColumns.Quarters.Select(ColumnDelta).OfType<decimal>().Where(d => d != 0)],
            -delta
        );

    /// <summary>
    /// Whether the total row's total agrees with neither its quarters nor its column, and is therefore the wrong value.
    /// </summary>
    public bool TotalIsWrong =>
        TotalRowDelta is { } delta && delta != 0 && !TotalRowIsExplained && ColumnDelta(SpendingColumn.Total) == delta;

    public LocalText Location(SpendingRow row) => LocationOf(Project, row);

    public static LocalText LocationOf(ProjectDocument project, SpendingRow row) =>
        Labels
            .Project(project)
            .And(
                Labels.Named(
                    new($"activity {row.Activity.Number}", $"กิจกรรมที่ {row.Activity.Number}"),
                    row.Activity.Name
                )
            );

    public string Place(SpendingRow row) => $"{Labels.ProjectKey(Project)}/activity {row.Key}";

    private decimal? SumOf(SpendingColumn column) =>
        Summed.Any(row => IsUnknown(row, column))
            ? null
            : Amounts.Sum(
                Summed.Select(row =>
                    column.Of(row.Amounts) ?? (column == SpendingColumn.Total ? row.Amounts.QuarterSum() : null)
                )
            );

    private static bool IsUnknown(SpendingRow row, SpendingColumn column) =>
        row.Unread.Contains(column)
        || (column == SpendingColumn.Total && row.Unread.Count > 0 && row.Activity.Total is null);

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
            if (activity.SubActivities.Count == 0 || RepresentsItsParts(activity))
                summed.Add(rows[activity]);
            else
                CollectSummed(activity.SubActivities, rows, summed);
        }
    }

    /// <summary>
    /// Whether the row has amounts of its own. A row that prints only "-" above parts with amounts is a heading.
    /// </summary>
    public static bool RepresentsItsParts(ActivityDocument activity)
    {
        var printed = SpendingColumns.All.Select(column => column.Of(activity.Printed)).OfType<decimal>().ToList();
        return printed.Any(amount => amount != 0) || (printed.Count > 0 && !activity.SubActivities.Any(PrintsMoney));
    }

    private static bool PrintsMoney(ActivityDocument activity) =>
        SpendingColumns.All.Any(column => column.Of(activity.Printed) is > 0)
        || activity.SubActivities.Any(PrintsMoney);
}
