using System.Text;

namespace TeacherDevPlan.Infrastructure.Importing.Forms.Pdf;

/// <summary>
/// Puts vowels and tones to the letters that they are drawn over. The layer of a PDF file often has them in another place
/// ("ข้นึ" for "ขึ้น"), and a sara am as two glyphs, of which the first can claim to be the whole ("กำาหนด").
/// </summary>
internal static class ThaiMarks
{
    public const char SaraAm = '\u0E33';

    /// <summary>The part of the font's size that a letter of its own is wide; a mark takes less.</summary>
    public const double NarrowestLetter = 0.2;

    private const char Nikhahit = '\u0E4D';
    private const int MostAtOnePlace = 12;

    /// <summary>The letters of a line with their marks, from left to right.</summary>
    public static List<Cluster> Clusters(IEnumerable<Glyph> line)
    {
        var glyphs = Once(line);
        var letters = glyphs.Where(glyph => !glyph.IsMark).Select(glyph => new Cluster(glyph)).ToList();
        foreach (var mark in glyphs.Where(glyph => glyph.IsMark).OrderBy(glyph => glyph.Order))
        {
            if (Below(letters, mark) is >= 0 and var below)
                letters[below].Marks.Add(mark);
            else
                letters.Insert(letters.TakeWhile(letter => letter.Base.IsMark).Count(), new Cluster(mark));
        }

        return letters;
    }

    public static bool IsMark(char letter) =>
        letter
            is '\u0E31'
                or (>= '\u0E34' and <= '\u0E3A')
                or (>= '\u0E47' and <= '\u0E4E')
                or (>= '\uF700' and <= '\uF71A');

    /// <summary>Appends a letter with its marks in the order in which Thai is written.</summary>
    public static void Append(StringBuilder text, Cluster letter)
    {
        var isAa = letter.Base.Text is "\u0E32" or "\u0E33";
        var isAm = isAa && (TakeNikhahit(text) | letter.HasNikhahit);
        if (isAm)
            text.Append(letter.MarksWithout(Nikhahit)).Append(SaraAm);
        else
            text.Append(letter.Base.Text == "\u0E33" && letter.Base.IsMark ? "\u0E4D" : letter.Base.Text)
                .Append(letter.MarksWithout('\0'));
    }

    /// <summary>Removes the nikhahit of the letter before, possibly below a tone.</summary>
    private static bool TakeNikhahit(StringBuilder text)
    {
        for (var at = text.Length - 1; at >= 0 && at >= text.Length - 3 && IsMark(text[at]); at--)
        {
            if (text[at] != Nikhahit)
                continue;
            text.Remove(at, 1);
            return true;
        }

        return false;
    }

    /// <summary>
    /// The letter that a mark is drawn over; without a shape, the letter that it follows. Negative if the line begins with
    /// the mark because its letter is in the line above.
    /// </summary>
    private static int Below(List<Cluster> letters, Glyph mark)
    {
        // A shape that begins where the mark does is not the mark's: it stands for all letters of a font without shapes.
        var hasShape = mark.InkLeft < mark.Left - mark.Size * 0.05 || mark.Width > mark.Size * 0.1;
        var at = hasShape ? (mark.InkLeft + mark.InkRight) / 2 : mark.Left - mark.Size * 0.05;
        var (from, to) = (0, letters.Count);
        while (from < to)
        {
            var middle = (from + to) / 2;
            if (letters[middle].Base.Left <= at)
                from = middle + 1;
            else
                to = middle;
        }

        var found = from - 1;
        while (found >= 0 && (letters[found].Base.IsSpace || letters[found].Base.IsMark))
            found--;
        return found;
    }

    /// <summary>Each glyph once, because some programs print bold letters by printing them twice.</summary>
    private static List<Glyph> Once(IEnumerable<Glyph> line)
    {
        var result = new List<Glyph>();
        foreach (var glyph in line.OrderBy(one => one.Left).ThenBy(one => one.Order))
        {
            var isAgain = false;
            for (
                var i = result.Count - 1;
                i >= Math.Max(0, result.Count - MostAtOnePlace) && glyph.Left - result[i].Left < glyph.Size * 0.1;
                i--
            )
                isAgain |= result[i].Text == glyph.Text && !glyph.IsSpace && glyph.Width <= result[i].Width * 1.1;
            if (!isAgain)
                result.Add(glyph);
        }

        return result;
    }
}

/// <summary>A letter with the marks above and below it.</summary>
internal sealed record Cluster(Glyph Base)
{
    public List<Glyph> Marks { get; } = [];

    public bool HasNikhahit => Marks.Exists(mark => mark.Text is "\u0E4D" or "\u0E33");

    /// <summary>The marks in the order in which Thai is written, without some.</summary>
    public string MarksWithout(char left) =>
        string.Concat(
            Marks
                .Select(mark => mark.Text[0] == ThaiMarks.SaraAm ? '\u0E4D' : mark.Text[0])
                .Where(mark => mark != left)
                .OrderBy(mark => mark is >= '\u0E48' and <= '\u0E4C' ? 1 : 0)
        );
}
