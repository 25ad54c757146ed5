using System.Globalization;
using TeacherDevPlan.Infrastructure.Importing.Forms.Packages;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Exceptions;

namespace TeacherDevPlan.Infrastructure.Importing.Forms.Pdf;

/// <summary>Takes the letters and lines from a PDF file, within limits that no plan reaches.</summary>
internal static class PdfLetters
{
    public const int MostPages = 2_000;
    public const int MostLetters = 4_000_000;

    private const int MostOnPage = 50_000;

    /// <summary>A page with more lines has a drawing; more of them are of no use.</summary>
    private const int MostRules = 5_000;

    private const int Deepest = 100;

    /// <summary>Lines that are thicker than this are surfaces, in points.</summary>
    private const double Thickest = 3;

    private const double Shortest = 4;

    public static IReadOnlyList<PdfPage> Of(ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        var log = new UnknownLetters();
        using var bytes = new CancellableBytes(content, cancellationToken);
        using var document = Open(bytes, log, cancellationToken);
        if (document.NumberOfPages > MostPages)
            throw new RefusedFormException(
                $"is a PDF file of {Number(document.NumberOfPages)} pages; at most {Number(MostPages)}.",
                $"เป็นไฟล์ PDF {Number(document.NumberOfPages)} หน้า มีได้ไม่เกิน {Number(MostPages)} หน้า"
            );
        var pages = new List<PdfPage>();
        var letters = 0;
        for (var number = 1; number <= document.NumberOfPages; number++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var page = document.GetPage(number);
            letters += page.Letters.Count;
            if (letters > MostLetters || page.Letters.Count > MostOnPage)
                throw new RefusedFormException(
                    $"is a PDF file of more than {Number(MostLetters)} letters, or {Number(MostOnPage)} on one page.",
                    $"เป็นไฟล์ PDF ที่มีเกิน {Number(MostLetters)} อักขระ หรือ {Number(MostOnPage)} อักขระในหน้าเดียว"
                );
            pages.Add(
                new PdfPage(number, page.Width, page.Height, [.. Glyphs(page, log)], [.. Rules(page).Take(MostRules)])
            );
        }

        return letters > 0
            ? pages
            : throw new RefusedFormException(
                "is a PDF file without text (a scan, perhaps); recognise its text, or use the document that it was made from.",
                "เป็นไฟล์ PDF ที่ไม่มีข้อความ (อาจเป็นภาพสแกน) โปรดแปลงภาพเป็นข้อความ หรือใช้เอกสารต้นฉบับ"
            );
    }

    private static PdfDocument Open(Stream bytes, UnknownLetters log, CancellationToken cancellationToken)
    {
        try
        {
            return PdfDocument.Open(
                bytes,
                new ParsingOptions
                {
                    UseLenientParsing = true,
                    SkipMissingFonts = false,
                    MaxStackDepth = Deepest,
                    Logger = log,
                    FilterProvider = new BoundedFilters(cancellationToken),
                }
            );
        }
        catch (PdfDocumentEncryptedException)
        {
            throw new RefusedFormException(
                "is an encrypted PDF file; save it without a password.",
                "เป็นไฟล์ PDF ที่เข้ารหัส โปรดบันทึกโดยไม่ใช้รหัสผ่าน"
            );
        }
    }

    private static IEnumerable<Glyph> Glyphs(Page page, UnknownLetters log)
    {
        var order = 0;
        var turns = new Dictionary<TextOrientation, Turn> { [TextOrientation.Horizontal] = Turn.None };
        foreach (var letter in page.Letters)
        {
            if (!turns.TryGetValue(letter.TextOrientation, out var turn))
            {
                turn = TurnOf(letter.StartBaseLine, letter.EndBaseLine);
                if (letter.Width > 0.1)
                    turns[letter.TextOrientation] = turn;
            }

            yield return GlyphOf(letter, turn, log.IsUnknown(letter) ? UnknownLetters.Sign : letter.Value, order++);
        }
    }

    private static Glyph GlyphOf(Letter letter, Turn turn, string text, int order)
    {
        var (start, end) = (Turned(turn, letter.StartBaseLine), Turned(turn, letter.EndBaseLine));
        var (low, high) = (Turned(turn, letter.BoundingBox.BottomLeft), Turned(turn, letter.BoundingBox.TopRight));
        return new Glyph(
            text,
            Math.Min(start.X, end.X),
            Math.Max(start.X, end.X),
            start.Y,
            Math.Min(low.X, high.X),
            Math.Max(low.X, high.X),
            letter.PointSize > 0 ? letter.PointSize : Math.Max(letter.BoundingBox.Height, 1),
            order
        )
        {
            Place = (
                (letter.StartBaseLine.X + letter.EndBaseLine.X) / 2,
                (letter.StartBaseLine.Y + letter.EndBaseLine.Y) / 2
            ),
            IsTurned = turn != Turn.None,
        };
    }

    private static Turn TurnOf(PdfPoint start, PdfPoint end) =>
        Math.Abs(end.Y - start.Y) > Math.Abs(end.X - start.X) ? (end.Y > start.Y ? Turn.Up : Turn.Down)
        : end.X < start.X ? Turn.Back
        : Turn.None;

    private static (double X, double Y) Turned(Turn turn, PdfPoint point) =>
        turn switch
        {
            Turn.Up => (point.Y, -point.X),
            Turn.Down => (-point.Y, point.X),
            Turn.Back => (-point.X, -point.Y),
            _ => (point.X, point.Y),
        };

    private static IEnumerable<Rule> Rules(Page page)
    {
        foreach (var path in page.Paths.Where(path => path.IsStroked || path.IsFilled))
        {
            foreach (var part in path)
            {
                if (part.GetBoundingRectangle() is { } box && Math.Min(box.Width, box.Height) < Thickest)
                {
                    if (RuleOf(box.Left, box.Bottom, box.Right, box.Top) is { } rule)
                        yield return rule;
                }
                else if (path.IsStroked)
                {
                    foreach (var side in Sides(part))
                        yield return side;
                }
            }
        }
    }

    private static IEnumerable<Rule> Sides(PdfSubpath part)
    {
        foreach (var line in part.Commands.OfType<PdfSubpath.Line>())
        {
            if (RuleOf(line.From.X, line.From.Y, line.To.X, line.To.Y) is { } rule)
                yield return rule;
        }

        if (
            part.IsClosed()
            && part.Commands[0] is PdfSubpath.Move first
            && part.Commands.OfType<PdfSubpath.Line>().LastOrDefault() is { } last
        )
        {
            if (RuleOf(last.To.X, last.To.Y, first.Location.X, first.Location.Y) is { } rule)
                yield return rule;
        }
    }

    private static Rule? RuleOf(double x, double y, double toX, double toY)
    {
        var (width, height) = (Math.Abs(toX - x), Math.Abs(toY - y));
        if (Math.Max(width, height) < Shortest || Math.Min(width, height) >= Thickest)
            return null;
        return width > height
            ? new Rule(true, (y + toY) / 2, Math.Min(x, toX), Math.Max(x, toX))
            : new Rule(false, (x + toX) / 2, Math.Min(y, toY), Math.Max(y, toY));
    }

    private static string Number(int number) => number.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>Which way a text runs, if not to the right.</summary>
    private enum Turn
    {
        None,
        Up,
        Down,
        Back,
    }
}
