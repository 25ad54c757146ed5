using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Offices;
using TeacherDevPlan.Domain.Plans.Document;

namespace TeacherDevPlan.Domain.Plans;

/// <summary>A part of a stored plan.</summary>
/// <param name="Node">The part itself, or the nearest enclosing part with a global id.</param>
/// <param name="ProjectId">The project that the part belongs to, if any.</param>
/// <param name="Withheld">Whether the part has counts of persons that are withheld from some callers.</param>
public sealed record PlanPart(Entity Entity, Entity Node, Guid? ProjectId, bool Withheld);

/// <summary>All parts of a stored plan, found by the parts of the document that state them.</summary>
public sealed class PlanParts
{
    private readonly List<PlanPart> all = [];
    private readonly Dictionary<object, PlanPart> byDocument = new(ReferenceEqualityComparer.Instance);

    public PlanParts(Office office, StrategicPlan strategicPlan, DevelopmentPlan plan)
    {
        Add(office, [office]);
        AddEach(office.OrgUnits);
        AddEach(office.Staff);
        AddStrategicPlan(strategicPlan);
        Add(plan, [plan, .. plan.Texts, .. plan.Calendar, .. plan.Sections]);
        Add(plan, plan.Sections.SelectMany(section => section.Items));
        foreach (var survey in plan.NeedsSurveys)
            Add(plan, [survey, .. survey.Topics], withheld: survey.Withheld || survey.WithheldTopics > 0);
        foreach (var project in plan.Projects)
            AddProject(project);
        foreach (var dataset in plan.Datasets)
            AddDataset(dataset);
    }

    /// <summary>Makes a plan, and what it shares with other plans of its office, what a file says.</summary>
    public static PlanParts Apply(
        PlanFile file,
        Office office,
        StrategicPlan strategicPlan,
        DevelopmentPlan plan,
        Sharing sharing
    )
    {
        office.Apply(file.Office, [.. file.DevelopmentPlan.Projects.SelectMany(project => project.Owners)], sharing);
        strategicPlan.Apply(file.StrategicPlan, sharing);
        plan.Apply(file, strategicPlan, sharing.Publishes);
        return new PlanParts(office, strategicPlan, plan);
    }

    public IEnumerable<Guid> Ids => all.Select(part => part.Entity.Id);

    /// <summary>The ids of the parts that the document that was just applied states.</summary>
    public IEnumerable<Guid> Stated =>
        all.Where(part => part.Entity.StatedBy is not null).Select(part => part.Entity.Id);

    /// <summary>The stored part for a part of the document that was just applied; null if there is none.</summary>
    public PlanPart? Of(object document) => byDocument.GetValueOrDefault(document);

    /// <summary>The sources of all parts.</summary>
    public IEnumerable<PrintedSource> Sources(SourceMap sources) =>
        from part in all
        where part.Entity.StatedBy is not null
        from member in sources.MembersOf(part.Entity.StatedBy!)
        select new PrintedSource(part.Entity.Id, member.Key, member.Value);

    private void AddStrategicPlan(StrategicPlan plan)
    {
        Add(plan, [plan, .. plan.Texts]);
        foreach (var strategy in plan.Strategies)
        {
            Add(strategy, [strategy, .. strategy.Objectives, .. strategy.Guidelines]);
            foreach (var indicator in strategy.Indicators)
                Add(indicator, [indicator, .. indicator.Targets]);
        }
    }

    private void AddProject(Project project)
    {
        Add(project, [project, .. project.Owners, .. project.FundingSources, .. project.Texts], project.Id);
        AddEach(project.Activities, project.Id);
        AddEach(project.Kpis, project.Id);
    }

    private void AddDataset(Dataset dataset) =>
        Add(dataset, [dataset, .. dataset.Observations], withheld: dataset.WithheldCells > 0);

    private void AddEach(IEnumerable<Entity> entities, Guid? projectId = null)
    {
        foreach (var entity in entities)
            Add(entity, [entity], projectId);
    }

    private void Add(Entity node, IEnumerable<Entity> entities, Guid? projectId = null, bool withheld = false)
    {
        foreach (var entity in entities)
        {
            var part = new PlanPart(entity, node, projectId, withheld);
            all.Add(part);
            if (entity.StatedBy is { } document)
                byDocument[document] = part;
        }
    }
}
