namespace TeacherDevPlan.Api.Hosting.Logs;

/// <summary>What makes two events the same kind: where they come from, their text without its values, and the failure.</summary>
/// <param name="Text">The text with the names of its values; null if there is none.</param>
/// <param name="Failure">The type of the exception.</param>
/// <param name="Cause">The type of the innermost exception.</param>
internal readonly record struct EventKind(
    LogLevel Level,
    string Category,
    int Id,
    string? Text,
    Type? Failure,
    Type? Cause
);

/// <summary>How much of an event is written.</summary>
internal enum EventLine
{
    /// <summary>One line, and the stack trace if there is one.</summary>
    WithTrace,

    /// <summary>One line.</summary>
    Short,

    /// <summary>Nothing: the event is counted.</summary>
    None,
}

/// <summary>Some events of a kind that were not written one by one.</summary>
/// <param name="Last">The text of the last one.</param>
internal readonly record struct EventSum(EventKind Kind, int Count, string Last);

/// <summary>
/// Counts events by kind, so that a log does not grow with the number of failures: in each period the first events of a
/// kind are written, and the others as a sum. The first one alone has its stack trace, until the kind stays away for a
/// whole period.
/// </summary>
internal sealed class EventSums
{
    /// <summary>How many events of a kind are written one by one in a period.</summary>
    public const int MostLines = 10;

    /// <summary>How many kinds are told apart; all others are one kind.</summary>
    public const int MostKinds = 200;

    private static readonly EventKind Other = new(LogLevel.Error, "TeacherDevPlan", 0, "Other events", null, null);

    private readonly Lock gate = new();
    private readonly Dictionary<EventKind, Seen> kinds = [];

    public EventLine Note(EventKind kind, string text)
    {
        lock (gate)
        {
            if (!kinds.TryGetValue(kind, out var seen))
            {
                if (kinds.Count >= MostKinds)
                    kind = Other;
                if (!kinds.TryGetValue(kind, out seen))
                    kinds.Add(kind, seen = new Seen());
            }

            seen.Last = text;
            if (++seen.Count > MostLines)
                return EventLine.None;
            return seen.Count == 1 && seen.IsNew ? EventLine.WithTrace : EventLine.Short;
        }
    }

    /// <summary>Ends a period.</summary>
    public IReadOnlyList<EventSum> EndPeriod()
    {
        lock (gate)
        {
            List<EventSum> sums =
            [
                .. kinds
                    .Where(kind => kind.Value.Count > MostLines)
                    .Select(kind => new EventSum(kind.Key, kind.Value.Count - MostLines, kind.Value.Last)),
            ];
            foreach (var (kind, seen) in kinds.ToList())
            {
                if (seen.Count == 0)
                    kinds.Remove(kind);
                (seen.Count, seen.IsNew) = (0, false);
            }

            return sums;
        }
    }

    private sealed class Seen
    {
        public int Count { get; set; }

        public bool IsNew { get; set; } = true;

        public string Last { get; set; } = "";
    }
}
