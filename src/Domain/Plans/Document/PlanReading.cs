namespace TeacherDevPlan.Domain.Plans.Document;

/// <summary>How much of a document's text went into its plan file. Blank lines do not count.</summary>
public sealed record PlanReading(int Lines, IReadOnlyList<UnreadPassage> Unread)
{
    public int LinesUsed => Lines - Unread.Sum(passage => passage.Lines);
}

/// <summary>Lines of a document that went nowhere, and why.</summary>
/// <param name="FirstLine">From 1.</param>
/// <param name="Lines">How many lines of it are not blank.</param>
/// <param name="Text">As it stands there; of a long passage, its beginning.</param>
public sealed record UnreadPassage(int FirstLine, int LastLine, int Lines, UnreadReason Reason, string Text);

public enum UnreadReason
{
    /// <summary>The table of contents, and headers that are repeated: the same is printed elsewhere.</summary>
    Repetition,

    /// <summary>It stands where nothing of its kind is expected.</summary>
    OutOfPlace,

    /// <summary>A cell that holds no number where one is expected, or an item that no part could be told of.</summary>
    NotUnderstood,
}
