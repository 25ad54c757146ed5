using System.Buffers;
using System.Globalization;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Plans.Document;

namespace TeacherDevPlan.Infrastructure.Importing.Text.Layout;

/// <summary>Splits a file into lines and cells, or reports why it is not the text of a plan.</summary>
internal static class DocumentText
{
    public const int MaxLines = 100_000;
    public const int MaxLineLength = 50_000;
    public const int MaxCells = 200;

    /// <summary>Control characters that no text has.</summary>
    public static readonly SearchValues<char> NoText = SearchValues.Create(
        "\u0000\u0001\u0002\u0003\u0004\u0005\u0006\u0007\u0008\u000E\u000F\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017\u0018\u0019\u001A\u001C\u001D\u001E\u001F"
    );

    /// <summary>File types that users may confuse with plain text, by their first bytes.</summary>
    private static readonly (byte[] Start, string What)[] OtherFormats =
    [
        ([0x50, 0x4B, 0x03, 0x04], "a ZIP archive (a .docx or .xlsx file, perhaps)"),
        ([0xD0, 0xCF, 0x11, 0xE0], "an old Word or Excel file"),
        ([0x1F, 0x8B], "a compressed file"),
    ];

    public static Result<IReadOnlyList<Row>> Read(ReadOnlySpan<byte> content)
    {
        foreach (var (start, what) in OtherFormats)
        {
            if (content.StartsWith(start))
                return Refused($"is {what}; save the document as plain text in UTF-8, with tabs between table cells.");
        }

        return TextEncoding.Decode(content) is { } text
            ? Split(text)
            : Refused("is not text in UTF-8, UTF-16 or Windows-874, or is damaged; save the document as UTF-8.");
    }

    private static Result<IReadOnlyList<Row>> Split(string text)
    {
        var rows = new List<Row>();
        var number = 0;
        var afterBlank = true;
        text = text.Replace("\r\n", "\n", StringComparison.Ordinal);
        foreach (var range in text.AsSpan().SplitAny('\n', '\r', '\u2028', '\u2029'))
        {
            var line = text.AsSpan()[range];
            number++;
            if (number > MaxLines)
                return Refused($"has more than {MaxLines.ToString("N0", CultureInfo.InvariantCulture)} lines.");
            if (line.Length > MaxLineLength)
                return Refused($"has a line of {line.Length} characters (line {number}); at most {MaxLineLength}.");
            if (line.IndexOfAny(NoText) >= 0)
                return Refused($"is not text: line {number} has a control character.");
            if (line.Count('\t') >= MaxCells)
                return Refused($"has a row of more than {MaxCells} cells (line {number}).");
            var cells = line.ToString().Split('\t');
            var row = new Row(
                number,
                [.. cells.Select((cell, index) => new Cell(number, cell) { Index = index })],
                afterBlank
            );
            if (row.Cells.All(cell => cell.IsEmpty))
            {
                afterBlank = true;
                continue;
            }

            rows.Add(row);
            afterBlank = false;
        }

        return Blocks.Of(rows);
    }

    private static PlanFileRefused Refused(string message) => new([new PlanFault("", message)]);
}
