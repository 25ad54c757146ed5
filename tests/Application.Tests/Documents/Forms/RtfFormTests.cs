using System.Globalization;
using System.Text;
using TeacherDevPlan.Domain.Plans.Document;

namespace TeacherDevPlan.Application.Tests.Documents.Forms;

/// <summary>A plan saved as rich text is the same plan, and a damaged file is refused.</summary>
public sealed class RtfFormTests
{
    static RtfFormTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    [Fact]
    public void A_plan_in_any_clothes_is_the_same_as_in_its_text()
    {
        var random = new Random(13);
        for (var round = 0; round < 30; round++)
        {
            var clothes = Clothes.Random(random) with { Separator = '\t' };
            var read = Plans.Read(Encoding.ASCII.GetBytes(Rtf(SmallPlan.Text(clothes), random)));
            read.Succeeded.ShouldBeTrue($"seed 13, round {round}: {clothes}");
            SmallPlan.FactsOrFault(read.Value).ShouldBe(SmallPlan.Expected, $"seed 13, round {round}: {clothes}");
        }
    }

    [Fact]
    public void A_file_that_was_changed_at_random_is_read_or_refused()
    {
        var random = new Random(17);
        var file = Encoding.ASCII.GetBytes(Rtf(SmallPlan.Text(new Clothes()), random));
        for (var round = 0; round < 200; round++)
        {
            var changed = file.ToArray();
            for (var flips = random.Next(20); flips > 0; flips--)
                changed[random.Next(5, changed.Length)] = (byte)"{}\\'u*0 "[random.Next(8)];
            var read = Plans.Read(random.Next(3) == 0 ? changed[..random.Next(5, changed.Length)] : changed);
            if (!read.Succeeded)
                read.Error.ShouldBeOfType<PlanFileRefused>().Faults.ShouldNotBeEmpty($"seed 17, round {round}");
        }
    }

    [Theory]
    [InlineData(1_000_000, "within each other")]
    [InlineData(50, "cut off")]
    public void Open_groups_are_refused(int groups, string reason) =>
        Plans
            .Read(Encoding.ASCII.GetBytes($@"{{\rtf1 {new string('{', groups)}"))
            .Error.ShouldBeOfType<PlanFileRefused>()
            .Faults.ShouldHaveSingleItem()
            .Message.English.ShouldContain(reason);

    [Fact]
    public void What_is_not_printed_is_left_out()
    {
        const string head =
            @"{\rtf1\ansi\ansicpg874{\fonttbl{\f0\fcharset222 Font;}{\f1\fcharset0 Font;}}{\*\generator X 9;}{\info{\title 8}}{\header 7}";
        var plan = Plans.Read(
            Encoding.ASCII.GetBytes(
                $@"{head}{Body(SmallPlan.Text(new Clothes()), new Random(1))}{{\v \u3585?}}{{\pict\bin4 }}}}}}}}}}\par}}"
            )
        );
        SmallPlan.Facts(plan.Value).ShouldBe(SmallPlan.Expected);
    }

    [Fact]
    public void A_cell_over_several_columns_stands_in_the_first_of_them()
    {
        var random = new Random(19);
        for (var round = 0; round < 30; round++)
        {
            var clothes = Clothes.Random(random) with { Separator = '\t' };
            var read = Plans.Read(
                Encoding.ASCII.GetBytes(
                    $@"{{\rtf1\ansi\ansicpg874\uc1 {Body(SmallPlan.Text(clothes), random, merged: true)}}}"
                )
            );
            SmallPlan.FactsOrFault(read.Value).ShouldBe(SmallPlan.Expected, $"seed 19, round {round}: {clothes}");
        }
    }

    [Fact]
    public void Footnotes_are_read_and_hidden_text_is_reported()
    {
        var body = Body(SmallPlan.Text(new Clothes()), new Random(1));
        var plan = Plans
            .Read(
                Encoding.ASCII.GetBytes(
                    $@"{{\rtf1\ansi\ansicpg874\uc1 {body}\pard 20{{\super 7}}{{\footnote\pard 4,711 X\par}}{{\v 815 Y}}\par}}"
                )
            )
            .Value;
        SmallPlan.Facts(plan).ShouldBe(SmallPlan.Expected);
        plan.DevelopmentPlan.Sections.Single(section => section.Heading == "เชิงอรรถ")
            .Items.Single()
            .Text.ShouldBe("4,711 X");
        var hidden = plan.Reading!.Unread.Single(passage => passage.Reason == UnreadReason.Hidden);
        hidden.Text.ShouldBe("815 Y");
        Plans.Facts(plan).ToJsonString().ShouldContain("20 7");
    }

    private static string Rtf(string text, Random random) => $@"{{\rtf1\ansi\ansicpg874\uc1 {Body(text, random)}}}";

    /// <param name="merged">Whether empty cells behind others are parts of them at random.</param>
    private static string Body(string text, Random random, bool merged = false)
    {
        var result = new StringBuilder();
        foreach (var line in text.Split('\n'))
        {
            if (!line.Contains('\t', StringComparison.Ordinal))
            {
                result.Append(CultureInfo.InvariantCulture, $"\\pard {Letters(line, random)}\\par\n");
                continue;
            }

            var columns = line.Split('\t').Index().ToList();
            if (merged)
                columns.RemoveAll(cell => cell.Index > 0 && cell.Item.Length == 0 && random.Next(2) == 0);
            result.Append("\\trowd");
            foreach (var index in columns.Skip(1).Select(cell => cell.Index).Append(line.Split('\t').Length))
                result.Append(CultureInfo.InvariantCulture, $"\\cellx{index * 1000 + random.Next(20)}");
            result.Append("\\pard\\intbl ");
            foreach (var (_, cell) in columns)
                result.Append(CultureInfo.InvariantCulture, $"{Letters(cell, random)}\\cell ");
            result.Append("\\row\n");
        }

        return result.ToString();
    }

    /// <summary>Each letter as \u, or as a byte of the code page.</summary>
    private static string Letters(string text, Random random)
    {
        var result = new StringBuilder();
        foreach (var letter in text)
        {
            if (letter < 128)
                result.Append(letter is '\\' or '{' or '}' ? $"\\{letter}" : $"{letter}");
            else if (letter is >= 'ก' and <= '๛' && random.Next(2) == 0)
                result.Append(CultureInfo.InvariantCulture, $"\\'{Encoding.GetEncoding(874).GetBytes([letter])[0]:x2}");
            else
                result.Append(CultureInfo.InvariantCulture, $"\\u{(int)letter}?");
        }

        return result.ToString();
    }
}
