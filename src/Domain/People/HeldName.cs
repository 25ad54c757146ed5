using TeacherDevPlan.Domain.Common;

namespace TeacherDevPlan.Domain.People;

/// <summary>A name that a person has or had.</summary>
public sealed class HeldName : Entity
{
    private HeldName() { }

    internal HeldName(string title, string name, DateOnly? heldFrom) =>
        (Title, Name, HeldFrom) = (title, name, heldFrom);

    public Guid PersonId { get; private init; }

    /// <summary>Empty if there is none.</summary>
    public string Title { get; internal set; } = "";

    /// <summary>Given name and surname, without the title.</summary>
    public string Name { get; internal set; } = "";

    /// <summary>Null for the first known name.</summary>
    public DateOnly? HeldFrom { get; private init; }

    /// <summary>The last day; null for the present name.</summary>
    public DateOnly? HeldTo { get; internal set; }

    /// <summary>
    /// Whether the name is of a record that was merged into this one, for days on which this one has another name. Only
    /// a merge sets it.
    /// </summary>
    public bool Aside { get; private init; }
}
