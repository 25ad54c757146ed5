using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Infrastructure.Importing.Forms.Packages;
using TeacherDevPlan.Infrastructure.Importing.Text.Layout;

namespace TeacherDevPlan.Infrastructure.Importing.Staff;

/// <summary>A file with a table: CSV in the encodings and with the separators that spreadsheets use, or an Excel file.</summary>
internal static class TableFile
{
    public static readonly LocalText Damaged = new(
        "is damaged or protected by a password; open it, and save it again.",
        "เสียหายหรือมีรหัสผ่าน โปรดเปิดแล้วบันทึกใหม่"
    );

    private static ReadOnlySpan<byte> OldExcel => [0xD0, 0xCF, 0x11, 0xE0];

    /// <summary>
    /// The sheets of an Excel file, or a text read with each of the separators, of which the headers show the right one.
    /// </summary>
    /// <exception cref="RefusedFormException">The file is none of these.</exception>
    public static (IEnumerable<Grid> Grids, bool IsExcel) Grids(
        ReadOnlyMemory<byte> content,
        CancellationToken cancellationToken
    ) =>
        SheetGrid.IsArchive(content.Span)
            ? (SheetGrid.Of(content, cancellationToken), true)
            : (Text(content.Span, cancellationToken), false);

    private static IEnumerable<Grid> Text(ReadOnlySpan<byte> content, CancellationToken cancellationToken)
    {
        if (content.StartsWith(OldExcel))
            throw new RefusedFormException(
                "is an old Excel file (.xls) or protected by a password; save it as .xlsx without one.",
                "เป็นไฟล์ Excel รุ่นเก่า (.xls) หรือมีรหัสผ่าน โปรดบันทึกเป็น .xlsx ที่ไม่มีรหัสผ่าน"
            );
        // A list can be Latin but for a few names.
        if (
            TextEncoding.Decode(content, fewestThai: 0) is not { } text
            || text.AsSpan().ContainsAny(DocumentText.NoText)
        )
            throw new RefusedFormException(
                "is no Excel file (.xlsx) and no text in UTF-8, UTF-16 or Windows-874.",
                "ไม่ใช่ไฟล์ Excel (.xlsx) และไม่ใช่ข้อความในรหัส UTF-8, UTF-16 หรือ Windows-874"
            );
        return CsvGrid.Of(text, cancellationToken);
    }
}
