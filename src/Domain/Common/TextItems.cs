using TeacherDevPlan.Domain.Plans.Document;

namespace TeacherDevPlan.Domain.Common;

/// <summary>Running text of a document, made ready for <see cref="NumberedText{TKind}.Merge"/>.</summary>
internal static class TextItems
{
    public static IEnumerable<(TKind, string?, string)> Single<TKind>(TKind kind, string? text) =>
        text is null ? [] : [(kind, null, text)];

    public static IEnumerable<(TKind, string?, string)> Of<TKind>(
        TKind kind,
        IEnumerable<NumberedTextDocument> texts
    ) => texts.Select(text => (kind, (string?)text.Number, text.Text));
}
