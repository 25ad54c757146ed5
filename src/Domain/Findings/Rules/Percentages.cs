namespace TeacherDevPlan.Domain.Findings.Rules;

/// <summary>What is measured in percent.</summary>
internal static class Percentages
{
    public const string Unit = "ร้อยละ";

    public static bool IsUnit(string? unit) => unit?.Trim() is Unit or "%" or "เปอร์เซ็นต์";
}
