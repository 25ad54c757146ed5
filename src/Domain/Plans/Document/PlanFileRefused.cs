using TeacherDevPlan.Domain.Common;

namespace TeacherDevPlan.Domain.Plans.Document;

/// <summary>An error in a plan file: its place as a JSON Pointer into the file (RFC 6901), and a message.</summary>
public sealed record PlanFault(string Path, string Message);

/// <summary>A plan file that violates its schema or a rule is rejected as a whole, with all errors.</summary>
public sealed record PlanFileRefused(IReadOnlyList<PlanFault> Faults)
    : DomainError(
        "PLAN_FILE_REFUSED",
        new LocalText($"The plan file has {Faults.Count} error(s).", $"ไฟล์แผนมีข้อผิดพลาด {Faults.Count} แห่ง")
    );
