using TeacherDevPlan.Application.Common.Models;
using TeacherDevPlan.Domain.Plans;

namespace TeacherDevPlan.Application.Results;

public sealed class KpiResultModel : ResultEntryModel<KpiResult>
{
    public KpiResultModel()
        : base(
            "An entry about a success indicator's result. Entries are never changed or deleted.",
            entry => entry.Sequence
        )
    {
        SeenBy(OfProject(result => result.ProjectId));
        Lists("KpiResults");
        One<ProjectKpi>("kpi", result => result.KpiId, "The success indicator.");
        Field(result => result.Text, "The result as text.", "resultText");
        GroupByOffice(result => RowOf.Id<Project>(result.ProjectId).Plan.Office);
        GroupBy<Project>(
            "PROJECT",
            result => result.ProjectId,
            result => RowOf.Id<Project>(result.ProjectId).Name,
            "The project."
        );
        GroupBy<ProjectKpi>(
            "KPI",
            result => result.KpiId,
            result => RowOf.Id<ProjectKpi>(result.KpiId).Name,
            "The success indicator."
        );
    }
}
