using TeacherDevPlan.Domain.Findings.Rules;
using TeacherDevPlan.Domain.Plans.Document;

namespace TeacherDevPlan.Domain.Tests.Findings;

/// <summary>Tables of shapes that the published plan does not have.</summary>
public sealed class TableTests
{
    private static readonly string[] Sizes = ["เล็ก", "ใหญ่", "รวม"];
    private static readonly string[] Districts = ["โพนพิสัย", "รัตนวาปี", "เฝ้าไร่", "รวม"];
    private static readonly string[] Kinds = ["ชาย", "หญิง", "รวม"];

    [Fact]
    public void Three_crossed_dimensions_are_summed_up_along_each()
    {
        Found(Crossed()).ShouldBeEmpty();
        Found(Crossed(("เล็ก", "รัตนวาปี", "ชาย")))
            .ShouldBe(
                [
                    "DATASET_ROW_TOTAL dataset table-1/เล็ก/รัตนวาปี/รวม",
                    "DATASET_COLUMN_TOTAL dataset table-1/เล็ก/รวม/ชาย",
                    "DATASET_COLUMN_TOTAL dataset table-1/รวม/รัตนวาปี/ชาย",
                ],
                ignoreOrder: true
            );
        Found(Crossed(("รวม", "รวม", "รวม"))).ShouldBe(["DATASET_GRAND_TOTAL dataset table-1/รวม/รวม/รวม"]);
    }

    [Fact]
    public void A_hole_leaves_the_sums_open_that_go_through_it()
    {
        var table = Crossed(("เล็ก", "รัตนวาปี", "ชาย"));
        Found(table with { Observations = [.. table.Observations.Skip(1)] })
            .ShouldBe(
                [
                    "DATASET_ROW_TOTAL dataset table-1/เล็ก/รัตนวาปี/รวม",
                    "DATASET_COLUMN_TOTAL dataset table-1/รวม/รัตนวาปี/ชาย",
                ],
                ignoreOrder: true
            );
    }

    [Fact]
    public void A_cell_that_holds_no_number_leaves_its_sums_open() =>
        Found(Table(("เล็ก", [1, 2, 3, 6]), ("ใหญ่", [1, 2, 9, 7]), ("รวม", [2, 4, 7, 13])), "ไม่มีข้อมูล")
            .ShouldBeEmpty();

    [Fact]
    public void Scores_are_not_summed_up() =>
        Found(
                Table(("เล็ก", [1, 2, 3, 2]), ("ใหญ่", [1, 2, 3, 2]), ("รวม", [1, 2, 3, 2])) with
                {
                    Title = "คะแนนเฉลี่ย",
                }
            )
            .ShouldBeEmpty();

    [Fact]
    public void A_wrong_cell_can_be_put_right_by_the_totals_that_it_breaks()
    {
        var plan = CleanPlan.Create().Cell("table-1", 21, "ขนาดเล็ก", "รัตนวาปี");
        foreach (var (_, fault) in FindingRules.Check(plan))
            Plant.Found(fault.TakeStated!(plan)).ShouldBeEmpty();
    }

    private static DatasetDocument Table(params (string Label, decimal[] Values)[] rows) =>
        CleanPlan.Table("table-1", "จำนวนโรงเรียน", ["ขนาดโรงเรียน", "อำเภอ"], Districts, rows);

    /// <summary>Every part counts 1; one cell may count one more than is right.</summary>
    private static DatasetDocument Crossed((string, string, string)? wrong = null) =>
        new(
            "table-1",
            "จำนวนนักเรียน",
            null,
            ["ขนาดโรงเรียน", "อำเภอ", "เพศ"],
            [
                .. from size in Sizes
                from district in Districts
                from kind in Kinds
                let parts = Parts(Sizes, size) * Parts(Districts, district) * Parts(Kinds, kind)
                let value = parts + ((size, district, kind) == wrong ? 1 : 0)
                select new ObservationDocument([size, district, kind], value, $"{value}"),
            ]
        );

    private static int Parts(string[] labels, string label) => label == "รวม" ? labels.Length - 1 : 1;

    /// <summary>What is found with this as the first table, of which the first cell of the last part may hold a text.</summary>
    private static List<string> Found(DatasetDocument table, string? text = null)
    {
        var plan = CleanPlan.Create().Dataset("table-1", _ => table);
        if (text is not null)
        {
            plan = plan.Dataset(
                "table-1",
                t =>
                    t with
                    {
                        Observations =
                        [
                            .. t.Observations.Select(o =>
                                o.At[1] == "เฝ้าไร่" && o.At[0] == "ใหญ่" ? o with { Value = null, Text = text } : o
                            ),
                        ],
                    }
            );
        }

        return [.. Plant.Found(plan).Select(line => line.Split(": ")[0])];
    }
}
