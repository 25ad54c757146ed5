using System.Buffers;
using System.Text;
using TeacherDevPlan.Application.Tests.Documents.Forms;

namespace TeacherDevPlan.Application.Tests.StaffFiles;

/// <summary>A list of staff as rows of texts, the headers first, and the files that spreadsheets make of it.</summary>
internal static class Table
{
    private static readonly SearchValues<char> Special = SearchValues.Create(",;\t\"\r\n");

    private static readonly Encoding Windows874 = CodePagesEncodingProvider.Instance.GetEncoding(874)!;

    /// <summary>All ways in which a table can be stored, by name.</summary>
    public static IReadOnlyDictionary<string, Func<string[][], byte[]>> Dresses { get; } =
        new Dictionary<string, Func<string[][], byte[]>>
        {
            ["UTF-8"] = rows => Encoding.UTF8.GetBytes(Csv(rows)),
            ["UTF-8 with a mark, semicolons"] = rows => [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Csv(rows, ';'))],
            ["UTF-8, tabs, CR"] = rows => Encoding.UTF8.GetBytes(Csv(rows, '\t', "\r")),
            ["UTF-16, tabs"] = rows => [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(Csv(rows, '\t'))],
            ["UTF-16 of the other order"] = rows =>
                [0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes(Csv(rows, ';', "\n"))],
            ["Windows-874"] = rows => Windows874.GetBytes(Csv(rows, newLine: "\n")),
            ["Windows-874, semicolons"] = rows => Windows874.GetBytes(Csv(rows, ';')),
            ["all in quotes"] = rows => Encoding.UTF8.GetBytes(Csv(rows, quoteAll: true)),
            ["Excel"] = rows => Excel(rows),
        };

    public static string Csv(string[][] rows, char separator = ',', string newLine = "\r\n", bool quoteAll = false) =>
        string.Join(newLine, rows.Select(row => string.Join(separator, row.Select(text => Cell(text, quoteAll)))))
        + newLine;

    public static byte[] Excel(string[][] rows, string behind = "") =>
        ExcelFile.Package(
            string.Concat(
                rows.Select(
                    (row, y) =>
                        $"<row r=\"{y + 1}\">{string.Concat(row.Select((text, x) => text.Length == 0 ? "" : $"<c r=\"{(char)('A' + x)}{y + 1}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">{Dress.Xml(text)}</t></is></c>"))}</row>"
                )
            ),
            behind
        );

    private static string Cell(string text, bool quoted) =>
        quoted || text.AsSpan().ContainsAny(Special)
            ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
            : text;
}
