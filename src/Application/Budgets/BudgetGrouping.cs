using System.Linq.Expressions;
using TeacherDevPlan.Application.Common.Models;
using TeacherDevPlan.Application.Common.Querying;
using TeacherDevPlan.Domain.Offices;
using TeacherDevPlan.Domain.Plans;

namespace TeacherDevPlan.Application.Budgets;

/// <summary>A grouping of projects: the key, label and order of its groups.</summary>
internal sealed class BudgetGrouping
{
    private static readonly Dictionary<BudgetGroup, BudgetGrouping> All = new()
    {
        [BudgetGroup.Office] = new(project => project.Plan.Office.Code, project => project.Plan.Office.Name),
        [BudgetGroup.Province] = new(
            project => project.Plan.Office.ProvinceCode,
            project => project.Plan.Office.Province
        ),
        [BudgetGroup.Project] = new(
            project => project.Id,
            project => project.Name,
            project => project.Number,
            nameof(Project)
        ),
        [BudgetGroup.Strategy] = new(
            project => project.StrategyId,
            project => project.Strategy.Name,
            project => project.Strategy.Number,
            nameof(Strategy)
        ),
        [BudgetGroup.ResponsibleUnit] = new(
            project => project.ResponsibleUnitId,
            project => project.ResponsibleUnit.Name,
            project => project.ResponsibleUnit.Number,
            nameof(OrgUnit)
        ),
    };

    private readonly string? node;

    /// <param name="node">For groups that are objects with global ids: the type of these objects.</param>
    private BudgetGrouping(
        Expression<Func<Project, object?>> key,
        Expression<Func<Project, object?>> label,
        Expression<Func<Project, object?>>? number = null,
        string? node = null
    )
    {
        Expression<Func<Project, object?>> office = project => project.Plan.Office.Code;
        Keys = number is null
            ? [MemberPath.Of(key), MemberPath.Of(label)]
            : [MemberPath.Of(key), MemberPath.Of(label), MemberPath.Of(number), MemberPath.Of(office)];
        this.node = node;
    }

    public IReadOnlyList<MemberPath> Keys { get; }

    public static BudgetGrouping Of(BudgetGroup group) => All[group];

    /// <summary>
    /// The groups in order: by office, by number, by key. A key may have several labels, because offices print the name
    /// of their province differently.
    /// </summary>
    public IEnumerable<(string Key, string Label, IReadOnlyList<GroupRow> Rows)> InOrder(
        IReadOnlyList<GroupRow> rows
    ) =>
        rows.GroupBy(KeyOf)
            .OrderBy(group => group.Select(OfficeOf).Min(StringComparer.Ordinal), StringComparer.Ordinal)
            .ThenBy(group => group.Min(NumberOf))
            .ThenBy(group => group.Key, StringComparer.Ordinal)
            .Select(group =>
                (
                    group.Key,
                    group.Select(row => (string)row.Keys[1]!).Min(StringComparer.Ordinal)!,
                    (IReadOnlyList<GroupRow>)[.. group]
                )
            );

    private string KeyOf(GroupRow row) =>
        node is null ? (string)row.Keys[0]! : new NodeId(node, (Guid)row.Keys[0]!).ToString();

    private static string OfficeOf(GroupRow row) => (string)(row.Keys.Count > 2 ? row.Keys[3] : row.Keys[0])!;

    private static int NumberOf(GroupRow row) => row.Keys.Count > 2 ? (int)row.Keys[2]! : 0;
}
