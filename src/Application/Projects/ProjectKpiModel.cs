using TeacherDevPlan.Application.Common.Models;
using TeacherDevPlan.Domain.Indicators;
using TeacherDevPlan.Domain.Projects;

namespace TeacherDevPlan.Application.Projects;

public sealed class ProjectKpiModel : Model<ProjectKpi>
{
    public ProjectKpiModel()
        : base("A success indicator of a project (ดัชนีชี้วัดความสำเร็จ).")
    {
        SeenBy(OfProject(kpi => kpi.ProjectId));
        Lists("ProjectKpis");
        LongList();
        Root("kpis", "Success indicators of all projects, in the order in which they came in.");
        Key(kpi => kpi.Id);
        RootById("kpi", "The success indicator with this id, or null.");
        Field(kpi => kpi.Number, "As printed; where none is printed, its place within its kind.").Indexed();
        Field(kpi => kpi.Group, "The heading it stands under, where a project has several tables of them.");
        Field(kpi => kpi.Kind, "Quantitative or qualitative.");
        Field(kpi => kpi.Name, "As printed.").Indexed();
        Field(kpi => kpi.TargetText, "As printed; empty where none is printed.");
        Field(kpi => kpi.TargetValue, "Null where the target is not a number.");
        Field(kpi => kpi.TargetUnit, "The unit of the target's number: \"ร้อยละ\" is percent.");
        Field(kpi => kpi.Result, "The result that counts, where it was told as a number.");
        Field(kpi => kpi.ResultText, "The result that counts, where it was told in words.");
        Field(kpi => kpi.Numerator, "Of the result, where it was told as a ratio.");
        Field(kpi => kpi.Denominator, "Of the result, where it was told as a ratio.");
        Computed<decimal?>(
                "achievement",
                "Result / target × 100, two decimals; null where either is not a number, or the target is 0."
            )
            .Indexed();
        Computed<AchievementStatus?>(
                "status",
                "How far it got; null where a result is reported, but it or the target is not a number."
            )
            .Indexed(sorts: false);
        Page<KpiResult>("results", r => r.KpiId, "All that was recorded about its result, in that order.")
            .NotFiltered();
        Field(kpi => kpi.Methods, "How it is assessed (วิธีการประเมิน).");
        Source();
        Source("targetSource", "targetText", "Where its target is printed.");
        Field(kpi => kpi.Tools, "With what it is assessed (เครื่องมือการประเมิน).");
        One<Project>("project", kpi => kpi.ProjectId, "The project whose success it tells.");
        GroupByOffice(kpi => kpi.Project.Plan.Office);
        GroupBy("FISCAL_YEAR", kpi => kpi.Project.FiscalYear, "The fiscal year of its project (Buddhist era).");
        GroupBy<Project>("PROJECT", kpi => kpi.ProjectId, kpi => kpi.Project.Name, "The project.");
        GroupBy("KIND", kpi => kpi.Kind, "Quantitative or qualitative.");
        GroupByComputed("STATUS", "status", "How far it got.");
    }
}
