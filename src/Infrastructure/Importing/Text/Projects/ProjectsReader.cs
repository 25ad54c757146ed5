using TeacherDevPlan.Domain.Plans.Document;
using TeacherDevPlan.Infrastructure.Importing.Text.Layout;
using TeacherDevPlan.Infrastructure.Importing.Text.Words;

namespace TeacherDevPlan.Infrastructure.Importing.Text.Projects;

/// <summary>Reads all projects: their chapters, by the plan's list of projects.</summary>
internal sealed class ProjectsReader(PlanOutline outline, int fiscalYear, SourceMap sources)
{
    /// <summary>The minimum similarity of a listed name and that of a chapter.</summary>
    private const double SameProject = 0.6;

    /// <summary>Whether a project names no strategy of the plan.</summary>
    public bool WithoutStrategy { get; private set; }

    /// <summary>Listed projects without a chapter.</summary>
    public IReadOnlyList<ListedProject> WithoutChapter { get; private set; } = [];

    /// <param name="unitOf">The number of the unit with a printed name.</param>
    public IReadOnlyList<ProjectDocument> Read(
        IReadOnlyList<StrategyDocument> strategies,
        Func<string?, Passage, int> unitOf
    )
    {
        var readers = outline
            .Projects.Select(rows => new ProjectReader(ProjectChapter.Of(rows), fiscalYear, sources))
            .ToList();
        var listed = ProjectList.Read(outline.Chunks, [.. readers.Select(reader => reader.Head.Name.Text)]).ToList();
        var numbers = new FreeNumbers();
        var taken = new HashSet<ListedProject>();
        var places = new List<(ProjectReader Reader, ListedProject? Listed)>();
        var named = listed.ToLookup(one => ProjectList.Bare(one.Name));
        foreach (var reader in readers)
        {
            var place =
                named[ProjectList.Bare(reader.Head.Name.Text)].FirstOrDefault(one => !taken.Contains(one))
                ?? Nearest(listed.Where(one => !taken.Contains(one)), reader.Head.Name.Text);
            if (place is not null)
                taken.Add(place);
            places.Add((reader, place));
        }

        foreach (var (_, place) in places.Where(one => one.Listed is not null))
            numbers.Take(place!.Number);
        WithoutChapter = [.. listed.Where(one => !taken.Contains(one))];
        return
        [
            .. places
                .Select(one => Read(one.Reader, one.Listed, numbers, strategies, unitOf))
                .OrderBy(project => project.Number),
        ];
    }

    private static ListedProject? Nearest(IEnumerable<ListedProject> listed, string name) =>
        listed
            .Select(one => (Listed: one, Likeness: ProjectList.Likeness(one.Name, name)))
            .Where(one => one.Likeness >= SameProject)
            .OrderByDescending(one => one.Likeness)
            .FirstOrDefault()
            .Listed;

    private ProjectDocument Read(
        ProjectReader reader,
        ListedProject? listed,
        FreeNumbers numbers,
        IReadOnlyList<StrategyDocument> strategies,
        Func<string?, Passage, int> unitOf
    )
    {
        var head = reader.Head;
        var name = listed?.Name ?? Named(head.Name.Text);
        var place = new ProjectPlace(
            listed?.Number ?? numbers.Take(head.Number ?? 0),
            name,
            listed?.Cell,
            StrategyOf(head, strategies),
            unitOf(head.UnitName, head.Unit)
        );
        var project = reader.Read(place);
        head.SettleNumber(project.Number, project);
        if (listed?.NumberCell is { } cell)
            project.At(sources, cell, "number");
        return project;
    }

    private static string Named(string printed) =>
        printed.Length == 0 ? "โครงการ"
        : printed.StartsWith("โครงการ", StringComparison.Ordinal) ? Limits.Name(printed)
        : Limits.Name($"โครงการ{printed}");

    /// <summary>
    /// The strategy by its printed number, otherwise by its name; 0 if the plan has no such strategy.
    /// </summary>
    private int StrategyOf(ProjectHead head, IReadOnlyList<StrategyDocument> strategies)
    {
        var byNumber = strategies.FirstOrDefault(strategy => strategy.Number == head.StrategyNumber);
        var byName = head.StrategyName is { } name
            ? strategies.FirstOrDefault(strategy =>
                Likeness.Of(Markup.Squeeze(strategy.Name), Markup.Squeeze(name)) >= Likeness.Same
            )
            : null;
        WithoutStrategy |= byNumber is null && byName is null;
        return (byNumber ?? byName)?.Number ?? 0;
    }
}
