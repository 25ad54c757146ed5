using System.Text.Json;
using Npgsql;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Indicators;

namespace TeacherDevPlan.Benchmarks.Baseline;

/// <summary>The figures of an indicator's target, computed by the domain's own rule.</summary>
internal static class TargetFigures
{
    private static readonly JsonEncodedText Target = Written.Name("target");
    private static readonly JsonEncodedText Result = Written.Name("result");
    private static readonly JsonEncodedText AchievementName = Written.Name("achievement");
    private static readonly JsonEncodedText[] Statuses =
    [
        .. Enum.GetValues<AchievementStatus>().Select(status => Written.Name(EnumText.Of(status))),
    ];

    /// <summary>The required columns of indicator_targets, which has the alias t.</summary>
    public const string Columns = "t.target, t.result, t.direction = 'LOWER_IS_BETTER'";

    /// <param name="column">The index of the first column.</param>
    public static void Write(Utf8JsonWriter json, NpgsqlDataReader reader, int column)
    {
        var target = reader.GetDecimal(column);
        decimal? result = reader.IsDBNull(column + 1) ? null : reader.GetDecimal(column + 1);
        var direction = reader.GetBoolean(column + 2)
            ? IndicatorDirection.LowerIsBetter
            : IndicatorDirection.HigherIsBetter;
        json.WriteNumber(Target, target);
        Write(json, Result, result);
        json.WriteString(Written.Status, Statuses[(int)Achievement.StatusOf(result, target, direction)]);
        Write(json, AchievementName, Achievement.Of(result, target, direction));
    }

    private static void Write(Utf8JsonWriter json, JsonEncodedText name, decimal? value)
    {
        if (value is { } known)
            json.WriteNumber(name, known);
        else
            json.WriteNull(name);
    }
}
