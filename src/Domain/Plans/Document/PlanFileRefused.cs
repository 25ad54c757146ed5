using TeacherDevPlan.Domain.Common;

namespace TeacherDevPlan.Domain.Plans.Document;

/// <summary>One fault of a plan file: where, as a JSON Pointer into the file (RFC 6901), and what would be right.</summary>
public sealed record PlanFault(string Path, string Message);

/// <summary>A plan file that breaks its schema or a rule is refused whole, with every fault.</summary>
public sealed record PlanFileRefused(IReadOnlyList<PlanFault> Faults)
    : DomainError(
        "PLAN_FILE_REFUSED",
        new LocalText($"The plan file has {Faults.Count} fault(s).", $"ไฟล์แผนมีข้อผิดพลาด {Faults.Count} แห่ง")
    );
