namespace TeacherDevPlan.Domain.Plans.Document;

/// <summary>How much of a document's text is in its plan file. Blank lines do not count.</summary>
public sealed record PlanReading(int Lines, IReadOnlyList<UnreadPassage> Unread)
{
    /// <summary>The cells in which something else stands than their formula makes.</summary>
    public IReadOnlyList<FormulaDifference> Formulas { get; init; } = [];

    /// <summary>The budgets in lists of projects, outside of the projects' chapters, in the order of the document.</summary>
    public IReadOnlyList<ListedBudget> Listed { get; init; } = [];

    public int LinesUsed => Lines - Unread.Sum(passage => passage.Lines);
}

/// <summary>Lines of a document that were not used, and why.</summary>
/// <param name="FirstLine">From 1.</param>
/// <param name="Lines">The number of lines that are not blank.</param>
/// <param name="Text">The text; for a long passage, its beginning.</param>
public sealed record UnreadPassage(int FirstLine, int LastLine, int Lines, UnreadReason Reason, string Text)
{
    /// <summary>The cells in which a value is expected that they do not have; null if there are none.</summary>
    public IReadOnlyList<UnreadCell>? Cells { get; init; }
}

/// <summary>A cell that does not have the value that is expected in it.</summary>
public sealed record UnreadCell(Source Source, ExpectedValue Expected);

/// <summary>A cell of a spreadsheet whose formula makes another value than the one that the file stores.</summary>
/// <param name="Source">With the stored value.</param>
public sealed record FormulaDifference(Source Source, string Computed);

/// <summary>A budget in a list of projects, or the total of such a list.</summary>
/// <param name="Project">The project's number; null for a project without a chapter, and for a total.</param>
/// <param name="Amount">Null if the cell has no amount that could be read.</param>
public sealed record ListedBudget(int? Project, bool IsTotal, decimal? Amount, Source Source);

/// <summary>What was expected in a cell that was not understood.</summary>
public enum ExpectedValue
{
    /// <summary>One amount of money.</summary>
    Amount,

    /// <summary>The target or the baseline of an indicator: one number.</summary>
    Target,

    /// <summary>One number, as in most cells of a column of statistics.</summary>
    Figure,

    /// <summary>An amount that adds up with those beside it to the total of the row.</summary>
    Part,

    /// <summary>A year of the plan, or of the months below it.</summary>
    Year,

    /// <summary>The day of a survey or of a table's figures.</summary>
    Date,

    /// <summary>Another label than that of a row or column before it.</summary>
    Label,

    /// <summary>One of the words for what the label says.</summary>
    Word,

    /// <summary>Baht as the unit of a table's amounts, which were multiplied to be in baht.</summary>
    Baht,

    /// <summary>No number besides those that were understood.</summary>
    Nothing,
}

public enum UnreadReason
{
    /// <summary>The text repeats other text: the table of contents, or a repeated header.</summary>
    Repetition,

    /// <summary>Nothing of this kind is expected in this place.</summary>
    OutOfPlace,

    /// <summary>
    /// There is no number in a cell where one is expected, or the parts of an item could not be recognised.
    /// </summary>
    NotUnderstood,

    /// <summary>The file contains the text without showing it: a hidden row, column or sheet, or hidden text.</summary>
    Hidden,
}
