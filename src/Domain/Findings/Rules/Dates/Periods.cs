using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Plans.Document;

namespace TeacherDevPlan.Domain.Findings.Rules.Dates;

/// <summary>The periods of projects, and the format of dates in findings.</summary>
internal static class Periods
{
    public const string Member = "period";

    public static readonly LocalText Name = new("period", "ระยะเวลาดำเนินโครงการ");

    public static FiscalYear YearOf(PlanFile plan) => new(plan.DevelopmentPlan.FiscalYear);

    /// <summary>
    /// Whether the period is printed. A plan that was read from a document has the whole year if it is not.
    /// </summary>
    public static bool IsStated(PlanFile plan, ProjectDocument project) =>
        plan.Sources.IsEmpty || plan.Sources.Of(project, Member) is not null;

    /// <summary>Formats a date in the Buddhist era in both languages, as the plan does.</summary>
    public static string Text(DateOnly day) => $"{day.Day}/{day.Month}/{day.Year + FiscalYear.BuddhistEraOffset}";

    public static string Text(DateOnly from, DateOnly to) => $"{Text(from)} - {Text(to)}";
}
