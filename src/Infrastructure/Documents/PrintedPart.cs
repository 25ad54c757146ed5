namespace TeacherDevPlan.Infrastructure.Documents;

/// <summary>A part of a document to read and to print, whatever the format.</summary>
public abstract record PrintedPart
{
    /// <param name="Level">1 for the title, up to 4.</param>
    public sealed record Heading(int Level, string Text) : PrintedPart;

    public sealed record Paragraph(string Text) : PrintedPart;

    /// <param name="Rows">Each with as many cells as the header.</param>
    /// <param name="FirstNumber">The first column with numbers; columns from there on are aligned to the right.</param>
    public sealed record Table(
        IReadOnlyList<string> Header,
        IReadOnlyList<IReadOnlyList<string>> Rows,
        int FirstNumber = int.MaxValue
    ) : PrintedPart;
}
