using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;
using TeacherDevPlan.Domain.Plans.Document;

namespace TeacherDevPlan.Application.Tests.Documents.Forms;

/// <summary>A plan printed to a PDF file is the same plan, and a damaged file is refused in one line.</summary>
public sealed class PdfFormTests
{
    public static TheoryData<string, string> Refused { get; } =
        new()
        {
            { "<< /Type /Pages /Kids [2 0 R] /Count 1 >>", "PDF" },
            { "<< /Type /Pages /Kids [] /Count 0 >>", "without text" },
            { $"<< /Type /Pages /Kids {new string('[', 100_000)} /Count 1 >>", "PDF" },
            { "<< /Type /Pages /Kids [3 0 R] /Count 999999999 >>", "PDF" },
        };

    [Theory]
    [InlineData("plan-a.txt")]
    [InlineData("plan-b.txt")]
    public void The_invented_plans_are_the_same_as_in_their_text(string name)
    {
        var printed = Plans.Read(new PdfMaker().Print(Plans.Text(name).ReplaceLineEndings("\n")));
        printed.Succeeded.ShouldBeTrue(printed.Error?.ToString());
        Lines(Plans.Facts(printed.Value)).Except(Lines(Plans.Facts(Plans.Read(name)))).ShouldBeEmpty();
        Lines(Plans.Facts(Plans.Read(name))).Except(Lines(Plans.Facts(printed.Value))).ShouldBeEmpty();
    }

    [Fact]
    public void A_plan_in_any_clothes_is_the_same_as_in_its_text()
    {
        var random = new Random(11);
        for (var round = 0; round < 25; round++)
        {
            var clothes = Clothes.Random(random) with { Separator = '\t' };
            var text = SmallPlan.Text(clothes);
            var printed = Plans.Read(new PdfMaker { RunningHead = "เอกสารของกลุ่ม" }.Print(text));
            printed.Succeeded.ShouldBeTrue($"seed 11, round {round}: {clothes}");
            SmallPlan.FactsOrFault(printed.Value).ShouldBe(SmallPlan.Expected, $"seed 11, round {round}: {clothes}");
        }
    }

    [Fact]
    public void Headers_and_page_numbers_are_reported_as_repetitions()
    {
        var plan = Plans.Read(new PdfMaker { RunningHead = "เอกสารของกลุ่ม" }.Print(LongText())).Value;
        var repeated = plan.Reading!.Unread.Where(passage => passage.Reason == UnreadReason.Repetition).ToList();
        repeated.ShouldContain(passage => passage.Text.Contains("เอกสารของกลุ่ม"));
        repeated.ShouldContain(passage => passage.Text.Contains("- 2 -"));
    }

    [Theory]
    [InlineData("โครงการ ใหม่เอี่ยม")]
    [InlineData("หลักการและเหตุผล")]
    [InlineData("1. วัตถุประสงค์")]
    public void A_heading_at_the_top_of_pages_is_never_left_out(string heading)
    {
        var plan = Plans.Read(new PdfMaker { RunningHead = heading }.Print(LongText())).Value;
        plan.Reading!.Unread.Where(passage => passage.Reason == UnreadReason.Repetition)
            .ShouldNotContain(passage => passage.Text.Contains(heading));
    }

    /// <summary>A text of several pages.</summary>
    private static string LongText() =>
        SmallPlan.Text(new Clothes())
        + string.Concat(Enumerable.Range(2, 150).Select(number => $"\n5.{number} ครูใหม่มีความพร้อม"));

    [Fact]
    public void What_the_layer_has_stays_in_the_source_and_the_page_is_told()
    {
        var text = SmallPlan.Text(new Clothes());
        var printed = Plans.Read(
            new PdfMaker { Layer = line => line.Replace("ำ", "\u0E4Dา", StringComparison.Ordinal) }.Print(text)
        );
        var plan = printed.Value;
        var source = plan.Sources.Of(plan.DevelopmentPlan.Projects.Single(), "statedBudget")!;
        source.RawText.ShouldContain("จ\u0E4Dานวน");
        source.Page.ShouldBe(2);
        SmallPlan.Facts(printed.Value).ShouldBe(SmallPlan.Expected);
    }

    [Fact]
    public void A_file_that_was_changed_at_random_is_read_or_refused_in_one_line()
    {
        var file = new PdfMaker().Print(SmallPlan.Text(new Clothes()));
        var random = new Random(3);
        for (var round = 0; round < 150; round++)
        {
            var changed = file.ToArray();
            for (var flips = random.Next(12); flips >= 0; flips--)
                changed[random.Next(8, changed.Length)] = (byte)random.Next(256);
            var read = Plans.Read(random.Next(3) == 0 ? changed[..random.Next(8, changed.Length)] : changed);
            if (!read.Succeeded)
                read.Error.ShouldBeOfType<PlanFileRefused>().Faults.ShouldNotBeEmpty($"seed 3, round {round}");
        }
    }

    [Theory]
    [MemberData(nameof(Refused))]
    public void Hostile_pages_are_refused(string pages, string reason) =>
        Reason(
                PdfMaker.File([
                    "<< /Type /Catalog /Pages 2 0 R >>"u8.ToArray(),
                    Encoding.ASCII.GetBytes(pages),
                    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] >>"u8.ToArray(),
                ])
            )
            .ShouldContain(reason);

    [Fact]
    public void A_stream_that_unpacks_to_very_much_is_refused()
    {
        using var packed = new MemoryStream();
        using (var stream = new ZLibStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            for (var megabytes = 0; megabytes < 80; megabytes++)
                stream.Write(new byte[1 << 20]);
        }

        Reason(
                PdfMaker.File([
                    "<< /Type /Catalog /Pages 2 0 R >>"u8.ToArray(),
                    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>"u8.ToArray(),
                    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents 4 0 R /Resources << >> >>"u8.ToArray(),
                    PdfMaker.Stream(packed.ToArray(), "/Filter /FlateDecode"),
                ])
            )
            .ShouldContain("unpacks");
    }

    private static string Reason(byte[] file) =>
        Plans.Read(file).Error.ShouldBeOfType<PlanFileRefused>().Faults.ShouldHaveSingleItem().Message.English;

    /// <summary>The facts of a plan with their paths, without where they are printed.</summary>
    private static List<string> Lines(JsonNode? plan, string path = "") =>
        plan switch
        {
            JsonObject members =>
            [
                .. members
                    .Where(member => path.Length > 0 || member.Key is not ("reading" or "sources"))
                    .SelectMany(member => Lines(member.Value, $"{path}/{member.Key}")),
            ],
            JsonArray items => [.. items.SelectMany((item, index) => Lines(item, $"{path}/{index}"))],
            _ => [$"{path} {plan}"],
        };
}
