using System.Diagnostics;
using System.Text;
using TeacherDevPlan.Domain.Findings.Rules;
using TeacherDevPlan.Domain.Plans.Document;

namespace TeacherDevPlan.Application.Tests.Documents;

public sealed class HostileDocumentTests
{
    private static readonly string[] Insertions =
    [
        "\t",
        "<p>",
        "<ul style=\"",
        "๑.",
        "- ",
        "(",
        "๙๙๙๙๙๙๙๙๙๙๙๙",
        "&amp;",
        "←",
        "9.9.9.9.9.9",
        "รวม",
        "โครงการ",
        "กลยุทธ์ที่ ๙๙๙ ",
        "ตารางที่ ๙",
    ];

    public static TheoryData<byte[], string> NoPlans { get; } =
        new()
        {
            { [0x50, 0x4B, 0x03, 0x04, 0x14, 0x00], "ZIP archive" },
            { "%PDF-1.7 …"u8.ToArray(), "PDF file" },
            { [0xD0, 0xCF, 0x11, 0xE0, 0xA1], "old Word" },
            { [0xE0, 0xB8, 0x41, 0xE0, 0xB8, 0x81, 0xFF], "UTF-8" },
            { [0xFF, 0xFE, 0x41, 0x00], "names no office" },
            { "แผน\0ครู"u8.ToArray(), "control character" },
            { Encoding.UTF8.GetBytes(new string('ก', 60_000)), "line of 60000" },
            { Encoding.UTF8.GetBytes(new string('\t', 5_000)), "cells" },
            { Encoding.UTF8.GetBytes(new string('\n', 200_000)), "lines" },
            { "ข้อความที่ไม่ใช่แผน"u8.ToArray(), "names no office" },
            { Encoding.UTF8.GetBytes(new string('{', 2_000)), "JSON" },
        };

    [Theory]
    [MemberData(nameof(NoPlans))]
    public void What_is_no_plan_is_refused_and_told_why(byte[] content, string reason) =>
        Plans
            .Read(content)
            .Error.ShouldBeOfType<PlanFileRefused>()
            .Faults.ShouldContain(fault => fault.Message.English.Contains(reason));

    [Theory]
    [InlineData("plan-a.txt", 1)]
    [InlineData("plan-b.txt", 2)]
    public void A_document_that_was_changed_at_random_is_read_or_refused(string name, int seed)
    {
        var lines = Plans.Text(name).Split('\n');
        var random = new Random(seed);
        for (var round = 0; round < 150; round++)
        {
            var changed = Encoding.UTF8.GetBytes(string.Join('\n', Changed(lines, random)));
            var read = Plans.Read(changed);
            if (!read.Succeeded)
                continue;
            PlanFileRules
                .Check(read.Value, TestContext.Current.CancellationToken)
                .ShouldBeEmpty($"seed {seed}, round {round}");
            FindingRules.Check(read.Value).ShouldNotBeNull();
        }
    }

    [Theory]
    [InlineData("| ที่ | กิจกรรม | ไตรมาส 1 | รวม |\n|---|---|---|---|\n| 1 | ก | 100 | 100 |\n| &nbsp; | &nbsp; |")]
    [InlineData("| กิจกรรม | ไตรมาส 1 |\n| <br> | <br> |\n| ก | 5 |\n\n| &nbsp; | <br> |\n| รวม | 5 |")]
    [InlineData("ตัวชี้วัด\tปี 67\tที่\nก\t80\nข\t90\n\nค\t85\nง\t95")]
    [InlineData("กิจกรรม\tไตรมาส 1\t\n\t\t\nรวม\t\t")]
    public void A_table_without_what_tables_have_is_read_anywhere(string table)
    {
        var lines = Plans.Text("plan-a.txt").Split('\n');
        for (var at = 0; at < lines.Length; at += 4)
        {
            string[] changed = [.. lines[..at], "", .. table.Split('\n'), "", .. lines[at..]];
            Should.NotThrow(() => Plans.Read(Encoding.UTF8.GetBytes(string.Join('\n', changed))));
        }
    }

    [Fact]
    public void Markup_that_never_ends_costs_no_time()
    {
        var document = Plans.Text("plan-a.txt");
        var hostile =
            string.Concat(Enumerable.Repeat("<p <p <ul ", 4_000))
            + "\n"
            + string.Concat(Enumerable.Repeat("๑. ", 15_000));
        var watch = Stopwatch.StartNew();
        Plans.Read(Encoding.UTF8.GetBytes($"{document}\n{hostile}")).Succeeded.ShouldBeTrue();
        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(20));
    }

    private static List<string> Changed(string[] lines, Random random)
    {
        var changed = lines.ToList();
        for (var n = random.Next(1, 8); n > 0; n--)
        {
            var (here, there) = (random.Next(changed.Count), random.Next(changed.Count));
            var line = changed[here];
            switch (random.Next(8))
            {
                case 0:
                    changed.RemoveAt(here);
                    break;
                case 1:
                    changed.Insert(here, changed[there]);
                    break;
                case 2:
                    changed[here] = line.Length > 0 ? line.Remove(random.Next(line.Length), 1) : line;
                    break;
                case 3:
                    changed[here] = line.Insert(
                        random.Next(line.Length + 1),
                        Insertions[random.Next(Insertions.Length)]
                    );
                    break;
                case 4:
                    changed[here] = line + changed[there];
                    break;
                case 5:
                    changed[here] = string.Join('\t', line.Split('\t').Reverse());
                    break;
                case 6:
                    changed.InsertRange(there, changed.GetRange(here, Math.Min(25, changed.Count - here)));
                    break;
                default:
                    changed.RemoveRange(here, Math.Min(random.Next(30), changed.Count - here));
                    break;
            }

            if (changed.Count == 0)
                changed.Add("");
        }

        return changed;
    }
}
