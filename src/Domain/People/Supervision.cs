namespace TeacherDevPlan.Domain.People;

/// <summary>That somebody reports to somebody else, by an appointment.</summary>
/// <param name="HeldTo">The last day; null if it is open.</param>
public sealed record Supervision(Guid PersonId, Guid SupervisorId, DateOnly HeldFrom, DateOnly? HeldTo)
{
    /// <summary>Those of a person's appointments.</summary>
    public static IEnumerable<Supervision> Of(Person person) => person.Appointments.Select(Of).OfType<Supervision>();

    /// <summary>That of an appointment; null without a supervisor.</summary>
    public static Supervision? Of(Appointment one) =>
        one.SupervisorId is { } supervisor ? new Supervision(one.PersonId, supervisor, one.HeldFrom, one.HeldTo) : null;
}

/// <summary>Who reports to whom. Nobody reports to themselves, directly or through others, on any day.</summary>
/// <param name="known">All that lead up from the supervisors who are asked about.</param>
public sealed class SupervisionLines(IEnumerable<Supervision> known)
{
    private readonly ILookup<Guid, Supervision> byPerson = known.ToLookup(one => one.PersonId);

    /// <summary>Whether a supervisor reports to the person on one of the days, directly or through others.</summary>
    public bool IsCircular(Supervision asked)
    {
        var seen = new HashSet<(Guid, DateOnly, DateOnly)>();
        var open = new Stack<(Guid Person, DateOnly From, DateOnly To)>([
            (asked.SupervisorId, asked.HeldFrom, asked.HeldTo ?? DateOnly.MaxValue),
        ]);
        while (open.TryPop(out var one))
        {
            if (one.Person == asked.PersonId)
                return true;
            if (!seen.Add(one))
                continue;
            foreach (var next in byPerson[one.Person])
            {
                var from = next.HeldFrom > one.From ? next.HeldFrom : one.From;
                var to = next.HeldTo < one.To ? next.HeldTo.Value : one.To;
                if (from <= to)
                    open.Push((next.SupervisorId, from, to));
            }
        }

        return false;
    }
}
