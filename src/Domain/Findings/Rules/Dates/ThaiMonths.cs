using TeacherDevPlan.Domain.Common;

namespace TeacherDevPlan.Domain.Findings.Rules.Dates;

/// <summary>Months as printed in Thai documents: "ตุลาคม ๒๕๖๕".</summary>
internal static class ThaiMonths
{
    public static string Text(DateOnly day) =>
        $"{ThaiDate.NameOf(day.Month)} {ThaiNumber.ToThaiDigits($"{day.Year + FiscalYear.BuddhistEraOffset}")}";
}
