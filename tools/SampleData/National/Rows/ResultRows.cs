using TeacherDevPlan.SampleData.National.Vocabulary;

namespace TeacherDevPlan.SampleData.National.Rows;

/// <summary>A reported value: a number, with numerator and denominator if it is a ratio, or a text.</summary>
internal sealed record Measure(decimal? Result, decimal? Numerator, decimal? Denominator, string? Text)
{
    /// <summary>A ratio, in percent with two decimals.</summary>
    public static Measure Ratio(int numerator, int denominator) =>
        new(Math.Round(numerator * 100m / denominator, 2, MidpointRounding.AwayFromZero), numerator, denominator, null);

    public static Measure Figure(decimal result) => new(result, null, null, null);

    public static Measure Words(string text) => new(null, null, null, text);
}

/// <summary>An entry about an indicator's target or a project's success indicator.</summary>
/// <param name="OwnerId">The id of the target or the success indicator.</param>
/// <param name="ParentId">The id of the indicator or the project.</param>
/// <param name="Measure">Null if a result is withdrawn.</param>
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

/// <summary>The columns derived from the entries: the counting result, and the number of entries.</summary>
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
/// <param name="Spent">In satang, up to the end of the quarter.</param>
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
