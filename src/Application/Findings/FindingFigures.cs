using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Findings;

namespace TeacherDevPlan.Application.Findings;

/// <summary>What the audit trail tells of a finding.</summary>
internal sealed record FindingFigures(string Rule, string Place, string? Stated, string? Computed, string Status)
{
    public static FindingFigures Of(Finding finding) =>
        new(finding.Rule, finding.Place, finding.StatedValue, finding.ComputedValue, EnumText.Of(finding.Status));
}
