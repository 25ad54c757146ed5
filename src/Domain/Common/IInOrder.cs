namespace TeacherDevPlan.Domain.Common;

/// <summary>An object with a position among its siblings.</summary>
public interface IInOrder
{
    /// <summary>The position, from 0.</summary>
    int Position { get; }
}
