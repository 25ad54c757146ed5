using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Indicators;
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

    /// <summary>The result that counts; null until one is reported, and where it is told in words only.</summary>
    public decimal? Result { get; private set; }

    public decimal? Numerator { get; private set; }

    public decimal? Denominator { get; private set; }

    public string? ResultText { get; private set; }

    /// <summary>The entry that reported the result that counts.</summary>
    public Guid? ResultId { get; private set; }

    /// <summary>How many entries there are about its result.</summary>
    public int ResultEntries { get; private set; }

    /// <summary>In percent of the target; null where the target or the result is not a number.</summary>
    public decimal? Achievement =>
        TargetValue is { } target ? Indicators.Achievement.Of(Result, target, IndicatorDirection.HigherIsBetter) : null;

    /// <summary>Null where something is reported, and the target or the result is not a number.</summary>
    public AchievementStatus? Status =>
        ResultId is null ? AchievementStatus.NotReported
        : Result is { } result && TargetValue is { } target
            ? Indicators.Achievement.StatusOf(result, target, IndicatorDirection.HigherIsBetter)
        : null;

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
