using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Plans.Document;

namespace TeacherDevPlan.Domain.Findings.Rules;

/// <summary>A piece of a plan's text with its place.</summary>
/// <param name="Replace">Puts another text in its place; null where that is not done.</param>
internal sealed record PlanText(
    string Place,
    LocalText Location,
    string Text,
    object? Subject,
    Source? Source,
    Func<PlanFile, string, PlanFile>? Replace = null
);
