using System.Globalization;
using System.Text;
using TeacherDevPlan.Domain.Plans.Document;

namespace TeacherDevPlan.Application.Tests.Documents;

/// <summary>Texts that look the same are read as the same plan, and sources keep what is printed.</summary>
public sealed class SameTextTests
{
    private static readonly (string From, string To)[] Alike =
    [
        ("\u0E33", "\u0E4D\u0E32"),
        ("\u0E49\u0E33", "\u0E4D\u0E49\u0E32"),
        ("\u0E35\u0E48", "\u0E48\u0E35"),
        ("\u0E39\u0E49", "\u0E49\u0E39"),
        ("\u0E36\u0E48", "\u0E48\u0E36"),
        ("\u0E34\u0E4C", "\u0E4C\u0E34"),
        ("\u0E41", "\u0E40\u0E40"),
        ("\u0E48", "\uF70A"),
        ("\u0E48", "\u0E48\u0E48"),
        (" ", "\u00A0"),
        (" ", "\u2007"),
        ("1", "\uFF11"),
        ("2", "\u0662"),
        ("7", "\U0001D7D5"),
        ("(", "\uFF08"),
        ("ก", "\u2060ก"),
        ("ร", "ร\u200B"),
        ("น", "\u200Dน"),
        ("ท", "\u00ADท"),
        ("-", "\u2011"),
    ];

    static SameTextTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public static TheoryData<string, string> Encodings { get; } =
        new MatrixTheoryData<string, string>(
            ["plan-a.txt", "plan-b.txt"],
            ["utf-8", "utf-16", "utf-16BE", "windows-874"]
        );

    [Theory]
    [InlineData("plan-a.txt")]
    [InlineData("plan-b.txt")]
    public void Letters_that_are_stored_differently_are_the_same(string name)
    {
        var text = Plans.Text(name);
        var expected = Facts(Plans.Read(name));
        foreach (var (from, to) in Alike)
            Facts(Read(text.Replace(from, to, StringComparison.Ordinal))).ShouldBe(expected, Name(from, to));
    }

    [Fact]
    public void Any_mixture_of_them_is_the_same()
    {
        var text = Plans.Text("plan-a.txt");
        var expected = Facts(Plans.Read("plan-a.txt"));
        var random = new Random(5);
        for (var round = 0; round < 10; round++)
        {
            var mixed = new StringBuilder();
            foreach (var letter in text)
            {
                var fitting = Array.FindAll(Alike, pair => pair.From == $"{letter}");
                mixed.Append(
                    fitting.Length > 0 && random.Next(5) == 0 ? fitting[random.Next(fitting.Length)].To : letter
                );
            }

            Facts(Read(mixed.ToString())).ShouldBe(expected, $"round {round}");
        }
    }

    [Theory]
    [MemberData(nameof(Encodings))]
    public void Every_encoding_and_line_end_is_the_same(string name, string encoding)
    {
        var text = Plans.Text(name).ReplaceLineEndings("\n");
        var expected = Facts(Read(text));
        foreach (var end in (string[])["\n", "\r\n", "\r"])
        foreach (var mark in (bool[])[true, false])
        {
            var of = Encoding.GetEncoding(encoding);
            byte[] bytes =
            [
                .. mark ? of.GetPreamble() : [],
                .. of.GetBytes(text.Replace("\n", end, StringComparison.Ordinal)),
            ];
            if (of.GetString(of.GetBytes(text)) == text)
                Facts(Plans.Read(bytes).Value).ShouldBe(expected, $"{encoding} {mark}");
        }
    }

    [Fact]
    public void A_damaged_UTF_8_file_is_not_taken_for_another_encoding()
    {
        var bytes = Plans.Bytes("plan-a.txt");
        bytes[bytes.Length / 2] = 0xFF;
        Plans
            .Read(bytes)
            .Error.ShouldBeOfType<PlanFileRefused>()
            .Faults.Single()
            .Message.English.ShouldContain("damaged");
    }

    [Fact]
    public void Sources_keep_what_is_printed()
    {
        var text = Plans
            .Text("plan-a.txt")
            .Replace("\u0E33", "\u0E4D\u0E32", StringComparison.Ordinal)
            .Replace("แ", "เเ", StringComparison.Ordinal);
        var lines = text.Split('\n');
        var plan = Read(text);
        foreach (var project in plan.DevelopmentPlan.Projects)
        {
            var source = plan.Sources.Of(project)!;
            lines[source.Line - 1].Split('\t')[(source.Column ?? 1) - 1].ShouldBe(source.RawText.Split('\n')[0]);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(9)]
    public void Cells_that_fill_up_the_rows_change_nothing(int width)
    {
        var text = SmallPlan.Text(new Clothes());
        var padded = string.Join('\n', text.Split('\n').Select(line => width == 1 ? $"{line}\t" : Padded(line, width)));
        var plan = Read(padded);
        Facts(plan).ShouldBe(Facts(Read(text)));
        plan.Reading!.LinesUsed.ShouldBe(plan.Reading.Lines);
    }

    private static string Padded(string line, int width) =>
        line + new string('\t', Math.Max(0, width - line.Count(character => character == '\t')));

    private static PlanFile Read(string text) => Plans.Read(Encoding.UTF8.GetBytes(text)).Value;

    /// <summary>All that the plan states, without where it is printed.</summary>
    private static string Facts(PlanFile plan)
    {
        var facts = Plans.Facts(plan).AsObject();
        facts.Remove("reading");
        return facts.ToJsonString();
    }

    private static string Name(string from, string to) =>
        string.Join(' ', (from + to).Select(letter => ((int)letter).ToString("X4", CultureInfo.InvariantCulture)));
}
