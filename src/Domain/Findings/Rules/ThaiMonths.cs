using TeacherDevPlan.Domain.Common;

namespace TeacherDevPlan.Domain.Findings.Rules;

/// <summary>Months as Thai documents print them: "ตุลาคม ๒๕๖๕".</summary>
internal static class ThaiMonths
{
    private const int BuddhistEraOffset = 543;

    public static string Text(DateOnly day) =>
        $"{ThaiDate.NameOf(day.Month)} {ThaiNumber.ToThaiDigits($"{day.Year + BuddhistEraOffset}")}";
}
