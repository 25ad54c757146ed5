using TeacherDevPlan.Domain.Plans.Document;
using TeacherDevPlan.Infrastructure.Importing.Text.Layout;
using TeacherDevPlan.Infrastructure.Importing.Text.Words;

namespace TeacherDevPlan.Infrastructure.Importing.Text.Projects;

/// <summary>
/// A table with the number of projects of each strategy and their budgets, which repeats what the chapters say. A cell that
/// says the same is read; others remain unread.
/// </summary>
internal sealed class StrategySummary(
    IReadOnlyList<StrategyDocument> strategies,
    IReadOnlyList<ProjectDocument> projects
)
{
    public void Check(Table table)
    {
        var heads = table.Rows[0].Filled.ToList();
        var name = heads.Find(cell =>
            Terms.Are(Concept.StrategyNumber, cell.Flat) || Terms.Are(Concept.Strategy, cell.Flat)
        );
        var count = heads.Find(cell => Terms.Are(Concept.ProjectCount, cell.Flat));
        var budget = heads.Find(cell =>
            Terms.Are(Concept.Amount, cell.Flat) || Terms.Are(Concept.ListedBudget, cell.Flat)
        );
        if (name is null || (count is null && budget is null) || ProjectList.NameColumn(table.Rows[0]) is not null)
            return;
        var rows = table.Rows.Skip(1).Select(row => (Row: row, Projects: ProjectsOf(row, name.Index))).ToList();
        if (!rows.Exists(one => one.Projects is not null && !one.Row.IsTotal))
            return;
        heads.FindAll(cell => cell == name || Terms.Are(Concept.Counter, cell.Flat)).ForEach(cell => cell.UseAsHead());
        foreach (var (row, own) in rows)
        {
            if (own is null)
                continue;
            Use(row, count, text => Numbers.Count(text) == own.Count);
            Use(row, budget, text => Numbers.Money(text) == own.Sum(project => project.StatedBudget));
            if (row[name.Index] is { Used: false, IsEmpty: false } printed)
                printed.Use(printed.Flat);
            if (row.Filled.First() is var first && (row.IsTotal || Marker.IsNumber(first.Flat)))
                first.Use(first.Flat);
        }
    }

    /// <summary>The projects of the strategy in a row, or all in the total row; null if the row is neither.</summary>
    private List<ProjectDocument>? ProjectsOf(Row row, int name)
    {
        if (row.IsTotal)
            return [.. projects];
        if (row[name] is not { IsEmpty: false } cell)
            return null;
        var number = Terms.Numbered(Concept.StrategyNumber, cell.Flat)?.Number;
        var strategy = strategies.FirstOrDefault(one =>
            one.Number == number || Likeness.Of(Markup.Squeeze(one.Name), Markup.Squeeze(cell.Flat)) >= Likeness.Same
        );
        return strategy is null ? null : [.. projects.Where(project => project.Strategy == strategy.Number)];
    }

    private static void Use(Row row, Cell? head, Func<string, bool> says)
    {
        if (head is null || row[head.Index] is not { IsEmpty: false } cell || !says(cell.Flat))
            return;
        cell.Use(cell.Flat);
        head.UseAsHead();
    }
}
