namespace TeacherDevPlan.Infrastructure.Importing.Forms.Pdf;

/// <summary>A glyph of a page's text layer; lengths are in points, from the lower left corner of the page.</summary>
/// <param name="Text">The letters that the layer gives for it.</param>
/// <param name="Left">Where it begins; with <paramref name="Right"/>, the place that it takes in its line.</param>
/// <param name="InkLeft">Where its shape begins; Thai marks are drawn over the letter before them.</param>
/// <param name="Size">The size of the font.</param>
/// <param name="Order">Its position in the text layer.</param>
internal sealed record Glyph(
    string Text,
    double Left,
    double Right,
    double Baseline,
    double InkLeft,
    double InkRight,
    double Size,
    int Order
)
{
    /// <summary>Its place on the page; differs from the rest for text that does not run to the right.</summary>
    public (double X, double Y) Place { get; init; } = ((Left + Right) / 2, Baseline);

    /// <summary>Whether the text does not run to the right; then its places are as if the page was turned.</summary>
    public bool IsTurned { get; init; }

    public double Width => Right - Left;

    public bool IsSpace { get; } = string.IsNullOrWhiteSpace(Text);

    /// <summary>A vowel or tone that stands above or below a letter, or the half of a sara am that does.</summary>
    public bool IsMark =>
        Text.Length == 1
        && (ThaiMarks.IsMark(Text[0]) || (Text[0] == ThaiMarks.SaraAm && Width < Size * ThaiMarks.NarrowestLetter));

    public bool IsDigit => Text.Length == 1 && Text[0] is (>= '0' and <= '9') or (>= '๐' and <= '๙') or ',' or '.';

    public double Middle => (Left + Right) / 2;
}

/// <summary>A rectangle on a page.</summary>
internal readonly record struct Box(double Left, double Bottom, double Right, double Top)
{
    public double Width => Right - Left;

    public bool Has(double x, double y) => x >= Left && x <= Right && y >= Bottom && y <= Top;
}

/// <summary>A straight horizontal or vertical line that is drawn on a page.</summary>
/// <param name="At">The height of a horizontal line, or the distance of a vertical one from the left.</param>
internal readonly record struct Rule(bool Horizontal, double At, double From, double To);

/// <summary>What a page has: its letters, and the lines that rule its tables.</summary>
internal sealed record PdfPage(
    int Number,
    double Width,
    double Height,
    IReadOnlyList<Glyph> Glyphs,
    IReadOnlyList<Rule> Rules
);
