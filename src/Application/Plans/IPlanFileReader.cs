using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Plans.Document;

namespace TeacherDevPlan.Application.Plans;

/// <summary>
/// Reads a plan file. Checks its text, its schema and its rules, and returns every error with its path.
/// </summary>
public interface IPlanFileReader
{
    Result<PlanFile> Read(ReadOnlyMemory<byte> content);
}
