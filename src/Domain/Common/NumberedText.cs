namespace TeacherDevPlan.Domain.Common;

/// <summary>A piece of a plan's running text, with its printed order and number.</summary>
public abstract class NumberedText : Entity, IInOrder
{
    public int Position { get; private set; }

    /// <summary>The number as printed, with Arabic digits: "1", "2.3"; null for text without a number.</summary>
    public string? Number { get; private set; }

    public string Text { get; private set; } = "";

    internal void Apply(string? number, string text, int position) =>
        (Number, Text, Position) = (number, text, position);
}

/// <summary>Running text of one of several kinds.</summary>
public abstract class NumberedText<TKind> : NumberedText
    where TKind : struct, Enum
{
    public TKind Kind { get; private init; }

    internal static void Merge<T>(List<T> texts, IReadOnlyList<TextItem<TKind>> items)
        where T : NumberedText<TKind>, new() =>
        Common.Merge.Into(
            texts,
            items,
            text => text.Kind,
            item => item.Kind,
            item => new T { Kind = item.Kind },
            (text, item, position) =>
            {
                text.Apply(item.Number, item.Text, position);
                text.StatedBy = item.Document;
            }
        );
}
