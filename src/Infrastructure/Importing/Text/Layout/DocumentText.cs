using System.Buffers;
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
        "\u0000\u0001\u0002\u0003\u0004\u0005\u0006\u0007\u0008\u000E\u000F\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017\u0018\u0019\u001A\u001C\u001D\u001E\u001F\uFFFE\uFFFF"
    );

    /// <summary>File types that users may confuse with plain text, by their first bytes.</summary>
    private static readonly (byte[] Start, LocalText What)[] OtherFormats =
    [
        ([0xD0, 0xCF, 0x11, 0xE0], new("an old Word or Excel file", "ไฟล์ Word หรือ Excel รุ่นเก่า")),
        ([0x1F, 0x8B], new("a compressed file", "ไฟล์บีบอัด")),
    ];

    public static Result<IReadOnlyList<Row>> Read(ReadOnlySpan<byte> content)
    {
        foreach (var (start, what) in OtherFormats)
        {
            if (content.StartsWith(start))
                return Refused(
                    $"is {what.English}; save the document as plain text in UTF-8, with tabs between table cells.",
                    $"เป็น{what.Thai} โปรดบันทึกเอกสารเป็นข้อความล้วน (UTF-8) โดยคั่นช่องของตารางด้วยแท็บ"
                );
        }

        return TextEncoding.Decode(content) is { } text
            ? Split(text)
            : Refused(
                "is not text in UTF-8, UTF-16 or Windows-874, or is damaged; save the document as UTF-8.",
                "ไม่ใช่ข้อความในรหัส UTF-8, UTF-16 หรือ Windows-874 หรือไฟล์เสียหาย โปรดบันทึกเอกสารเป็น UTF-8"
            );
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
            if (Exceeded(number, line.Count('\t') + 1, line.Length) is { } limit)
                return new PlanFileRefused([new PlanFault("", limit)]);
            if (line.IndexOfAny(NoText) >= 0)
                return Refused(
                    $"is not text: line {number} has a control character.",
                    $"ไม่ใช่ข้อความ เพราะบรรทัด {number} มีอักขระควบคุม"
                );
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

    /// <summary>The limit that a line exceeds, as what a person is told; null if it exceeds none.</summary>
    /// <param name="number">The number of the line.</param>
    /// <param name="cells">The number of its cells.</param>
    /// <param name="length">The number of its characters.</param>
    public static LocalText? Exceeded(int number, int cells, int length) =>
        number > MaxLines ? new($"has more than {MaxLines:N0} lines.", $"มีเกิน {MaxLines:N0} บรรทัด")
        : length > MaxLineLength
            ? new(
                $"has a line of {length} characters (line {number}); at most {MaxLineLength}.",
                $"บรรทัด {number} มี {length} อักขระ มีได้ไม่เกิน {MaxLineLength} อักขระ"
            )
        : cells > MaxCells
            ? new(
                $"has a row of more than {MaxCells} cells (line {number}).",
                $"บรรทัด {number} มีเกิน {MaxCells} ช่อง"
            )
        : null;

    private static PlanFileRefused Refused(string english, string thai) =>
        new([new PlanFault("", new LocalText(english, thai))]);
}
