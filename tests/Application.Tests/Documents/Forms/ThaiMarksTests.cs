using System.Text;
using TeacherDevPlan.Infrastructure.Importing.Forms.Pdf;

namespace TeacherDevPlan.Application.Tests.Documents.Forms;

/// <summary>Marks of Thai are read with the letter that they are drawn over, wherever the text layer has them.</summary>
public sealed class ThaiMarksTests
{
    private const string Letters = "กขคงจชดตทนบปพมยรลวสหอ";
    private const string Vowels = "\u0E31\u0E34\u0E35\u0E36\u0E37\u0E38\u0E39";
    private const string Tones = "\u0E48\u0E49\u0E4A\u0E4B\u0E4C";

    [Fact]
    public void Words_are_the_same_in_any_order_of_their_glyphs()
    {
        var random = new Random(7);
        for (var round = 0; round < 2_000; round++)
        {
            var word = new StringBuilder();
            var glyphs = new List<Glyph>();
            var x = 100.0;
            for (var letters = random.Next(1, 9); letters > 0; letters--)
                x = Letter(random, word, glyphs, x);
            var order = Enumerable.Range(0, glyphs.Count).ToArray();
            random.Shuffle(order);
            var line = TextLine
                .Of(glyphs.Select((glyph, index) => glyph with { Order = order[index] }))
                .ShouldHaveSingleItem();
            line.Text.ShouldBe(word.ToString(), $"seed 7, round {round}");
        }
    }

    [Fact]
    public void A_line_can_begin_with_the_marks_of_the_line_above()
    {
        var line = TextLine.Of([Mark('\u0E39', 100), Base("ด", 100), Base("ี", 107)]).ShouldHaveSingleItem();
        line.Text.ShouldStartWith("\u0E39ด");
    }

    private static double Letter(Random random, StringBuilder word, List<Glyph> glyphs, double x)
    {
        var letter = Letters[random.Next(Letters.Length)];
        word.Append(letter);
        glyphs.Add(Base($"{letter}", x));
        x += 7;
        var isAm = random.Next(4) == 0;
        if (isAm)
            glyphs.Add(Mark(random.Next(2) == 0 ? '\u0E4D' : '\u0E33', x));
        else if (random.Next(2) == 0)
            Add(Vowels[random.Next(Vowels.Length)]);
        if (random.Next(2) == 0)
            Add(Tones[random.Next(Tones.Length)]);
        if (!isAm)
            return x;
        glyphs.Add(Base(random.Next(2) == 0 ? "\u0E32" : "\u0E33", x));
        word.Append('\u0E33');
        return x + 5;

        void Add(char mark)
        {
            glyphs.Add(Mark(mark, x));
            word.Append(mark);
            if (random.Next(8) == 0)
                glyphs.Add(Mark(mark, x));
        }
    }

    private static Glyph Base(string text, double x) =>
        new(text, x, x + (text[0] == '\u0E32' ? 5 : 7), 500, x, x + 6, 12, 0);

    /// <summary>A mark takes no place, and its shape is over the letter to the left.</summary>
    private static Glyph Mark(char mark, double x) => new($"{mark}", x, x, 500, x - 5, x - 1, 12, 0);
}
