using TeacherDevPlan.Domain.Findings.Rules.Reading;
using TeacherDevPlan.Domain.Plans.Document;

namespace TeacherDevPlan.Domain.Findings.Rules.Spending;

/// <summary>
/// The cells of a project's spending table that are reported because they were not read. Their amounts are unknown, so
/// sums with them are not checked.
/// </summary>
internal sealed class UnreadAmounts
{
    private static readonly HashSet<SpendingColumn> None = [];

    private readonly SourceMap sources;
    private readonly Dictionary<int, HashSet<SpendingColumn>> lines = [];

    private UnreadAmounts(SourceMap sources) => this.sources = sources;

    /// <param name="unread">All such cells of the plan, by their table.</param>
    public static UnreadAmounts Of(
        PlanFile plan,
        ProjectDocument project,
        IEnumerable<ActivityDocument> activities,
        ILookup<int?, Source> unread
    )
    {
        var amounts = new UnreadAmounts(plan.Sources);
        if (unread.Count == 0)
            return amounts;
        var read =
            from part in activities.Cast<object>().Append(project)
            from column in SpendingColumns.All
            let source = plan.Sources.Of(part, column.Key())
            where source is { Table: not null }
            select (source.Table, source.Column, Of: column);
        foreach (var (table, at, column) in read.Distinct())
        {
            foreach (var source in unread[table].Where(source => source.Column == at))
            {
                if (!amounts.lines.TryGetValue(source.Line, out var columns))
                    amounts.lines.Add(source.Line, columns = []);
                columns.Add(column);
            }
        }

        return amounts;
    }

    public static ILookup<int?, Source> In(PlanFile plan) =>
        UnreadCells
            .Sources(plan, ExpectedValue.Amount)
            .Where(source => source.Table is not null)
            .ToLookup(source => source.Table);

    public IReadOnlySet<SpendingColumn> Of(ActivityDocument activity) => In(sources.Of(activity));

    public IReadOnlySet<SpendingColumn> OfTotals(ProjectDocument project) =>
        In(
            SpendingColumns
                .All.Select(column => sources.Of(project, column.Key()))
                .FirstOrDefault(one => one is not null)
        );

    private HashSet<SpendingColumn> In(Source? row) => row is null ? None : lines.GetValueOrDefault(row.Line, None);
}
