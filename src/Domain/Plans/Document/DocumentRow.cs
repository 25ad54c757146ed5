namespace TeacherDevPlan.Domain.Plans.Document;

/// <summary>A line of running text or a row of a table, as the reader of a document sees it.</summary>
/// <param name="Line">As in the sources.</param>
/// <param name="Table">The number of the table, as in the sources; null for running text.</param>
/// <param name="Cells">The texts of the cells; running text has one.</param>
public sealed record DocumentRow(int Line, int? Table, IReadOnlyList<string> Cells)
{
    /// <summary>The printed page, from 1; null if the form of the document does not tell it.</summary>
    public int? Page { get; init; }
}
