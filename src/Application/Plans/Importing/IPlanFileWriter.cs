using TeacherDevPlan.Domain.Plans.Document;

namespace TeacherDevPlan.Application.Plans.Importing;

/// <summary>Writes plan files as JSON.</summary>
public interface IPlanFileWriter
{
    /// <summary>The file, in UTF-8. <see cref="IPlanFileReader"/> reads the same file from it.</summary>
    byte[] Write(PlanFile file);
}
