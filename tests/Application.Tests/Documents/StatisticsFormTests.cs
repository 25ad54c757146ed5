using System.Globalization;
using System.Text;
using TeacherDevPlan.Application.Tests.Documents.Variations;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Findings;
using TeacherDevPlan.Domain.Findings.Rules;
using TeacherDevPlan.Domain.Plans.Document;

namespace TeacherDevPlan.Application.Tests.Documents;

/// <summary>
/// Tables of counts with percentages, in one cell or side by side: each number is read, a misprint in any cell is told at
/// its row, and it does not keep the rest of the table from being checked.
/// </summary>
public sealed class StatisticsFormTests
{
    private const string Plain = "ตำแหน่ง\tชาย\tหญิง\tรวม\nครู\t41\t93\t134\nครูผู้ช่วย\t17\t26\t43\nรวม\t58\t119\t177";

    private static readonly string[] Positions = ["ครู", "ครูผู้ช่วย", "พนักงานราชการ"];

    public enum Form
    {
        InCells,
        InCellsWithSigns,
        InColumns,
    }

    public static TheoryData<Form, bool> Forms =>
        [.. Enum.GetValues<Form>().SelectMany(form => new[] { (form, false), (form, true) })];

    [Theory]
    [MemberData(nameof(Forms))]
    public void Counts_and_percentages_are_read_as_they_are(Form form, bool thai)
    {
        for (var seed = 0; seed < 20; seed++)
        {
            var counts = Counts(seed);
            var (plan, found, _) = Read(Table(counts, form), thai);
            found.Select(one => one.Fault.Message.English).ShouldBeEmpty();
            plan.Reading!.Unread.ShouldBeEmpty();
            var values = plan.Datasets.Single().Observations.Select(cell => cell.Value).ToList();
            values.ShouldNotContain((decimal?)null);
            foreach (var row in counts)
            {
                values.ShouldContain(row.Men);
                values.ShouldContain(Share(row.Men, row.Men + row.Women));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public void A_misprinted_percentage_is_told_at_its_row(Form form, bool thai)
    {
        Func<string, string>[] misprints =
        [
            text => text.Replace(".", "", StringComparison.Ordinal),
            text => text.Replace('.', ','),
            text =>
                (decimal.Parse(text, CultureInfo.InvariantCulture) + 5).ToString("0.0", CultureInfo.InvariantCulture),
        ];
        for (var seed = 0; seed < 20; seed++)
        {
            var counts = Counts(seed);
            var row = seed % Positions.Length;
            var share = Text(Share(counts[row].Women, counts[row].Men + counts[row].Women));
            var rows = Table(counts, form).Split('\n');
            var line = Array.FindIndex(rows, one => one.StartsWith($"{Positions[row]}\t", StringComparison.Ordinal));
            rows[line] = rows[line].Replace(share, misprints[seed % misprints.Length](share), StringComparison.Ordinal);

            var (_, found, first) = Read(string.Join('\n', rows), thai);

            found.ShouldNotBeEmpty();
            found.Select(one => one.Fault.Source!.Line).ShouldAllBe(at => at == first + line);
        }
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public void A_wrong_sum_is_told_beside_a_misprint(Form form, bool thai)
    {
        var counts = Counts(7);
        var rows = Table(counts, form).Split('\n');
        rows[^3] = rows[^3].Replace('.', ',');
        var cells = rows[^1].Split('\t');
        cells[^1] = $"{counts.Sum(row => row.Men + row.Women) + 6}";
        rows[^1] = string.Join('\t', cells);

        var (_, found, first) = Read(string.Join('\n', rows), thai);

        found.ShouldContain(one =>
            one.Rule.Code == "FIGURE_NOT_READ" && one.Fault.Source!.Line == first + rows.Length - 3
        );
        if (form == Form.InColumns)
            found.ShouldContain(one =>
                one.Rule.Code == "DATASET_GRAND_TOTAL" && one.Fault.Source!.Line == first + rows.Length - 1
            );
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_percentage_above_100_is_told_as_one_whether_or_not_totals_are_printed(bool ofColumn)
    {
        for (var seed = 0; seed < 20; seed++)
        {
            var counts = Counts(seed);
            var (men, women) = (counts.Sum(row => row.Men), counts.Sum(row => row.Women));
            string[] rows =
            [
                "ตำแหน่ง\tชาย\tหญิง",
                .. Positions.Zip(
                    counts,
                    (name, row) =>
                        ofColumn
                            ? $"{name}\t{Cell(row.Men, men, Form.InCells)}\t{Cell(row.Women, women, Form.InCells)}"
                            : $"{name}\t{Cell(row.Men, row.Men + row.Women, Form.InCells)}\t{Cell(row.Women, row.Men + row.Women, Form.InCells)}"
                ),
            ];
            Read(string.Join('\n', rows), thai: true).Found.ShouldBeEmpty();
            var wrong = 1 + (seed % Positions.Length);
            var cell = rows[wrong].Split('\t')[1];
            rows[wrong] = rows[wrong]
                .Replace(cell, $"{cell[..^1].Replace("(", "(1", StringComparison.Ordinal)})", StringComparison.Ordinal);

            var (plan, found, first) = Read(string.Join('\n', rows), thai: true);

            var (rule, fault) = found.ShouldHaveSingleItem(rows[wrong]);
            rule.Code.ShouldBe("DATASET_PERCENTAGE");
            fault.Source!.Line.ShouldBe(first + wrong);
            decimal.Parse(fault.Computed!, CultureInfo.InvariantCulture)
                .ShouldBe(
                    Share(counts[wrong - 1].Men, ofColumn ? men : counts[wrong - 1].Men + counts[wrong - 1].Women)
                );
            plan.Datasets.Single().Observations.ShouldAllBe(one => one.Value != null);
        }
    }

    [Fact]
    public void A_total_in_a_title_is_compared_with_the_table()
    {
        var random = new Random(1);
        const string title = "ตารางที่ 1 จำนวนครู ปีการศึกษา 2566";
        for (var round = 0; round < 30; round++)
        {
            var total = round % 3 == 0 ? 177 : random.Next(1, 5000);
            var printed = $"{title} รวม{(round % 2 == 0 ? "ทั้งสิ้น" : "")} {total:#,0} คน";
            var text = VariedPlan.Text.Replace(title, printed, StringComparison.Ordinal);
            var plan = Plans.Read(Encoding.UTF8.GetBytes(ThaiNumber.ToThaiDigits(text))).Value;
            var found = FindingRules
                .Check(plan)
                .Select(one => $"{one.Rule.Code} {one.Fault.Stated} {one.Fault.Computed}");
            found.ShouldBe(total == 177 ? [] : [$"COUNT_DIFFERS {total:#,0} 177"]);
        }
    }

    [Fact]
    public void Totals_in_front_of_what_they_sum_are_checked()
    {
        for (var seed = 0; seed < 30; seed++)
        {
            var counts = Counts(seed);
            var (men, women) = (counts.Sum(row => row.Men), counts.Sum(row => row.Women));
            string[] rows =
            [
                "ตำแหน่ง\tรวม\tชาย\tหญิง",
                $"รวม\t{men + women}\t{men}\t{women}",
                .. Positions.Zip(counts, (name, row) => $"{name}\t{row.Men + row.Women}\t{row.Men}\t{row.Women}"),
            ];
            Read(string.Join('\n', rows), thai: true).Found.ShouldBeEmpty();
            var wrong = 1 + (seed % (rows.Length - 1));
            var cells = rows[wrong].Split('\t');
            cells[1] = $"{int.Parse(cells[1], CultureInfo.InvariantCulture) + 1 + seed}";
            rows[wrong] = string.Join('\t', cells);

            var (_, found, first) = Read(string.Join('\n', rows), thai: true);

            found.ShouldNotBeEmpty(rows[wrong]);
            found.Select(one => one.Fault.Source!.Line).ShouldContain(first + wrong);
            // What is in front of other columns need not be their sum.
            rows[0] = "ตำแหน่ง\tรวมอัตรากำลัง\tอายุต่ำสุด\tอายุสูงสุด";
            for (var row = 1; row < rows.Length; row++)
                rows[row] =
                    $"ตำแหน่งที่{row switch { 1 => "หนึ่ง", 2 => "สอง", _ => new string('ก', row) }}\t{row * 7}\t{20 + row}\t{50 + row}";
            Read(string.Join('\n', rows), thai: true).Found.ShouldBeEmpty();
        }
    }

    [Fact]
    public void Whole_percentages_are_read_as_such_beside_the_100_of_a_total()
    {
        for (var seed = 0; seed < 20; seed++)
        {
            var counts = Counts(seed);
            string[] rows =
            [
                "ตำแหน่ง\tชาย\tหญิง\tรวม",
                .. Positions.Zip(
                    counts,
                    (name, row) =>
                    {
                        var of = row.Men + row.Women;
                        return $"{name}\t{row.Men} ({Whole(row.Men, of)})\t{row.Women} ({Whole(row.Women, of)})\t{of} (100)";
                    }
                ),
            ];

            var (plan, found, _) = Read(string.Join('\n', rows), thai: seed % 2 == 0);

            found.ShouldBeEmpty();
            plan.Reading!.Unread.ShouldBeEmpty();
            plan.Datasets.Single().Observations.Count(one => one.Value == 100).ShouldBe(Positions.Length);
        }
    }

    [Fact]
    public void A_number_in_brackets_that_may_count_something_else_is_not_guessed()
    {
        var (plan, found, first) = Read(Plain.Replace("\t41\t", "\t41 (7)\t", StringComparison.Ordinal), thai: false);
        found.ShouldHaveSingleItem().Fault.Source!.Line.ShouldBe(first + 1);
        plan.Datasets.Single().Observations[0].Value.ShouldBeNull();
        plan.Reading!.Unread.ShouldHaveSingleItem().Text.ShouldBe("41 (7)");
    }

    [Theory]
    [InlineData("134", "13.4")]
    [InlineData("134", "1,34")]
    [InlineData("93", "9 3 5")]
    [InlineData("26", "26*")]
    public void A_misprinted_count_is_told_at_its_row_and_the_others_stay_checked(string count, string misprint)
    {
        var table = Plain.Replace($"\t{count}", $"\t{misprint}", StringComparison.Ordinal);
        var line = Array.FindIndex(table.Split('\n'), row => row.Contains(misprint, StringComparison.Ordinal));
        var (_, found, first) = Read(table, thai: false);
        found.ShouldNotBeEmpty();
        found[0].Fault.Source!.Line.ShouldBe(first + line);
        var (_, both, _) = Read(table.Replace("\t58", "\t85", StringComparison.Ordinal), thai: false);
        both.ShouldContain(one => one.Rule.Code == "DATASET_COLUMN_TOTAL" && one.Fault.Stated == "85");
    }

    private static (int Men, int Women)[] Counts(int seed)
    {
        var random = new Random(seed);
        return [.. Positions.Select(_ => (random.Next(101, 200), random.Next(211, 400)))];
    }

    private static string Table((int Men, int Women)[] counts, Form form)
    {
        var rows = new List<string>
        {
            form == Form.InColumns
                ? "ตำแหน่ง\tชาย\t\tหญิง\t\tรวม\n\tจำนวน\tร้อยละ\tจำนวน\tร้อยละ\tจำนวน"
                : "ตำแหน่ง\tชาย\tหญิง\tรวม",
        };
        foreach (var (name, row) in Positions.Zip(counts))
            rows.Add(Row(name, row.Men, row.Women, form));
        rows.Add(Row("รวม", counts.Sum(row => row.Men), counts.Sum(row => row.Women), form));
        return string.Join('\n', rows);
    }

    private static string Row(string name, int men, int women, Form form) =>
        $"{name}\t{Cell(men, men + women, form)}\t{Cell(women, men + women, form)}\t{men + women}";

    private static string Cell(int count, int of, Form form) =>
        form switch
        {
            Form.InCells => $"{count} ({Text(Share(count, of))})",
            Form.InCellsWithSigns => $"{count} (ร้อยละ {Text(Share(count, of))})",
            _ => $"{count}\t{Text(Share(count, of))}",
        };

    private static decimal Share(int count, int of) =>
        decimal.Round(count * 100m / of, 1, MidpointRounding.AwayFromZero);

    private static decimal Whole(int count, int of) => decimal.Round(count * 100m / of, MidpointRounding.AwayFromZero);

    private static string Text(decimal share) => share.ToString("0.0", CultureInfo.InvariantCulture);

    /// <returns>The plan, what is found in it, and the line of the table's first row.</returns>
    private static (PlanFile Plan, IReadOnlyList<(FindingRule Rule, Fault Fault)> Found, int First) Read(
        string table,
        bool thai
    )
    {
        var text = VariedPlan.Text.Replace(Plain, table, StringComparison.Ordinal);
        var first = text[..text.IndexOf(table, StringComparison.Ordinal)].Count(letter => letter == '\n') + 1;
        var plan = Plans.Read(Encoding.UTF8.GetBytes(thai ? ThaiNumber.ToThaiDigits(text) : text)).Value;
        return (plan, FindingRules.Check(plan), first);
    }
}
