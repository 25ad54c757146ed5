using System.Globalization;
using System.Text.RegularExpressions;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Plans.Document;
using TeacherDevPlan.Infrastructure.Importing.Text.Layout;
using TeacherDevPlan.Infrastructure.Importing.Text.TableReaders;
using TeacherDevPlan.Infrastructure.Importing.Text.Words;

namespace TeacherDevPlan.Infrastructure.Importing.Text.Projects;

/// <summary>
/// Reads the budgets in the lists of projects, in front of the chapters and behind them, to be compared with those in
/// the chapters. A column is one of budgets by its heading and its values; where several are, the one with the total or
/// with the plan's year.
/// </summary>
internal sealed partial class ListedBudgets
{
    /// <summary>The minimum similarity of a listed name and a project's.</summary>
    private const double SameProject = 0.6;

    private const int MostHeaderRows = 2;

    /// <summary>The projects by their names without the word for one.</summary>
    private readonly ILookup<string, ProjectDocument> named;
    private readonly int fiscalYear;
    private readonly List<ListedBudget> found = [];

    private ListedBudgets(IReadOnlyList<ProjectDocument> projects, int fiscalYear) =>
        (named, this.fiscalYear) = (projects.ToLookup(project => ProjectList.Bare(project.Name)), fiscalYear);

    public static IReadOnlyList<ListedBudget> Read(
        PlanOutline outline,
        IReadOnlyList<ProjectDocument> projects,
        IReadOnlyList<StrategyDocument> strategies,
        int fiscalYear
    )
    {
        var reader = new ListedBudgets(projects, fiscalYear);
        var summary = new StrategySummary(strategies, projects);
        var rows = outline
            .Chunks.SelectMany(chunk => chunk.Rows)
            .Concat(outline.Projects.SelectMany(chapter => chapter));
        foreach (var table in rows.Select(row => row.Table).OfType<Table>().Distinct().OrderBy(table => table.Number))
        {
            reader.Take(table);
            summary.Check(table);
        }

        var lines = outline.Chunks.SelectMany(chunk =>
            chunk.HeadingRow is { } heading ? chunk.TextCells.Prepend(heading.First) : chunk.TextCells
        );
        foreach (var line in lines.Where(line => line.Marker is { IsBullet: false }))
            reader.Take(line);
        return [.. reader.found.OrderBy(listed => listed.Source.Line)];
    }

    /// <summary>A line of a list in running text: "๑. โครงการ… งบประมาณ ๖๔,๕๐๐ บาท".</summary>
    private void Take(Cell line)
    {
        var match = Line().Match(line.Flat[line.Marker!.Length..]);
        if (
            match.Success
            && Numbers.Money(match.Groups["amount"].Value) is { } amount
            && ProjectOf(match.Groups["name"].Value, []) is { } project
        )
            found.Add(new ListedBudget(project.Number, false, amount, line.Source));
    }

    private void Take(Table table)
    {
        if (ProjectList.NameColumn(table.Rows[0]) is not { } name)
            return;
        var header = 1;
        while (
            header < Math.Min(MostHeaderRows, table.Rows.Count)
            && table.Rows[header][name.Index] is not { IsEmpty: false }
        )
            header++;
        var body = table.Rows.Skip(header).ToList();
        var heads = ColumnHeads.Of([.. table.Rows.Take(header)]);
        var column = Column(heads, name.Index, body);
        // Comparing names takes long, and the heads of all chapters look like lists of projects.
        if (column is null && !ListedFacts.AreIn(heads, fiscalYear))
            return;
        var taken = new HashSet<ProjectDocument>(ReferenceEqualityComparer.Instance);
        var listed = body.ConvertAll(row => (Row: row, Project: ProjectOf(row, name.Index, taken)));
        if (taken.Count == 0)
            return;
        ListedFacts.Check(heads, listed, fiscalYear);
        if (column is null)
            return;
        foreach (var cell in table.Rows.Take(header).SelectMany(row => row.Filled))
        {
            if (cell.Index == name.Index || cell.Index == column || Terms.Are(Concept.Counter, cell.Flat))
                cell.UseAsHead();
        }

        foreach (var (row, project) in listed)
            Take(row, name.Index, column.Value, project, taken.Count);
    }

    /// <param name="count">The number of projects in the table.</param>
    private void Take(Row row, int name, int column, ProjectDocument? project, int count)
    {
        var isTotal = project is null && row.IsTotal;
        if (row[column] is not { IsEmpty: false } cell || (project is null && !isTotal && !IsItem(row, name)))
            return;
        var amount = Numbers.Money(cell.Flat);
        if (amount is null)
            cell.Question(ExpectedValue.Amount);
        var listed = new ListedBudget(project?.Number, isTotal, amount, cell.Source);
        cell.Use(listed);
        found.Add(listed);
        if (isTotal)
            row.Filled.First().Use($"{count}");
        else if (row[name] is { Used: false } printed)
            printed.Use(printed.Flat);
        if (row.First is { Used: false } number && Marker.IsNumber(number.Flat))
            number.Use(number.Flat);
    }

    /// <summary>Whether a row lists something by its number.</summary>
    private static bool IsItem(Row row, int name) =>
        row[name] is { IsEmpty: false } cell && (cell.Marker is not null || Marker.IsNumber(row.First.Flat));

    private ProjectDocument? ProjectOf(Row row, int name, HashSet<ProjectDocument> taken)
    {
        if (row[name] is not { IsEmpty: false } cell)
            return null;
        var project = ProjectOf(cell.Flat[(cell.Marker?.Length ?? 0)..], taken);
        if (project is not null)
            taken.Add(project);
        return project;
    }

    private ProjectDocument? ProjectOf(string printed, HashSet<ProjectDocument> taken)
    {
        var wanted = ProjectList.Bare(printed);
        if (named[wanted].FirstOrDefault(one => !taken.Contains(one)) is { } same)
            return same;
        var (project, likeness) = named
            .Where(group => Likeness.AtMost(group.Key.Length, wanted.Length) >= SameProject)
            .SelectMany(group =>
                group.Where(one => !taken.Contains(one)).Select(one => (Project: one, Name: group.Key))
            )
            .Select(one => (one.Project, Likeness: Likeness.Of(one.Name, wanted)))
            .OrderByDescending(one => one.Likeness)
            .FirstOrDefault();
        return likeness < SameProject ? null : project;
    }

    /// <summary>The column with the budgets in baht; null if there is none, or if several can be.</summary>
    private int? Column(IReadOnlyList<IReadOnlyList<Cell>> columns, int name, List<Row> body)
    {
        var all = columns
            .Select((heads, index) => (Index: index, Text: string.Join(' ', heads.Select(head => head.Flat)), heads))
            .Select(one => (one.Index, one.Text, IsQuarter: one.heads.Any(IsQuarter)))
            .Where(one => one.Index > name && AreAmounts(body, one.Index))
            .ToList();
        var budgets = all.FindAll(one => IsOfBudgets(one.Text) && !one.IsQuarter);
        if (budgets.Count == 0)
            budgets = all.FindAll(one => Terms.Are(Concept.Total, one.Text) && all.Exists(IsPartOfTotal));
        if (budgets.Count > 1 && budgets.FindAll(one => Terms.Occur(Concept.Total, one.Text)) is { Count: 1 } totals)
            budgets = totals;
        if (budgets.Count > 1)
            budgets = budgets.FindAll(one => Names(one.Text, fiscalYear));
        return budgets.Count == 1 ? budgets[0].Index : null;
    }

    private static bool IsOfBudgets(string heading) =>
        Terms.Occur(Concept.ListedBudget, heading)
        && !Terms.Begin(Concept.NoBudget, heading)
        && !Terms.Occur(Concept.OtherMoney, heading);

    /// <summary>Whether a column has amounts of a quarter or of one kind of money, which a total sums.</summary>
    private static bool IsPartOfTotal((int Index, string Text, bool IsQuarter) column) =>
        column.IsQuarter || column.Text.StartsWith("งบ", StringComparison.Ordinal);

    private static bool IsQuarter(Cell head) => SpendingHead.Of(head.Flat).Kind == HeadKind.Quarter;

    private static bool Names(string heading, int year) =>
        ThaiNumber
            .ToArabicDigits(heading)
            .Contains(year.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);

    /// <summary>Whether half of a column's cells or more are amounts, and not all of them years.</summary>
    private static bool AreAmounts(List<Row> body, int column)
    {
        var cells = body.Select(row => row[column]).OfType<Cell>().Where(cell => !cell.IsEmpty).ToList();
        return cells.Count(cell => Numbers.Money(cell.Flat) is not null) * 2 >= cells.Count
            && cells.Count > 0
            && !cells.TrueForAll(cell => TableHeader.Year(cell.Flat) is not null);
    }

    /// <summary>A name, a word for its budget and one amount at the end.</summary>
    [GeneratedRegex(
        @"^(?<name>[^0-9๐-๙]{4,300}?)\s*(งบประมาณ|วงเงิน|จำนวนเงิน|เป็นเงิน|จำนวน)[\sก-๎:]{0,30}(?<amount>[0-9๐-๙][0-9๐-๙,]*([.][0-9๐-๙]{1,2})?)\s*([.]\s?-)?\s*บาท\s*\z",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex Line();
}
