using System.IO.Compression;
using System.Xml;

namespace TeacherDevPlan.Infrastructure.Importing.Forms.Packages;

/// <summary>
/// Checks the parts of a ZIP archive before anything reads them: their number, the size and the nesting of their XML,
/// and that it declares no types and entities of its own. After that, readers need no limits.
/// </summary>
internal static class ZipContents
{
    public const int MaxEntries = 5_000;
    public const int MaxDepth = 200;
    public const int MaxElements = 2_000_000;

    public static void Check(ZipArchive archive, CancellationToken cancellationToken)
    {
        if (archive.Entries.Count > MaxEntries)
            throw new RefusedFormException($"has more than {MaxEntries} parts.", $"มีเกิน {MaxEntries} ส่วน");
        var size = new UnpackedSize();
        var elements = 0;
        foreach (var entry in archive.Entries.Where(IsXml))
        {
            using var reader = Xml.Open(new GuardedStream(entry.Open(), size, cancellationToken));
            while (reader.Read())
            {
                if (reader.NodeType != XmlNodeType.Element)
                    continue;
                if (reader.Depth > MaxDepth)
                    throw new RefusedFormException(
                        $"nests its contents deeper than {MaxDepth} levels.",
                        $"มีเนื้อหาซ้อนกันลึกกว่า {MaxDepth} ชั้น"
                    );
                if (++elements > MaxElements)
                    throw new RefusedFormException(
                        $"has more than {MaxElements} elements.",
                        $"มีองค์ประกอบเกิน {MaxElements} รายการ"
                    );
            }
        }
    }

    /// <summary>The parts that readers read; others, such as pictures, are never unpacked.</summary>
    public static bool IsXml(ZipArchiveEntry entry) =>
        entry.Name.EndsWith(".xml", StringComparison.OrdinalIgnoreCase)
        || entry.Name.EndsWith(".rels", StringComparison.OrdinalIgnoreCase);
}
