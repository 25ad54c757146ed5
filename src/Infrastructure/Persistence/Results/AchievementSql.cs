namespace TeacherDevPlan.Infrastructure.Persistence.Results;

/// <summary>
/// <see cref="Domain.Indicators.Achievement"/> as SQL, over the columns of a result, its target and which direction is better: reading,
/// filtering and sorting go from one expression, and a test holds it to the same cases as the domain.
/// </summary>
internal static class AchievementSql
{
    private const string LowerIsBetter = "'LOWER_IS_BETTER'";

    /// <summary>
    /// Percent, two decimals; null without a result, or where the target or what is divided by is not above zero. The quotient is
    /// taken of whole numbers, so that half a hundredth is rounded away from zero however many digits there are.
    /// </summary>
    public static string Achievement(string result, string target, string direction) =>
        $"CASE WHEN {result} IS NULL OR {target} <= 0 THEN NULL "
        + $"WHEN {direction} = {LowerIsBetter} THEN CASE WHEN {result} > 0 THEN {Rounded(target, result)} END "
        + $"ELSE {Rounded(result, target)} END";

    /// <summary>In its API spelling; by the exact figures, not by the rounded percentage. Null where a result has no target.</summary>
    public static string Status(string result, string target, string direction) =>
        $"CASE WHEN {result} IS NULL THEN 'NOT_REPORTED' WHEN {target} IS NULL THEN NULL "
        + $"WHEN {direction} = {LowerIsBetter} THEN CASE WHEN {result} <= {target} THEN 'ACHIEVED' "
        + $"WHEN {target} > 0 AND {target} * 100 >= {result} * 80 THEN 'ON_TRACK' ELSE 'OFF_TRACK' END "
        + $"WHEN {result} >= {target} THEN 'ACHIEVED' "
        + $"WHEN {target} > 0 AND {result} * 100 >= {target} * 80 THEN 'ON_TRACK' ELSE 'OFF_TRACK' END";

    private static string Rounded(string part, string whole) =>
        $"(0.01 * sign({part}) * div(20000 * abs({part}) + {whole}, 2 * {whole}))";
}
