using TeacherDevPlan.Application.Common.Querying;

namespace TeacherDevPlan.Application.Common.Commands;

/// <summary>Asks the rules of the models whether the caller may know of a row.</summary>
public interface IRowVisibility
{
    /// <summary>Whether the caller finds the row by its id; false if there is none.</summary>
    Task<bool> SeesAsync(NodeId id, CancellationToken cancellationToken);
}
