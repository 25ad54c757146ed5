using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Findings.Rules.Common;
using TeacherDevPlan.Domain.Plans.Document;

namespace TeacherDevPlan.Domain.Findings.Rules.Spending;

/// <summary>Faults of one cell of a spending table's total row.</summary>
internal static class TotalCells
{
    public static Fault Fault(
        PlanFile plan,
        SpendingTable table,
        SpendingColumn column,
        decimal computed,
        LocalText what
    )
    {
        var project = table.Project;
        var stated = table.Stated(column)!.Value;
        return new Fault(
            $"{Labels.ProjectKey(project)}/totals/{column.Key()}",
            Labels.Project(project).And("total row", "แถวรวมทั้งสิ้น").And(column.Name()),
            new LocalText(
                $"The total row prints {Amounts.Text(stated)} baht, but {what.English} {Amounts.Text(computed)} baht.",
                $"แถวรวมพิมพ์ไว้ {Amounts.Text(stated)} บาท แต่{what.Thai} {Amounts.Text(computed)} บาท"
            )
        )
        {
            Subject = project,
            Stated = Amounts.Text(stated),
            Computed = Amounts.Text(computed),
            Source = plan.Sources.Of(project, column.Key()),
            TakeComputed = file => file.EditTotals(project.Number, column, computed),
        };
    }
}
