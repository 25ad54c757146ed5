using TeacherDevPlan.Application.Access;
using TeacherDevPlan.Application.Common.Querying;
using TeacherDevPlan.Domain.Access;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Findings;

namespace TeacherDevPlan.Application.Findings;

/// <summary>The values of a finding in the audit trail.</summary>
internal sealed record FindingFigures(string Rule, string Place, string? Stated, string? Computed, string Status)
{
    public static FindingFigures Of(Finding finding) =>
        new(finding.Rule, finding.Place, finding.StatedValue, finding.ComputedValue, EnumText.Of(finding.Status));

    /// <param name="more">Other values that were changed together with the finding.</param>
    public static AuditEntry Entry(
        string action,
        Finding finding,
        FindingFigures before,
        string? reason,
        object? more = null
    ) =>
        new(AuditKind.Write, action, [new NodeId(nameof(Finding), finding.Id).ToString()])
        {
            Before = before,
            After = new { Finding = Of(finding), Plan = more },
            Reason = reason,
        };
}
