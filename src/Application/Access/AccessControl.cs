using TeacherDevPlan.Application.Common.Querying;
using TeacherDevPlan.Domain.Access;

namespace TeacherDevPlan.Application.Access;

/// <summary>
/// Decides for one request by the rules, and keeps what is to be audited of it: what was refused, and which personal data
/// were read.
/// </summary>
public sealed class AccessControl(Caller caller)
{
    /// <summary>How many ids of what was read are told; beyond them, only how many there were.</summary>
    private const int MostIds = 200;

    private readonly SortedSet<string> refused = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Reading> readings = [];

    /// <summary>Whether the caller may read a field; what is not asked for is not refused.</summary>
    public bool Allows(AccessRule rule) => rule.Allows(caller);

    /// <summary>Throws <see cref="AccessRefusedException"/> where the caller may not use something.</summary>
    /// <param name="what">"StaffMember.position", "Mutation.commitBudget".</param>
    public void Demand(string what, AccessRule rule)
    {
        if (!rule.Allows(caller))
            throw Refusal(what, rule.Roles);
    }

    /// <summary>
    /// Demands a field that is used of no row in particular; notes it where it tells of persons. To filter, sort, group or sum a list
    /// by a field is to read it of all.
    /// </summary>
    public void Use(string what, AccessRule rule)
    {
        Demand(what, rule);
        if (rule.IsPersonal)
            Reads(what, [], 1);
    }

    /// <summary>Notes that somebody signed in reads a personal field.</summary>
    /// <param name="ids">Of the rows that have ids.</param>
    /// <param name="count">How many rows it is read of.</param>
    public void Reads(string what, IReadOnlyCollection<Guid> ids, int count)
    {
        if (!caller.IsSignedIn || count == 0)
            return;
        if (!readings.TryGetValue(what, out var reading))
            readings.Add(what, reading = new Reading());
        reading.Count += count;
        foreach (var id in ids.Take(MostIds - reading.Ids.Count))
            reading.Ids.Add(id);
    }

    /// <summary>A role that is held must also be held for the office that is touched.</summary>
    public void DemandOffice(string what, AccessRule rule, string officeCode)
    {
        if (!caller.IsAny(rule.Roles, officeCode))
            throw Refusal(what, rule.Roles, officeCode);
    }

    /// <summary>The same for what a command's mutation touches.</summary>
    public void DemandOffice<TCommand>(string officeCode) =>
        DemandOffice(
            $"Mutation.{AccessRules.MutationOf(typeof(TCommand))}",
            AccessRules.OfCommand(typeof(TCommand)),
            officeCode
        );

    /// <summary>What is named is there, but not for the caller, who is told that there is no such thing.</summary>
    public void Hide(string what) => refused.Add(what);

    /// <summary>What is to be recorded of the request, once.</summary>
    /// <param name="action">"query" or "mutation".</param>
    public IReadOnlyList<AuditEntry> Take(string action)
    {
        var entries = new List<AuditEntry>();
        if (refused.Count > 0)
            entries.Add(new AuditEntry(AuditKind.Refusal, action, [.. refused]));
        if (readings.Count > 0)
        {
            entries.Add(
                new AuditEntry(AuditKind.Read, action, [.. readings.Keys.Order(StringComparer.Ordinal)])
                {
                    After = readings.ToDictionary(
                        reading => reading.Key,
                        reading => new { reading.Value.Count, Ids = IdsOf(reading.Key, reading.Value) }
                    ),
                }
            );
        }

        refused.Clear();
        readings.Clear();
        return entries;
    }

    private static IEnumerable<string> IdsOf(string what, Reading reading) =>
        reading.Ids.Select(id => new NodeId(what[..what.IndexOf('.', StringComparison.Ordinal)], id).ToString());

    private AccessRefusedException Refusal(string what, IEnumerable<Role> roles, string? office = null)
    {
        refused.Add(office is null ? what : $"{what} ({office})");
        return AccessRefusedException.Of(caller, what, roles, office);
    }

    private sealed class Reading
    {
        public int Count { get; set; }

        public HashSet<Guid> Ids { get; } = [];
    }
}
