using TeacherDevPlan.Application.Common.Models;
using TeacherDevPlan.Domain.Indicators;
using TeacherDevPlan.Domain.Plans;

namespace TeacherDevPlan.Application.Projects;

public sealed class ProjectKpiModel : Model<ProjectKpi>
{
    public ProjectKpiModel()
        : base("A success indicator of a project (ดัชนีชี้วัดความสำเร็จ).")
    {
        SeenBy(OfProject(kpi => kpi.ProjectId));
        Lists("ProjectKpis");
        LongList();
        Root("kpis", "Success indicators of all projects, in order of import.");
        Key(kpi => kpi.Id);
        RootById("kpi", "The success indicator with this id, or null.");
        Field(kpi => kpi.Number, "Number as printed; if none is printed, the position within the kind.").Indexed();
        Field(kpi => kpi.Group, "The heading above the indicator, if the project has several tables of indicators.");
        Field(kpi => kpi.Kind, "Quantitative or qualitative.");
        Field(kpi => kpi.Name, "As printed.").Indexed();
        Field(kpi => kpi.TargetText, "Target as printed; empty if none is printed.");
        Field(kpi => kpi.TargetValue, "The target as a number; null if it is not a number.");
        Field(kpi => kpi.TargetUnit, "The unit of the target's number: \"ร้อยละ\" is percent.");
        Field(kpi => kpi.Result, "The counting result, if it is a number.");
        Field(kpi => kpi.ResultText, "The counting result, if it is a text.");
        Field(kpi => kpi.Numerator, "Of the result, if it was reported as a ratio.");
        Field(kpi => kpi.Denominator, "Of the result, if it was reported as a ratio.");
        Computed<decimal?>(
                "achievement",
                "Result / target × 100, two decimals; null if either is not a number or the target is not above 0."
            )
            .Indexed();
        Computed<AchievementStatus?>(
                "status",
                "Whether the result reaches the target; null if a result is reported, but the result or the target is not a number."
            )
            .Indexed(sorts: false);
        Page<KpiResult>("results", r => r.KpiId, "All entries about the result, in order of recording.").NotFiltered();
        Field(kpi => kpi.Methods, "Assessment methods (วิธีการประเมิน).");
        Source();
        Source("targetSource", "targetText", "Where the target is printed.");
        Field(kpi => kpi.Tools, "Assessment tools (เครื่องมือการประเมิน).");
        One<Project>("project", kpi => kpi.ProjectId, "The project that the indicator belongs to.");
        GroupByOffice(kpi => kpi.Project.Plan.Office);
        GroupBy("FISCAL_YEAR", kpi => kpi.Project.FiscalYear, "The fiscal year of the project (Buddhist era).");
        GroupBy<Project>("PROJECT", kpi => kpi.ProjectId, kpi => kpi.Project.Name, "The project.");
        GroupBy("KIND", kpi => kpi.Kind, "Quantitative or qualitative.");
        GroupByComputed("STATUS", "status", "Whether the result reaches the target.");
    }
}
