using System.Text;

namespace TeacherDevPlan.Infrastructure.Importing.Forms.Pdf;

/// <summary>Letters in one line, from left to right.</summary>
internal sealed class TextLine
{
    /// <summary>The part of the font's size from which a distance between letters is a space.</summary>
    private const double Space = 0.25;

    /// <summary>Heights that differ by less than this part of the font's size are one line.</summary>
    private const double SameHeight = 0.35;

    private readonly List<Cluster> letters;

    private TextLine(List<Cluster> letters)
    {
        this.letters = letters;
        var ink = letters.FindAll(letter => !letter.Base.IsSpace);
        Left = ink.Min(letter => letter.Base.Left);
        Right = ink.Max(letter => letter.Base.Right);
        Baseline = ink.Average(letter => letter.Base.Baseline);
        Size = ink.Max(letter => letter.Base.Size);
        Text = Write(letters);
        EndsInSpace = letters[^1].Base.IsSpace;
        End = Math.Max(Right, letters[^1].Base.Right);
    }

    public double Left { get; }

    public double Right { get; }

    public double Baseline { get; }

    public double Size { get; }

    /// <summary>Where the next word would begin: after the space at its end, if there is one.</summary>
    public double End { get; }

    /// <summary>Its width with the space at its end.</summary>
    public double Width => End - Left;

    public string Text { get; }

    /// <summary>Whether a space is printed at its end, where the text goes on in the next line.</summary>
    public bool EndsInSpace { get; }

    /// <summary>The line as the text layer has it, with its letters in the layer's order.</summary>
    public string Layer =>
        string.Concat(
                letters
                    .SelectMany(letter => letter.Marks.Prepend(letter.Base))
                    .OrderBy(glyph => glyph.Order)
                    .Select(glyph => glyph.Text)
            )
            .Trim();

    /// <summary>The width of its letters up to the first place where a line can end.</summary>
    public double FirstWord
    {
        get
        {
            var start = letters.FindIndex(letter => !letter.Base.IsSpace);
            var end = start;
            while (end + 1 < letters.Count && !IsSpaceBetween(letters[end].Base, letters[end + 1].Base))
                end++;
            var width = letters[end].Base.Right - Left;
            return letters[start].Base.Text[0] is >= 'ก' and <= '๎' ? Math.Min(width, Size * LongestThaiWord) : width;
        }
    }

    /// <summary>The width of the first letter.</summary>
    public double FirstLetter => letters.Find(letter => !letter.Base.IsSpace)!.Base.Width;

    /// <summary>In sizes of the font; Thai has no spaces between words, but lines end between words.</summary>
    private const double LongestThaiWord = 4.5;

    /// <summary>The lines of some glyphs, from the top.</summary>
    public static List<TextLine> Of(IEnumerable<Glyph> glyphs)
    {
        var lines = new List<List<Glyph>>();
        foreach (var glyph in glyphs.OrderByDescending(one => one.Baseline).ThenBy(one => one.Order))
        {
            if (lines.Count > 0 && lines[^1][0].Baseline - glyph.Baseline < glyph.Size * SameHeight)
                lines[^1].Add(glyph);
            else
                lines.Add([glyph]);
        }

        return
        [
            .. lines
                .Where(line => line.Exists(glyph => !glyph.IsSpace))
                .Select(line => new TextLine(ThaiMarks.Clusters(line))),
        ];
    }

    /// <summary>The parts of the line that are set apart by more than a distance in sizes of the font.</summary>
    public List<TextLine> Parts(double distance)
    {
        var parts = new List<TextLine>();
        var (start, last) = (-1, -1);
        for (var i = 0; i < letters.Count; i++)
        {
            if (letters[i].Base.IsSpace)
                continue;
            if (last >= 0 && letters[i].Base.Left - letters[last].Base.Right > distance * Size)
            {
                parts.Add(new TextLine(letters[start..i]));
                start = -1;
            }

            start = start < 0 ? i : start;
            last = i;
        }

        parts.Add(new TextLine(letters[start..]));
        return parts;
    }

    private static string Write(List<Cluster> letters)
    {
        var text = new StringBuilder();
        for (var i = 0; i < letters.Count; i++)
        {
            if (i > 0 && IsSpaceBetween(letters[i - 1].Base, letters[i].Base) && text.Length > 0 && text[^1] != ' ')
                text.Append(' ');
            if (!letters[i].Base.IsSpace)
                ThaiMarks.Append(text, letters[i]);
        }

        return text.ToString().Trim();
    }

    private static bool IsSpaceBetween(Glyph left, Glyph right) =>
        left.IsSpace || right.IsSpace || right.Left - left.Right > Math.Max(left.Size, right.Size) * Space;
}
