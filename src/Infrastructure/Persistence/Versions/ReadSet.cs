namespace TeacherDevPlan.Infrastructure.Persistence.Versions;

/// <summary>
/// What one operation has read: the topics, and their versions in the snapshot that it read. While these versions are the
/// same, the same operation runs the same statements and returns the same response. Code that sends a statement of a query
/// to the database records it here.
/// </summary>
public sealed class ReadSet
{
    /// <summary>Whether topics and versions are needed.</summary>
    public bool IsKept { get; set; }

    /// <summary>None if nothing was read.</summary>
    public DataTopics Topics { get; private set; }

    /// <summary>The versions in the snapshot; null before the first statement was run.</summary>
    public DataStamps? Stamps { get; internal set; }

    /// <summary>Whether the next statement must be sent together with one that reads the versions.</summary>
    internal bool LacksStamps => IsKept && Stamps is null;

    /// <summary>Records what is read.</summary>
    public void Note(DataTopics topics)
    {
        if (IsKept)
            Topics |= topics;
    }

    /// <summary>The response depends on more than the data, the request and the day, or each read must be recorded.</summary>
    public void NoteUnversioned() => Topics |= DataTopics.Unversioned;
}
