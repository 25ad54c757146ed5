using TeacherDevPlan.Domain.Budgets;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Plans.Document;
using TeacherDevPlan.Infrastructure.Importing.Text.Layout;
using TeacherDevPlan.Infrastructure.Importing.Text.TableReaders;
using TeacherDevPlan.Infrastructure.Importing.Text.Words;

namespace TeacherDevPlan.Infrastructure.Importing.Text.Projects;

/// <summary>
/// The columns of a list of projects that repeat what their chapters say: strategies, periods and amounts of quarters. A
/// cell that says the same is read; others remain unread. Numbers of pages repeat those of the document.
/// </summary>
internal static class ListedFacts
{
    /// <summary>Whether a list has such columns, by their headings.</summary>
    public static bool AreIn(IReadOnlyList<IReadOnlyList<Cell>> columns, int fiscalYear) =>
        columns.Any(heads =>
            heads is [.., var head]
            && (
                Terms.Are(Concept.Page, head.Flat)
                || Reader(head, fiscalYear) is not null
                || SpendingHead.Of(head.Flat).Kind == HeadKind.Quarter
            )
        );

    /// <param name="columns">The headings above each column.</param>
    /// <param name="rows">The rows with their projects; those of other rows are null.</param>
    public static void Check(
        IReadOnlyList<IReadOnlyList<Cell>> columns,
        IReadOnlyList<(Row Row, ProjectDocument? Project)> rows,
        int fiscalYear
    )
    {
        foreach (var (index, heads) in columns.Index())
        {
            if (heads is not [.., var head])
                continue;
            var cells = rows.Where(one => one.Row[index] is { IsEmpty: false, IsQuestioned: false })
                .Select(one => (Cell: one.Row[index]!, one.Project))
                .ToList();
            if (Terms.Are(Concept.Page, head.Flat))
                cells.ForEach(one => one.Cell.Repeat());
            else if (Reader(head, fiscalYear) is { } says)
                Check(head, cells, says);
            else if (SpendingHead.Of(head.Flat) is { Kind: HeadKind.Quarter, Quarter: var quarter })
                CheckQuarter(head, cells, quarter - 1);
        }
    }

    /// <summary>Whether a cell says what a project does, for a heading of a known kind; otherwise null.</summary>
    private static Func<string, ProjectDocument, bool>? Reader(Cell head, int fiscalYear) =>
        Terms.Are(Concept.StrategyNumber, head.Flat) || Terms.Are(Concept.Strategy, head.Flat) ? IsStrategy
        : Terms.Are(Concept.Period, head.Flat)
            ? (text, project) => ThaiPeriod.Of(text, fiscalYear) == (project.StartsOn, project.EndsOn)
        : null;

    private static bool IsStrategy(string text, ProjectDocument project) =>
        (Terms.Numbered(Concept.StrategyNumber, text)?.Number ?? Numbers.Count(text)) == project.Strategy;

    private static void Check(
        Cell head,
        List<(Cell Cell, ProjectDocument? Project)> cells,
        Func<string, ProjectDocument, bool> says
    )
    {
        foreach (var (cell, project) in cells)
        {
            if (project is not null && says(cell.Flat, project))
                Use(cell, head);
        }
    }

    private static void CheckQuarter(Cell head, List<(Cell Cell, ProjectDocument? Project)> cells, int quarter)
    {
        Check(head, cells, (text, project) => Numbers.Money(text) == AmountOf(project, quarter));
        var listed = cells.Select(one => one.Project).OfType<ProjectDocument>().Sum(one => AmountOf(one, quarter));
        if (cells is [.., (var total, null)] && Numbers.Money(total.Flat) == listed)
            Use(total, head);
    }

    private static decimal AmountOf(ProjectDocument project, int quarter) =>
        Quarters(project.PrintedTotals)?[quarter]
        ?? project.Activities.Sum(activity => Quarters(activity.Printed)![quarter] ?? 0);

    private static decimal?[]? Quarters(PrintedAmounts? amounts) =>
        amounts is null ? null : [amounts.Q1, amounts.Q2, amounts.Q3, amounts.Q4];

    private static void Use(Cell cell, Cell head)
    {
        cell.Use(cell.Flat);
        head.UseAsHead();
    }
}
