using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Findings;

namespace TeacherDevPlan.Application.Findings;

/// <summary>The values of a finding in the audit trail.</summary>
internal sealed record FindingFigures(string Rule, string Place, string? Stated, string? Computed, string Status)
{
    public static FindingFigures Of(Finding finding) =>
        new(finding.Rule, finding.Place, finding.StatedValue, finding.ComputedValue, EnumText.Of(finding.Status));
}
