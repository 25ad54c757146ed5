namespace TeacherDevPlan.Domain.Common;

/// <summary>An object with its own identity: a version-7 UUID that the application creates.</summary>
public abstract class Entity
{
    protected Entity() => Id = Guid.CreateVersion7();

    protected Entity(Guid id) => Id = id;

    public Guid Id { get; private init; }

    /// <summary>The part of the last applied document that states the entity; null if no part does.</summary>
    internal object? StatedBy { get; set; }
}
