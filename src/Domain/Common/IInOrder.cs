namespace TeacherDevPlan.Domain.Common;

/// <summary>Something that has a place among its siblings.</summary>
public interface IInOrder
{
    /// <summary>From 0.</summary>
    int Position { get; }
}
