using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Indicators;
using TeacherDevPlan.Domain.Plans.Document;
using TeacherDevPlan.Domain.Vocabulary;

namespace TeacherDevPlan.Domain.Plans;

/// <summary>A success indicator of a project (ดัชนีชี้วัดความสำเร็จ) with its assessment methods and tools.</summary>
public sealed class ProjectKpi : Entity, IProjectPart, IInOrder
{
    public Guid ProjectId { get; private set; }

    public Project Project { get; private set; } = null!;

    public int Position { get; private set; }

    public string Number { get; private init; } = "";

    /// <summary>The heading above the indicator, if the project has several tables of indicators.</summary>
    public string? Group { get; private init; }

    public KpiKind Kind { get; private init; }

    public string Name { get; private set; } = "";

    /// <summary>The target as printed; empty if none is printed.</summary>
    public string TargetText { get; private set; } = "";

    public decimal? TargetValue { get; private set; }

    public string? TargetUnit { get; private set; }

    /// <summary>The counting result; null until one is reported, and if it is only a text.</summary>
    public decimal? Result { get; private set; }

    public decimal? Numerator { get; private set; }

    public decimal? Denominator { get; private set; }

    public string? ResultText { get; private set; }

    /// <summary>The entry with the counting result.</summary>
    public Guid? ResultId { get; private set; }

    /// <summary>The number of entries about the result.</summary>
    public int ResultEntries { get; private set; }

    /// <summary>
    /// The percentage of the target that is reached; null if the target or the result is not a number.
    /// </summary>
    public decimal? Achievement =>
        TargetValue is { } target ? Indicators.Achievement.Of(Result, target, IndicatorDirection.HigherIsBetter) : null;

    /// <summary>Null if a result is reported, but the target or the result is not a number.</summary>
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
