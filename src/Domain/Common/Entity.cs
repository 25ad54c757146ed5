namespace TeacherDevPlan.Domain.Common;

/// <summary>Something with an identity of its own: a version-7 UUID made by the application.</summary>
public abstract class Entity
{
    protected Entity() => Id = Guid.CreateVersion7();

    protected Entity(Guid id) => Id = id;

    public Guid Id { get; private init; }

    /// <summary>The part of the document applied last that states it; null where no part does.</summary>
    internal object? StatedBy { get; set; }
}
