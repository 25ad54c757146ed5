using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Plans.Document;

namespace TeacherDevPlan.Application.Plans;

/// <summary>Reads a plan file: its text, its schema and its rules, or every fault with its path.</summary>
public interface IPlanFileReader
{
    Result<PlanFile> Read(ReadOnlyMemory<byte> content);
}
