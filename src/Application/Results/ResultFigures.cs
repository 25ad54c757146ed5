using TeacherDevPlan.Domain.Indicators;

namespace TeacherDevPlan.Application.Results;

/// <summary>What the audit trail is told of a result.</summary>
public sealed record ResultFigures(decimal? Result, decimal? Numerator, decimal? Denominator, string? Text = null)
{
    /// <summary>Nulls where there is no result.</summary>
    public static ResultFigures Of(ResultEntry? entry) =>
        new(entry?.Result, entry?.Numerator, entry?.Denominator, entry?.Words);
}
