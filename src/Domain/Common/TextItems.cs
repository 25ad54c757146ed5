namespace TeacherDevPlan.Domain.Common;

/// <summary>A piece of running text as a document states it, with its printed number.</summary>
public sealed record NumberedTextDocument(string Number, string Text);

/// <summary>A piece of running text of a document.</summary>
/// <param name="Document">The part of the document; null if the text is a member of another part.</param>
internal readonly record struct TextItem<TKind>(
    TKind Kind,
    string? Number,
    string Text,
    NumberedTextDocument? Document = null
);

/// <summary>Prepares a document's running text for <see cref="NumberedText{TKind}.Merge"/>.</summary>
internal static class TextItems
{
    public static IEnumerable<TextItem<TKind>> Single<TKind>(TKind kind, string? text) =>
        text is null ? [] : [new TextItem<TKind>(kind, null, text)];

    public static IEnumerable<TextItem<TKind>> Of<TKind>(TKind kind, IEnumerable<NumberedTextDocument> texts) =>
        texts.Select(text => new TextItem<TKind>(kind, text.Number, text.Text, text));
}
