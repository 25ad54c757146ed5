namespace TeacherDevPlan.Infrastructure.Persistence.Versions;

/// <summary>
/// What one operation has read: as long as that has not changed, the same operation runs the same statements and gives the same answer.
/// Whatever sends a statement of a query to the database says so here.
/// </summary>
public sealed class ReadSet
{
    /// <summary>Whether anybody wants to know.</summary>
    public bool IsKept { get; set; }

    /// <summary>None, where nothing was read.</summary>
    public DataTopics Topics { get; private set; }

    /// <summary>Something that is read.</summary>
    public void Note(DataTopics topics)
    {
        if (IsKept)
            Topics |= topics;
    }

    /// <summary>The answer hangs on something else besides the data, the request and the day, or its being read must be noticed.</summary>
    public void NoteUnversioned() => Topics |= DataTopics.Unversioned;
}
