using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Plans.Document;

namespace TeacherDevPlan.Domain.Findings.Rules.Wording;

/// <summary>A piece of a plan's text with its place.</summary>
/// <param name="Replace">Replaces the text; null if it cannot be replaced.</param>
internal sealed record PlanText(
    string Place,
    LocalText Location,
    string Text,
    object? Subject,
    Source? Source,
    Func<PlanFile, string, PlanFile>? Replace = null
);
