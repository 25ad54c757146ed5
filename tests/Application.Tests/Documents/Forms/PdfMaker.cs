using System.Globalization;
using System.Text;

namespace TeacherDevPlan.Application.Tests.Documents.Forms;

/// <summary>
/// Prints a text to a PDF file: lines wrapped at the width of the page, rows with tabs as tables with drawn lines. The
/// font has no shapes; its letters are all equally wide, and Thai marks take no place.
/// </summary>
internal sealed class PdfMaker
{
    private const double Size = 12;
    private const double Letter = 7.2;
    private const double Pitch = 18;
    private const double Margin = 50;
    private const double PageWidth = 1400;
    private const double PageHeight = 842;
    private const double Padding = 5;

    private readonly List<StringBuilder> pages = [];
    private readonly List<char> letters = [];
    private double top;

    /// <summary>Printed at the top of each page, with the page's number below.</summary>
    public string? RunningHead { get; init; }

    /// <summary>How the letters of a line come into the text layer.</summary>
    public Func<string, string> Layer { get; init; } = line => line;

    public byte[] Print(string text)
    {
        NewPage();
        var lines = text.Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            if (!lines[i].Contains('\t'))
            {
                PrintParagraph(lines[i]);
                continue;
            }

            var rows = lines.Skip(i).TakeWhile(line => line.Contains('\t')).Select(line => line.Split('\t')).ToList();
            foreach (var row in rows)
                PrintRow(row, rows.Max(one => one.Length));
            top -= Pitch;
            i += rows.Count - 1;
        }

        return File();
    }

    /// <summary>A file of some objects, of which the first is the root.</summary>
    public static byte[] File(IEnumerable<byte[]> objects)
    {
        using var file = new MemoryStream();
        var places = new List<long>();
        file.Write("%PDF-1.7\n"u8);
        foreach (var content in objects)
        {
            places.Add(file.Position);
            file.Write(Encoding.ASCII.GetBytes($"{places.Count} 0 obj\n"));
            file.Write(content);
            file.Write("\nendobj\n"u8);
        }

        var start = file.Position;
        var table = string.Concat(places.Select(place => $"{place:0000000000} 00000 n \n"));
        file.Write(
            Encoding.ASCII.GetBytes(
                $"xref\n0 {places.Count + 1}\n0000000000 65535 f \n{table}trailer << /Size {places.Count + 1} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF"
            )
        );
        return file.ToArray();
    }

    public static byte[] Stream(byte[] content, string entries = "") =>
        [
            .. Encoding.ASCII.GetBytes($"<< /Length {content.Length} {entries} >>\nstream\n"),
            .. content,
            .. "\nendstream"u8,
        ];

    private void NewPage()
    {
        pages.Add(new StringBuilder());
        top = PageHeight - 100;
        if (RunningHead is not null)
        {
            Show(RunningHead, Margin, PageHeight - 30);
            Show($"- {pages.Count} -", PageWidth / 2, 30);
        }
    }

    private void Need(double height)
    {
        if (top - height < 80)
            NewPage();
    }

    private void PrintParagraph(string text)
    {
        if (text.Length == 0)
            top -= Pitch;
        foreach (var line in Wrapped(text, PageWidth - 2 * Margin))
        {
            Need(Pitch);
            Show(line, Margin, top - Size);
            top -= Pitch;
        }
    }

    private void PrintRow(string[] cells, int columns)
    {
        var width = (PageWidth - 2 * Margin) / columns;
        var lines = cells.Select(cell => Wrapped(cell, width - 2 * Padding)).ToList();
        var height = Math.Max(1, lines.Max(one => one.Count)) * Pitch + Padding;
        Need(height);
        for (var column = 0; column < columns; column++)
        {
            pages[^1]
                .Append(
                    CultureInfo.InvariantCulture,
                    $"{Margin + column * width} {top - height} {width} {height} re S\n"
                );
            if (column >= lines.Count)
                continue;
            foreach (var (index, line) in lines[column].Index())
                Show(line, Margin + column * width + Padding, top - Size - index * Pitch);
        }

        top -= height;
    }

    /// <summary>Lines that fit a width, broken after a space or else anywhere but before a mark.</summary>
    private static List<string> Wrapped(string text, double width)
    {
        var lines = new List<string>();
        while (text.Length > 0)
        {
            var (end, taken) = (0, 0.0);
            while (end < text.Length && (IsMark(text[end]) || taken + Letter <= width))
                taken += IsMark(text[end++]) ? 0 : Letter;
            if (end < text.Length && text.LastIndexOf(' ', end - 1, Math.Min(end, 8)) is > 0 and var space)
                end = space + 1;
            lines.Add(text[..end]);
            text = text[end..];
        }

        return lines;
    }

    private void Show(string line, double x, double y)
    {
        var codes = Layer(line).Select(Code).Select(code => code.ToString("X4", CultureInfo.InvariantCulture));
        pages[^1].Append(CultureInfo.InvariantCulture, $"BT /F {Size} Tf {x} {y} Td <{string.Concat(codes)}> Tj ET\n");
    }

    private int Code(char letter)
    {
        if (!letters.Contains(letter))
            letters.Add(letter);
        return letters.IndexOf(letter) + 1;
    }

    private byte[] File()
    {
        const int first = 7;
        var kids = string.Join(' ', pages.Select((_, index) => $"{first + 2 * index} 0 R"));
        var widths = string.Join(' ', letters.Select(letter => IsMark(letter) ? 0 : 600));
        var map = string.Concat(letters.Select((letter, index) => $"<{index + 1:X4}> <{(int)letter:X4}>\n"));
        List<byte[]> objects =
        [
            "<< /Type /Catalog /Pages 2 0 R >>"u8.ToArray(),
            Encoding.ASCII.GetBytes($"<< /Type /Pages /Kids [{kids}] /Count {pages.Count} >>"),
            "<< /Type /Font /Subtype /Type0 /BaseFont /Invented /Encoding /Identity-H /DescendantFonts [4 0 R] /ToUnicode 6 0 R >>"u8.ToArray(),
            Encoding.ASCII.GetBytes(
                $"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Invented /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /DW 600 /W [1 [{widths}]] /FontDescriptor 5 0 R >>"
            ),
            "<< /Type /FontDescriptor /FontName /Invented /Flags 4 /FontBBox [0 -200 1000 900] /ItalicAngle 0 /Ascent 900 /Descent -200 /CapHeight 700 /StemV 80 >>"u8.ToArray(),
            Stream(
                Encoding.ASCII.GetBytes(
                    $"/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def /CMapType 2 def 1 begincodespacerange <0000> <FFFF> endcodespacerange {letters.Count} beginbfchar\n{map}endbfchar endcmap end end"
                )
            ),
        ];
        foreach (var page in pages)
        {
            objects.Add(
                Encoding.ASCII.GetBytes(
                    $"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {PageWidth} {PageHeight}] /Contents {objects.Count + 2} 0 R /Resources << /Font << /F 3 0 R >> >> >>"
                )
            );
            objects.Add(Stream(Encoding.ASCII.GetBytes(page.ToString())));
        }

        return File(objects);
    }

    private static bool IsMark(char letter) =>
        letter is '\u0E31' or (>= '\u0E34' and <= '\u0E3A') or (>= '\u0E47' and <= '\u0E4E');
}
