using TeacherDevPlan.Domain.Budgets;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Plans.Document;

namespace TeacherDevPlan.Application.Tests.Documents;

/// <summary>A small plan without contradictions in any clothes, and what must be read of it.</summary>
internal static class SmallPlan
{
    private static readonly string[] MonthHeads =
    [
        "ต.ค. 66",
        "พ.ย. 66",
        "ธ.ค. 66",
        "ม.ค. 67",
        "ก.พ. 67",
        "มี.ค. 67",
        "เม.ย. 67",
        "พ.ค. 67",
        "มิ.ย. 67",
        "ก.ค. 67",
        "ส.ค. 67",
        "ก.ย. 67",
    ];

    private static readonly (string Name, int[] Amounts)[] Activities =
    [
        ("อบรมครูแกนนำ", [6_000, 30_000, 15_000, 9_000]),
        ("รวมพลังครูทั้งอำเภอ", [0, 1_500, 0, 3_000]),
    ];

    /// <summary>The facts, or that parts of the plan are missing.</summary>
    public static string FactsOrFault(PlanFile plan) =>
        plan.DevelopmentPlan.Projects.Count == 1
        && plan.StrategicPlan.Strategies.Count == 1
        && plan.StrategicPlan.Strategies[0].Indicators.Count == 1
            ? Facts(plan)
            : "other parts";

    /// <summary>What the plan states, a line each.</summary>
    public static string Facts(PlanFile plan)
    {
        var project = plan.DevelopmentPlan.Projects.Single();
        var indicator = plan.StrategicPlan.Strategies.Single().Indicators.Single();
        return string.Join(
            '\n',
            $"{plan.Office.Code} {plan.DevelopmentPlan.FiscalYear}",
            $"{indicator.Name} {indicator.Unit} {string.Join(' ', indicator.Targets.Select(target => $"{target.FiscalYear}={target.Target:0}"))}",
            $"{project.Name} unit {project.ResponsibleUnit} strategy {project.Strategy} {project.Nature}",
            string.Join("; ", project.Owners.Select(owner => $"{owner.Name}/{owner.Position}")),
            $"{project.StartsOn:yyyy-MM-dd} {project.EndsOn:yyyy-MM-dd} {project.StatedBudget:0}",
            string.Join('\n', project.Activities.Select(one => $"{one.Name} {Row(one.Printed)}")),
            project.PrintedTotals is { } totals ? Row(totals) : "-"
        );
    }

    public static string Expected { get; } =
        """
            TH-55-P1 2567
            ร้อยละของครูที่ผ่านเกณฑ์ ร้อยละ 2567=80 2568=85
            โครงการพัฒนาครูใหม่ unit 3 strategy 1 New
            นางสาวหนึ่ง ใจดี/นักวิชาการศึกษา; นายสอง ดีใจ/ศึกษานิเทศก์
            2023-12-01 2024-09-30 64500
            อบรมครูแกนนำ 6000 30000 15000 9000 60000
            รวมพลังครูทั้งอำเภอ 0 1500 0 3000 4500
            6000 31500 15000 12000 64500
            """.ReplaceLineEndings("\n");

    public static string Text(Clothes clothes)
    {
        var text = $"""
            แผนพัฒนาครูและบุคลากรทางการศึกษา ปีงบประมาณ พ.ศ. 2567

            สำนักงานเขตพื้นที่การศึกษาประถมศึกษาน่าน เขต 1

            โครงสร้าง

            1. กลุ่มอำนวยการ
            2. กลุ่มบริหารงานบุคคล
            3. กลุ่มพัฒนาครูและบุคลากรทางการศึกษา

            กลยุทธ์ที่ 1 พัฒนาครูทั้งเขต

            ตัวชี้วัด :

            {Table(clothes, Indicators(clothes))}

            ที่	ชื่อโครงการ
            1	โครงการพัฒนาครูใหม่

            โครงการ	พัฒนาครูใหม่
            {clothes.UnitLabel}	กลุ่มพัฒนาครูและบุคลากรทางการศึกษา
            ลักษณะโครงการ	{clothes.Nature}
            กลยุทธ์ สพท.	กลยุทธ์ที่ 1 พัฒนาครูทั้งเขต
            {clothes.OwnerLabel}	{clothes.OwnerText}

            1. หลักการและเหตุผล

            ครูใหม่ต้องได้รับการพัฒนาอย่างทั่วถึง

            2. วัตถุประสงค์

            2.1 เพื่อพัฒนาครูใหม่
            2.2 เพื่อติดตามครูใหม่

            3. ระยะเวลาดำเนินโครงการและสถานที่ดำเนินการ : {clothes.Period}

            4. กิจกรรมและงบประมาณ

            งบประมาณสำนักงานเขตพื้นที่การศึกษา จำนวนทั้งสิ้น 64,500.- บาท

            {Table(clothes, Spending(clothes))}

            5. ผลที่คาดว่าจะได้รับ

            5.1 ครูใหม่มีความพร้อม
            """.ReplaceLineEndings("\n");
        return clothes.ThaiDigits ? ThaiNumber.ToThaiDigits(text) : text;
    }

    private static string Table(Clothes clothes, List<List<string>> rows) =>
        string.Join('\n', rows.Select(row => row.Count == 0 ? "" : string.Join(clothes.Separator, row)));

    private static List<List<string>> Indicators(Clothes clothes)
    {
        List<string> first = ["ที่", "ตัวชี้วัด", "หน่วยนับ"];
        List<string> second = ["", "", ""];
        List<string> row = ["1", "ร้อยละของครูที่ผ่านเกณฑ์", "ร้อยละ"];
        if (clothes.Baseline)
        {
            first.Add(clothes.YearsInFirstRow ? "ข้อมูลพื้นฐาน ปี 2566" : "ข้อมูลพื้นฐาน");
            second.Add("2566");
            row.Add("75");
        }

        first.AddRange(
            clothes.YearsInFirstRow ? clothes.Years.Select(year => $"ค่าเป้าหมาย {year}") : ["ค่าเป้าหมาย (ปี)", ""]
        );
        second.AddRange(clothes.Years);
        row.AddRange(clothes.TargetCells);
        List<string>[] ends = [first, second, row];
        foreach (var (index, cell) in ((string[])["ระดับ", "", "สพท."]).Index())
            ends[index].Add(cell);
        return clothes.YearsInFirstRow ? [first, row] : [first, second, row];
    }

    private static List<List<string>> Spending(Clothes clothes)
    {
        List<string> head = clothes.Numbers ? ["ที่", "กิจกรรม"] : ["กิจกรรม"];
        List<string> under = [.. head.Select(_ => "")];
        if (clothes.TotalFirst)
            Add(head, under, clothes.Total, "");
        foreach (var (quarter, name) in clothes.Quarters.Index())
        {
            if (clothes.Months)
            {
                foreach (var month in MonthHeads.Skip(quarter * 3).Take(3))
                    Add(head, under, month, "");
            }
            else if (clothes.Counts)
            {
                Add(head, under, name, "เป้าหมาย");
                Add(head, under, "", "งบประมาณ");
            }
            else
            {
                Add(head, under, name, "");
            }
        }

        if (!clothes.TotalFirst)
            Add(head, under, clothes.Total, "");
        if (clothes.Remarks)
            Add(head, under, "หมายเหตุ", "");
        var rows = new List<List<string>> { head };
        if (clothes is { Counts: true, Months: false })
            rows.Add(under);
        foreach (var (index, (name, amounts)) in Activities.Index())
        {
            if (clothes.BlankInTable && index == 1)
                rows.AddRange([
                    [],
                    head,
                    .. rows.Skip(1).Take(clothes is { Counts: true, Months: false } ? 1 : 0),
                ]);
            rows.Add(
                SpendingRow(clothes, clothes.Numbers ? [$"{index + 1}", name] : [$"{index + 1}. {name}"], amounts, "20")
            );
        }

        int[] sums = [.. Enumerable.Range(0, 4).Select(quarter => Activities.Sum(one => one.Amounts[quarter]))];
        rows.Add(SpendingRow(clothes, clothes.Numbers ? ["", clothes.TotalRow] : [clothes.TotalRow], sums, ""));
        return rows;
    }

    private static List<string> SpendingRow(Clothes clothes, string[] name, int[] amounts, string count)
    {
        List<string> row = [.. name];
        if (clothes.TotalFirst)
            row.Add(Amount(amounts.Sum()));
        foreach (var amount in amounts)
        {
            if (clothes.Months)
                row.AddRange(
                    amount == 0 ? ["", "-", ""] : [Amount(amount / 3), Amount(amount / 3), Amount(amount / 3)]
                );
            else if (clothes.Counts)
                row.AddRange([count, Amount(amount)]);
            else
                row.Add(Amount(amount));
        }

        if (!clothes.TotalFirst)
            row.Add(Amount(amounts.Sum()));
        if (clothes.Remarks)
            row.Add("");
        return row;
    }

    private static void Add(List<string> head, List<string> under, string upper, string lower)
    {
        head.Add(upper);
        under.Add(lower);
    }

    private static string Amount(int amount) => amount == 0 ? "-" : $"{amount:#,0}";

    private static string Row(PrintedAmounts amounts) =>
        string.Join(
            ' ',
            new[] { amounts.Q1, amounts.Q2, amounts.Q3, amounts.Q4, amounts.Total }.Select(one => $"{one:0}")
        );
}
