using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Findings.Rules.Common;
using TeacherDevPlan.Domain.Plans.Document;

namespace TeacherDevPlan.Domain.Findings.Rules.Wording;

public sealed class DistrictSpelling : FindingRule
{
    public override FindingSeverity Severity => FindingSeverity.Warning;

    public override LocalText Name { get; } = new("spelling of a district", "การสะกดชื่ออำเภอ");

    public override LocalText Meaning { get; } =
        new(
            "A table spells a district differently from the office's list of districts.",
            "ชื่ออำเภอในตารางไม่ตรงกับชื่ออำเภอในเขตพื้นที่"
        );

    public override IEnumerable<Fault> Check(PlanFile plan) =>
        plan.Office.Districts.Count == 0
            ? []
            : from use in plan.Datasets.SelectMany(dataset => Misspelt(plan, dataset)).GroupBy(use => use.Printed)
            select FaultOf(plan, use.Key, use.First().District, [.. use.Select(u => u.Dataset)]);

    private static IEnumerable<(DatasetDocument Dataset, string Printed, string District)> Misspelt(
        PlanFile plan,
        DatasetDocument dataset
    )
    {
        var dimension = DimensionOf(dataset);
        if (dimension < 0)
            return [];
        var labels = dataset
            .Observations.Select(cell => cell.At[dimension])
            .Distinct()
            .Where(label => !LabelAxis.IsTotal(label))
            .ToList();
        var unknown = labels.Where(label => !plan.Office.Districts.Any(d => Key(d) == Key(label))).ToList();
        var missing = plan.Office.Districts.Where(d => !labels.Any(label => Key(d) == Key(label))).ToList();
        var pairs = new List<(string Printed, string District)>();
        foreach (var label in unknown)
        {
            if (missing.Find(district => IsNear(Key(label), Key(district))) is { } district)
            {
                pairs.Add((label, district));
                missing.Remove(district);
            }
        }

        // If exactly one label has no district and exactly one district has no label, they belong together.
        var left = unknown.Except(pairs.Select(pair => pair.Printed)).ToList();
        if (left.Count == 1 && missing.Count == 1 && labels.Count == plan.Office.Districts.Count)
            pairs.Add((left[0], missing[0]));
        return pairs.Select(pair => (dataset, pair.Printed, pair.District));
    }

    private static int DimensionOf(DatasetDocument dataset) =>
        dataset.Dimensions.ToList().FindIndex(name => name.Contains("อำเภอ", StringComparison.Ordinal));

    private static string Key(string label) => Spelling.Without(Spelling.Key(label), "อำเภอ");

    private static bool IsNear(string one, string other) =>
        EditDistance.Between(one, other) is var distance && distance <= 2 && distance * 3 <= other.Length;

    private static Fault FaultOf(PlanFile plan, string printed, string district, List<DatasetDocument> datasets)
    {
        var tables = datasets.ConvertAll(Labels.Dataset);
        var first = datasets[0].Observations.First(cell => cell.At[DimensionOf(datasets[0])] == printed);
        return new Fault(
            $"district {printed}",
            new LocalText(
                string.Join(", ", tables.Select(name => name.English)),
                string.Join(", ", tables.Select(name => name.Thai))
            ),
            new LocalText(
                $"The district is printed as \"{printed}\"; the office's district is \"{district}\".",
                $"ชื่ออำเภอพิมพ์ว่า “{printed}” แต่อำเภอในเขตพื้นที่คือ “{district}”"
            )
        )
        {
            Subject = datasets[0],
            Stated = printed,
            Computed = district,
            Source = plan.Sources.Of(first),
            TakeComputed = file =>
                datasets.Aggregate(file, (current, dataset) => Renamed(current, dataset.Code, printed, district)),
        };
    }

    private static PlanFile Renamed(PlanFile plan, string code, string from, string to) =>
        plan.EditDataset(
            code,
            dataset =>
                dataset with
                {
                    Observations = Edits.Replace(
                        plan.Sources,
                        dataset.Observations,
                        cell => cell.At.Contains(from),
                        cell => cell with { At = [.. cell.At.Select(label => label == from ? to : label)] }
                    ),
                }
        );
}
