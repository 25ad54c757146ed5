using TeacherDevPlan.Domain.Plans.Document;

namespace TeacherDevPlan.Application.Plans.Importing;

/// <summary>Keeps the plan files that wait to be published, at most one of a plan, with their sources.</summary>
public interface IPlanDraftStore
{
    /// <summary>The file that waits; null if none does.</summary>
    Task<PlanFile?> FindAsync(Guid planId, CancellationToken cancellationToken);

    /// <summary>Replaces the file that waits; returns the number of changed rows, 0 if it was this one.</summary>
    Task<int> SaveAsync(Guid planId, PlanFile file, CancellationToken cancellationToken);

    /// <summary>Returns the number of changed rows, 0 if none waited.</summary>
    Task<int> RemoveAsync(Guid planId, CancellationToken cancellationToken);
}
