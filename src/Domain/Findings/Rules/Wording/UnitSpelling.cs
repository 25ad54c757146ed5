using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Findings.Rules.Common;
using TeacherDevPlan.Domain.Findings.Rules.Projects;
using TeacherDevPlan.Domain.Findings.Rules.Statistics;
using TeacherDevPlan.Domain.Plans.Document;

namespace TeacherDevPlan.Domain.Findings.Rules.Wording;

public sealed class UnitSpelling : FindingRule
{
    public override FindingSeverity Severity => FindingSeverity.Warning;

    public override LocalText Name { get; } = new("spelling of a unit", "การสะกดชื่อกลุ่ม/หน่วย");

    public override LocalText Meaning { get; } =
        new(
            "A group or unit is spelt differently from the office's structure.",
            "ชื่อกลุ่มหรือหน่วยงานไม่ตรงกับโครงสร้างของสำนักงาน"
        );

    public override IEnumerable<Fault> Check(PlanFile plan) =>
        [
            .. plan.DevelopmentPlan.Projects.SelectMany(project => OfProject(plan, project)),
            .. plan.Datasets.SelectMany(dataset => OfDataset(plan, dataset)),
        ];

    private static IEnumerable<Fault> OfProject(PlanFile plan, ProjectDocument project)
    {
        if (project.ResponsibleUnitPrinted is not { } printed || Misspelt(plan, printed) is not { } unit)
            return [];
        return
        [
            ProjectFaults.Of(
                plan,
                project,
                "responsibleUnit",
                new LocalText("responsible unit", "หน่วยงานรับผิดชอบ"),
                Message(printed, unit),
                printed,
                unit
            ) with
            {
                TakeComputed = file => file.EditProject(project.Number, p => p with { ResponsibleUnitPrinted = unit }),
            },
        ];
    }

    private static IEnumerable<Fault> OfDataset(PlanFile plan, DatasetDocument dataset) =>
        from label in dataset.Observations.Where(cell => cell.At.Count > 0).Select(cell => cell.At[0]).Distinct()
        where IsUnit(label)
        let unit = Misspelt(plan, label)
        where unit is not null
        select new Fault(
            DatasetTable.PlaceOf(dataset, [label]),
            DatasetTable.LocationOf(dataset, [label]),
            Message(label, unit)
        )
        {
            Subject = dataset,
            Stated = label,
            Computed = unit,
            Source = plan.Sources.Of(dataset.Observations.First(cell => cell.At[0] == label)),
            TakeComputed = file =>
                file.EditDataset(
                    dataset.Code,
                    d =>
                        d with
                        {
                            Observations = Edits.Replace(
                                file.Sources,
                                d.Observations,
                                cell => cell.At[0] == label,
                                cell => cell with { At = [unit, .. cell.At.Skip(1)] }
                            ),
                        }
                ),
        };

    private static bool IsUnit(string label) =>
        label.StartsWith("กลุ่ม", StringComparison.Ordinal) || label.StartsWith("หน่วย", StringComparison.Ordinal);

    /// <summary>
    /// The unit whose misspelt name a text is; null if the text is exactly a unit's name, or not similar to one.
    /// </summary>
    private static string? Misspelt(PlanFile plan, string printed)
    {
        var key = Spelling.Key(printed);
        var units = plan
            .Office.OrgUnits.Where(u => u.Number != ProjectWithoutStrategy.Unknown)
            .Select(u => u.Name)
            .ToList();
        if (units.Any(unit => key.Contains(Spelling.Key(unit), StringComparison.Ordinal)))
            return null;
        return units
            .Select(unit => (Unit: unit, Distance: EditDistance.Between(key, Spelling.Key(unit))))
            .Where(near => near.Distance <= 3 && near.Distance * 5 <= near.Unit.Length)
            .OrderBy(near => near.Distance)
            .Select(near => near.Unit)
            .FirstOrDefault();
    }

    private static LocalText Message(string printed, string unit) =>
        new($"\"{printed}\" is printed; the unit is \"{unit}\".", $"พิมพ์ว่า “{printed}” แต่ชื่อหน่วยงานคือ “{unit}”");
}
