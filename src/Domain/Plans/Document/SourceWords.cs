using TeacherDevPlan.Domain.Common;

namespace TeacherDevPlan.Domain.Plans.Document;

/// <summary>Places in a file in the words of somebody who opens the file: what they see there, not how it was counted.</summary>
public static class SourceWords
{
    public static LocalText Of(Source source) =>
        source switch
        {
            { Sheet: { } sheet, Cell: { } cell } => new(
                $"sheet \"{sheet}\", cell {cell}",
                $"แผ่นงาน “{sheet}” ช่อง {cell}"
            ),
            { Sheet: { } sheet } => new($"sheet \"{sheet}\"", $"แผ่นงาน “{sheet}”"),
            { Page: { } page } => new($"page {page}", $"หน้า {page}"),
            { Paragraph: { } paragraph } => new($"paragraph {paragraph}", $"ย่อหน้าที่ {paragraph}"),
            _ => new($"line {source.Line}", $"บรรทัดที่ {source.Line}"),
        };
}
