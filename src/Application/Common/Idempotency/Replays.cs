namespace TeacherDevPlan.Application.Common.Idempotency;

/// <summary>
/// Counts, for one request, its mutations and those that were answered with the stored outcome of an earlier request.
/// </summary>
public sealed class Replays
{
    private readonly HashSet<object> replayed = new(ReferenceEqualityComparer.Instance);

    /// <summary>The number of mutations of the request.</summary>
    public int Mutations { get; set; }

    /// <summary>Whether every mutation was answered with a stored outcome, so that the request changed nothing.</summary>
    public bool IsAll => Mutations > 0 && replayed.Count == Mutations;

    /// <summary>Notes a command; one that is run again after a conflict counts once.</summary>
    public void Note(object command) => replayed.Add(command);
}
