using TeacherDevPlan.Application.Access;
using TeacherDevPlan.Application.Common.Querying;
using TeacherDevPlan.Domain.Access;
using TeacherDevPlan.Domain.Common;

namespace TeacherDevPlan.Application.Results;

/// <summary>What the audit trail tells of results.</summary>
internal static class ResultAudit
{
    /// <param name="fiscalYear">Of which year it is; null where it belongs to its subject's.</param>
    public static AuditEntry EntryOf(
        string action,
        Entity subject,
        int? fiscalYear,
        object? before,
        object? after,
        string? reason
    ) =>
        new(AuditKind.Write, action, [new NodeId(subject.GetType().Name, subject.Id).ToString()])
        {
            Before = before,
            After = fiscalYear is null ? after : new { fiscalYear, result = after },
            Reason = reason,
        };

    public static object Figures(decimal? result, decimal? numerator, decimal? denominator, string? text = null) =>
        new
        {
            result,
            numerator,
            denominator,
            text,
        };
}
