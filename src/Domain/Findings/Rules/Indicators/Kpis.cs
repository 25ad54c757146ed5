using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Findings.Rules.Common;
using TeacherDevPlan.Domain.Plans.Document;
using TeacherDevPlan.Domain.Vocabulary;

namespace TeacherDevPlan.Domain.Findings.Rules.Indicators;

/// <summary>A success indicator with its place: in the n-th table of its project, by kind and number.</summary>
internal sealed record PlacedKpi(ProjectKpiDocument Kpi, int Table, string Place, LocalText Location)
{
    /// <summary>Its name in a list: "quantitative 2".</summary>
    public LocalText Name =>
        Kpi.Kind == KpiKind.Quantitative
            ? new($"quantitative {Kpi.Number}", $"เชิงปริมาณ {Kpi.Number}")
            : new($"qualitative {Kpi.Number}", $"เชิงคุณภาพ {Kpi.Number}");
}

/// <summary>A project's success indicators by the tables that contain them, one for each heading.</summary>
internal static class Kpis
{
    public static IReadOnlyList<PlacedKpi> Of(ProjectDocument project)
    {
        var tables = project.Kpis.Select(kpi => kpi.Group ?? "").Distinct().ToList();
        var placed = new List<PlacedKpi>();
        var seen = new Dictionary<string, int>();
        foreach (var kpi in project.Kpis)
        {
            var table = tables.IndexOf(kpi.Group ?? "") + 1;
            var place = $"{TableKey(project, table)}/{EnumText.Of(kpi.Kind)} {kpi.Number}";
            var occurrence = seen[place] = seen.GetValueOrDefault(place) + 1;
            var bare = new PlacedKpi(kpi, table, occurrence == 1 ? place : $"{place}#{occurrence}", TableName(project));
            placed.Add(bare with { Location = bare.Location.And(Labels.Named(bare.Name, kpi.Name)) });
        }

        return placed;
    }

    public static string TableKey(ProjectDocument project, int table) => $"{Labels.ProjectKey(project)}/kpis {table}";

    public static LocalText TableName(ProjectDocument project) =>
        Labels.Project(project).And("success indicators", "ตัวชี้วัดความสำเร็จ");
}
