using DocumentFormat.OpenXml.Packaging;
using TeacherDevPlan.Infrastructure.Importing.Forms.Packages;

namespace TeacherDevPlan.Infrastructure.Importing.Forms.Sheets;

/// <summary>Reads all sheets of an Excel file (.xlsx) in their order.</summary>
internal static class WorkbookReader
{
    public static List<Sheet> Read(Stream file, CancellationToken cancellationToken)
    {
        using var document = SpreadsheetDocument.Open(file, isEditable: false);
        var book =
            document.WorkbookPart
            ?? throw new RefusedFormException("is an Excel file without a workbook.", "เป็นไฟล์ Excel ที่ไม่มีสมุดงาน");
        var root = Xml.Load(Open(book));
        List<SheetText> strings = book.SharedStringTablePart is { } part
            ? [.. Xml.ChildrenOf(Open(part), "sst", cancellationToken).Select(SheetText.Of)]
            : [];
        var styles = new SheetStyles(book.WorkbookStylesPart is { } sheet ? Xml.Load(Open(sheet)) : null);
        var reader = new SheetReader(strings, styles, root.Child("workbookPr").Get("date1904") is "1" or "true");
        var sheets = new List<Sheet>();
        var pages = new HashSet<Uri>();
        foreach (var entry in root.Child("sheets").Children("sheet"))
        {
            if (entry.Get("id") is { } id && book.TryGetPartById(id, out var found) && found is WorksheetPart page)
            {
                if (!pages.Add(page.Uri))
                    throw new RefusedFormException(
                        "is an Excel file that names one sheet several times.",
                        "เป็นไฟล์ Excel ที่อ้างถึงแผ่นงานเดียวซ้ำหลายครั้ง"
                    );
                sheets.Add(
                    reader.Read(
                        entry.Get("name") ?? "",
                        entry.Get("state") is "hidden" or "veryHidden",
                        () => Open(page),
                        cancellationToken
                    )
                );
            }
        }

        return sheets;
    }

    /// <summary>Only parts that were checked are opened.</summary>
    private static Stream Open(OpenXmlPart part) =>
        part.Uri.OriginalString.EndsWith(".xml", StringComparison.OrdinalIgnoreCase)
            ? part.GetStream(FileMode.Open, FileAccess.Read)
            : throw new RefusedFormException(
                "is an Excel file with parts that are not XML.",
                "เป็นไฟล์ Excel ที่มีส่วนที่ไม่ใช่ XML"
            );
}
