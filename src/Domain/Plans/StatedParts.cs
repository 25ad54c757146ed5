using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Plans.Document;

namespace TeacherDevPlan.Domain.Plans;

/// <summary>
/// Records, for each part of a recreated plan file, the stored part that it comes from and its sources.
/// </summary>
internal sealed class StatedParts(IEnumerable<PrintedSource> printed)
{
    private readonly ILookup<Guid, PrintedSource> printed = printed.ToLookup(source => source.OwnerId);

    public SourceMap Sources { get; } = new();

    public TDocument Of<TDocument>(Entity part, TDocument document)
        where TDocument : class
    {
        part.StatedBy = document;
        foreach (var source in printed[part.Id])
            Sources.Add(document, source.Member, source.Source);
        return document;
    }

    public NumberedTextDocument Text(NumberedText text) =>
        Of(text, new NumberedTextDocument(text.Number ?? "", text.Text));

    /// <summary>The texts of one kind, in order.</summary>
    public IReadOnlyList<NumberedTextDocument> Texts<TKind>(IEnumerable<NumberedText<TKind>> texts, TKind kind)
        where TKind : struct, Enum => [.. OfKind(texts, kind).Select(Text)];

    /// <summary>The text of a kind that occurs at most once.</summary>
    public static string? Single<TKind>(IEnumerable<NumberedText<TKind>> texts, TKind kind)
        where TKind : struct, Enum => OfKind(texts, kind).FirstOrDefault()?.Text;

    public static IEnumerable<NumberedText<TKind>> OfKind<TKind>(IEnumerable<NumberedText<TKind>> texts, TKind kind)
        where TKind : struct, Enum =>
        texts.Where(text => EqualityComparer<TKind>.Default.Equals(text.Kind, kind)).OrderBy(text => text.Position);
}
