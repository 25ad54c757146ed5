using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Plans.Document;

namespace TeacherDevPlan.Domain.Projects;

/// <summary>A success indicator of a project (ดัชนีชี้วัดความสำเร็จ), with how and with what it is assessed.</summary>
public sealed class ProjectKpi : Entity, IProjectPart, IInOrder
{
    public Guid ProjectId { get; private set; }

    public Project Project { get; private set; } = null!;

    public int Position { get; private set; }

    public string Number { get; private init; } = "";

    /// <summary>The heading it is printed under, where a project has several tables of them.</summary>
    public string? Group { get; private init; }

    public KpiKind Kind { get; private init; }

    public string Name { get; private set; } = "";

    /// <summary>As printed; empty where no target is printed.</summary>
    public string TargetText { get; private set; } = "";

    public decimal? TargetValue { get; private set; }

    public string? TargetUnit { get; private set; }

    public string[] Methods { get; private set; } = [];

    public string[] Tools { get; private set; } = [];

    internal static void Merge(List<ProjectKpi> kpis, IReadOnlyList<ProjectKpiDocument> documents) =>
        Common.Merge.Into(
            kpis,
            documents,
            kpi => (kpi.Group, kpi.Kind, kpi.Number),
            document => (document.Group, document.Kind, document.Number),
            document => new ProjectKpi
            {
                Group = document.Group,
                Kind = document.Kind,
                Number = document.Number,
            },
            (kpi, document, position) => kpi.Apply(document, position)
        );

    private void Apply(ProjectKpiDocument document, int position)
    {
        (Name, Position) = (document.Name, position);
        (TargetText, TargetValue) = (document.TargetText ?? "", document.TargetValue);
        TargetUnit = document.TargetUnit;
        if (!Methods.SequenceEqual(document.Methods))
            Methods = [.. document.Methods];
        if (!Tools.SequenceEqual(document.Tools))
            Tools = [.. document.Tools];
    }
}
