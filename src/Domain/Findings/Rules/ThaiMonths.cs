using System.Globalization;

namespace TeacherDevPlan.Domain.Findings.Rules;

/// <summary>Months as Thai documents print them: "ตุลาคม ๒๕๖๕".</summary>
internal static class ThaiMonths
{
    private const int BuddhistEraOffset = 543;

    private static readonly string[] Names = CultureInfo.GetCultureInfo("th-TH").DateTimeFormat.MonthNames;

    public static string Text(DateOnly day) =>
        $"{Names[day.Month - 1]} {Amounts.ToThaiDigits($"{day.Year + BuddhistEraOffset}")}";
}
