using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Plans.Document;

namespace TeacherDevPlan.Domain.Findings.Rules.Reading;

/// <summary>Faults for the cells of a document in which a value is expected and not found.</summary>
internal static class UnreadCells
{
    /// <param name="message">What the cell should have; the cell's text is in the fault's source.</param>
    public static IEnumerable<Fault> Of(PlanFile plan, ExpectedValue expected, LocalText message) =>
        Sources(plan, expected)
            .Select(source => new Fault(PlaceOf(source), LocationOf(source), message) { Source = source });

    public static IEnumerable<Source> Sources(PlanFile plan, ExpectedValue expected) =>
        from passage in plan.Reading?.Unread ?? []
        from cell in passage.Cells ?? []
        where cell.Expected == expected
        select cell.Source;

    private static string PlaceOf(Source source) =>
        source.Table is null ? "text" : $"table {source.Table}/row {source.Row}/column {source.Column}";

    private static LocalText LocationOf(Source source) =>
        source.Table is null
            ? new("running text", "ข้อความ")
            : new(
                $"table {source.Table} of the document, row {source.Row}, column {source.Column}",
                $"ตารางลำดับที่ {source.Table} ของเอกสาร แถวที่ {source.Row} คอลัมน์ที่ {source.Column}"
            );
}
