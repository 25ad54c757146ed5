using TeacherDevPlan.Infrastructure.Importing.Text.Words;

namespace TeacherDevPlan.Infrastructure.Importing.Forms.Pdf;

/// <summary>Joins lines that only the width of the page or of a cell has broken.</summary>
/// <param name="Pitch">The distance of two lines of a paragraph, in sizes of the font.</param>
/// <param name="KeepsSpaces">Whether the file prints the space after which a line is broken.</param>
internal sealed record Wrapping(double Pitch, bool KeepsSpaces)
{
    /// <summary>A distance of so many ordinary ones is a blank line.</summary>
    private const double Blank = 1.3;

    private const double UsualPitch = 1.5;

    /// <summary>In sizes of the font: where a space ends a line with less room than this, the line was broken there.</summary>
    private const double SpacedRoom = 9;

    /// <summary>Measures how a document sets its lines.</summary>
    public static Wrapping Of(IEnumerable<IReadOnlyList<TextLine>> blocks)
    {
        var distances = new List<double>();
        var keepsSpaces = false;
        foreach (var lines in blocks)
        {
            for (var i = 1; i < lines.Count; i++)
            {
                if (lines[i - 1].Baseline > lines[i].Baseline)
                    distances.Add((lines[i - 1].Baseline - lines[i].Baseline) / lines[i].Size);
                keepsSpaces |= lines[i - 1].EndsInSpace;
            }
        }

        distances.Sort();
        return new Wrapping(
            distances.Count == 0 ? UsualPitch : Math.Min(distances[distances.Count / 4], 2.5),
            keepsSpaces
        );
    }

    /// <summary>Whether a line has the usual distance from the line above.</summary>
    public bool IsNext(TextLine above, TextLine line) =>
        above.Baseline - line.Baseline is var distance && distance >= 0 && distance <= Pitch * line.Size * Blank;

    /// <summary>
    /// Whether a line goes on in the next one: its first word had no room, and it is neither an item nor a label.
    /// </summary>
    public bool GoesOn(TextLine line, TextLine next, double room) =>
        ThaiMarks.IsMark(next.Text[0])
        || !IsUnbreakable(line, next)
            && room < (line.EndsInSpace ? next.Size * SpacedRoom : next.FirstWord)
            && Marker.At(next.Text) is null
            && !Headings.IsLabel(next.Text);

    /// <summary>
    /// Whether no line is broken between the two letters: a bracket stays with the word before it, and a number with the
    /// one behind it, unless there is a space between them.
    /// </summary>
    private bool IsUnbreakable(TextLine line, TextLine next) =>
        KeepsSpaces
        && !line.EndsInSpace
        && (
            next.Text[0] == '(' && char.IsLetterOrDigit(line.Text[^1])
            || char.IsDigit(line.Text[^1]) && IsThai(next.Text[0])
        );

    /// <summary>
    /// What is between the two parts of a broken line. Digits are one number only if not one more of them had room.
    /// </summary>
    public string Between(TextLine line, TextLine next, double room)
    {
        var (last, first) = (line.Text[^1], next.Text[0]);
        if (ThaiMarks.IsMark(first))
            return "";
        if (line.EndsInSpace)
            return " ";
        if (char.IsDigit(last) && char.IsDigit(first))
            return room < next.FirstLetter ? "" : " ";
        return KeepsSpaces || IsThai(last) && IsThai(first) || last is '-' or '(' or '/' || first is ')' or ','
            ? ""
            : " ";
    }

    /// <summary>The lines of a cell as its paragraphs, a line each.</summary>
    public string Cell(IReadOnlyList<TextLine> lines, double width)
    {
        var text = "";
        for (var i = 0; i < lines.Count; i++)
        {
            if (i > 0)
            {
                var room = width - lines[i - 1].Width;
                text += GoesOn(lines[i - 1], lines[i], room) ? Between(lines[i - 1], lines[i], room) : "\n";
            }

            text += lines[i].Text;
        }

        return text;
    }

    private static bool IsThai(char letter) => letter is >= 'ก' and <= '๎';
}
