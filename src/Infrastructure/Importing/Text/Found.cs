using TeacherDevPlan.Domain.Plans.Document;

namespace TeacherDevPlan.Infrastructure.Importing.Text;

/// <summary>Where what is read is printed; told of each part as it is read.</summary>
internal static class Found
{
    /// <summary>Says where a part, or a member of it, is printed; the cell is used by that.</summary>
    public static T At<T>(this T part, SourceMap sources, Cell cell, string member = "")
        where T : class
    {
        sources.Add(part, member, cell.Use().Source);
        return part;
    }

    /// <summary>The same without using the cell, which says something else besides.</summary>
    public static T PrintedAt<T>(this T part, SourceMap sources, Cell cell)
        where T : class
    {
        sources.Add(part, "", cell.Source);
        return part;
    }

    public static T At<T>(this T part, SourceMap sources, Passage passage, string member = "")
        where T : class
    {
        if (!passage.IsEmpty)
            sources.Add(part, member, passage.Source);
        return part;
    }
}
