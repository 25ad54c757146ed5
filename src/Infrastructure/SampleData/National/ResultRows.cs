namespace TeacherDevPlan.Infrastructure.SampleData.National;

/// <summary>What is reported: a figure, as a ratio where it is one, or a text.</summary>
internal sealed record Measure(decimal? Result, decimal? Numerator, decimal? Denominator, string? Text)
{
    /// <summary>So many of so many, in percent with two decimals.</summary>
    public static Measure Ratio(int numerator, int denominator) =>
        new(Math.Round(numerator * 100m / denominator, 2, MidpointRounding.AwayFromZero), numerator, denominator, null);

    public static Measure Figure(decimal result) => new(result, null, null, null);

    public static Measure Words(string text) => new(null, null, null, text);
}

/// <summary>An entry about an indicator's target or a project's success indicator.</summary>
/// <param name="OwnerId">Of the target or the success indicator.</param>
/// <param name="ParentId">Of the indicator or the project.</param>
/// <param name="Measure">Null where a result is withdrawn.</param>
/// <param name="PreviousId">The result that counted before.</param>
/// <param name="CountsId">The result that counts after it.</param>
internal sealed record ResultRow(
    Guid Id,
    Guid OwnerId,
    Guid ParentId,
    int FiscalYear,
    int Sequence,
    Measure? Measure,
    string? Note,
    DateTime RecordedAt,
    string RecordedBy,
    Guid? PreviousId,
    Guid? CountsId
);

/// <summary>What is kept of the entries about one thing: the result that counts, and how many entries there are.</summary>
internal readonly record struct Reported(Measure? Measure, Guid? ResultId, int Entries);

internal sealed record DefinitionRow(Guid Id, IndicatorKind Kind);

internal sealed record DisbursementTargetRow(
    Guid Id,
    int FiscalYear,
    int Quarter,
    string ExpenseClass,
    decimal Percent,
    DateTime RecordedAt
);

/// <param name="Quarter">0 to 3.</param>
/// <param name="Spent">In satang, up to the quarter's end.</param>
internal sealed record ProgressRow(
    Guid Id,
    ProjectRow Project,
    int Quarter,
    int Revision,
    decimal WorkDone,
    string? Issues,
    string? Correction,
    long Spent,
    DateTime SubmittedAt,
    string SubmittedBy
);
