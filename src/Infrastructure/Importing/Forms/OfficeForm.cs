using System.IO.Compression;
using System.Runtime.InteropServices;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Infrastructure.Importing.Forms.Packages;
using TeacherDevPlan.Infrastructure.Importing.Text.Layout;

namespace TeacherDevPlan.Infrastructure.Importing.Forms;

/// <summary>The files of word processors and spreadsheets, which are ZIP archives of XML.</summary>
internal sealed class OfficeForm : IDocumentForm
{
    private const string Readable = "save the document as .docx, .xlsx, .odt or .html.";
    private const string ReadableThai = "โปรดบันทึกเป็น .docx .xlsx .odt หรือ .html";

    private static ReadOnlySpan<byte> Archive => "PK"u8;

    public bool Is(ReadOnlySpan<byte> content) =>
        content.StartsWith(Archive) && content.Length > 3 && (content[2], content[3]) is (3, 4) or (5, 6) or (7, 8);

    public Result<IReadOnlyList<Row>> Read(ReadOnlyMemory<byte> content, CancellationToken cancellationToken) =>
        FormRefusal.Catch(
            new(
                "a ZIP archive, such as a Word, Excel or OpenDocument file",
                "ไฟล์ ZIP เช่น ไฟล์ Word, Excel หรือ OpenDocument"
            ),
            () =>
            {
                using var archive = new ZipArchive(Open(content), ZipArchiveMode.Read);
                ZipContents.Check(archive, cancellationToken);
                return ReadChecked(archive, content, cancellationToken);
            }
        );

    private static Result<IReadOnlyList<Row>> ReadChecked(
        ZipArchive archive,
        ReadOnlyMemory<byte> content,
        CancellationToken cancellationToken
    )
    {
        if (archive.GetEntry("content.xml") is { } text && archive.GetEntry("mimetype") is { } kind)
            return Kind(kind).StartsWith("application/vnd.oasis.opendocument.text", StringComparison.Ordinal)
                ? OdtForm.Read(text, archive.GetEntry("styles.xml"), cancellationToken)
                : FormRefusal.Of(
                    $"is an OpenDocument file, but no text (.odt); {Readable}",
                    $"เป็นไฟล์ OpenDocument ที่ไม่ใช่ข้อความ (.odt) {ReadableThai}"
                );
        if (Has("word/"))
            return WordForm.Read(Open(content), cancellationToken);
        if (archive.GetEntry("xl/workbook.bin") is not null)
            return FormRefusal.Of(
                "is an Excel file in binary form (.xlsb); save it as .xlsx.",
                "เป็นไฟล์ Excel แบบไบนารี (.xlsb) โปรดบันทึกเป็น .xlsx"
            );
        if (Has("xl/"))
            return ExcelForm.Read(Open(content), cancellationToken);
        return Has("ppt/")
            ? FormRefusal.Of($"is a presentation (.pptx); {Readable}", $"เป็นไฟล์นำเสนอ (.pptx) {ReadableThai}")
            : FormRefusal.Of(
                $"is a ZIP archive, but no Word, Excel or OpenDocument file; {Readable}",
                $"เป็นไฟล์ ZIP ที่ไม่ใช่ไฟล์ Word, Excel หรือ OpenDocument {ReadableThai}"
            );

        bool Has(string folder) =>
            archive.GetEntry("[Content_Types].xml") is not null
            && archive.Entries.Any(entry => entry.FullName.StartsWith(folder, StringComparison.OrdinalIgnoreCase));
    }

    private static string Kind(ZipArchiveEntry entry)
    {
        using var reader = new StreamReader(entry.Open());
        var start = new char[100];
        return new string(start, 0, reader.ReadBlock(start));
    }

    private static MemoryStream Open(ReadOnlyMemory<byte> content) =>
        MemoryMarshal.TryGetArray(content, out var array)
            ? new MemoryStream(array.Array!, array.Offset, array.Count, writable: false)
            : new MemoryStream(content.ToArray(), writable: false);
}
