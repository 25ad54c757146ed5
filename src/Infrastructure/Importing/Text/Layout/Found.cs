using TeacherDevPlan.Domain.Plans.Document;

namespace TeacherDevPlan.Infrastructure.Importing.Text.Layout;

/// <summary>Collects the sources of the parts while they are read.</summary>
internal static class Found
{
    /// <summary>Records the source of a part or a member of it, and marks the cell as used.</summary>
    public static T At<T>(this T part, SourceMap sources, Cell cell, string member = "")
        where T : class
    {
        sources.Add(part, member, cell.Use(part, member).Source);
        return part;
    }

    /// <summary>Records the cells that a value was computed from.</summary>
    public static T At<T>(this T part, SourceMap sources, IReadOnlyList<Cell> cells, string member)
        where T : class
    {
        foreach (var cell in cells)
            cell.Use(part, member);
        sources.Add(part, member, Cell.SourceOf(cells));
        return part;
    }

    /// <summary>
    /// Records the source without marking the cell as used, because it contains something else as well.
    /// </summary>
    public static T PrintedAt<T>(this T part, SourceMap sources, Cell cell)
        where T : class
    {
        sources.Add(part, "", cell.Source);
        return part;
    }

    /// <inheritdoc cref="PrintedAt{T}(T, SourceMap, Cell)"/>
    public static T PrintedAt<T>(this T part, SourceMap sources, Passage passage)
        where T : class
    {
        if (!passage.IsEmpty)
            sources.Add(part, "", passage.Source);
        return part;
    }

    public static T At<T>(this T part, SourceMap sources, Passage passage, string member = "")
        where T : class
    {
        if (passage.IsEmpty)
            return part;
        passage.Use(part, member);
        sources.Add(part, member, passage.Source);
        return part;
    }
}
