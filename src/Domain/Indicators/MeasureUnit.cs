namespace TeacherDevPlan.Domain.Indicators;

/// <summary>Compares units, which are texts as printed.</summary>
public static class MeasureUnit
{
    public const string Percent = "ร้อยละ";

    /// <summary>Percent is written in several ways.</summary>
    public static bool IsPercent(string? unit) => unit?.Trim() is Percent or "%" or "เปอร์เซ็นต์";

    /// <summary>Whether two units are the same; all spellings of percent are.</summary>
    public static bool Agree(string one, string other) =>
        string.Equals(one.Trim(), other.Trim(), StringComparison.Ordinal) || (IsPercent(one) && IsPercent(other));
}
