using TeacherDevPlan.Application.Common.Querying;
using TeacherDevPlan.Domain.Access;
using TeacherDevPlan.Domain.Common;

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

    /// <summary>
    /// Throws <see cref="AccessRefusedException"/> where the caller may not use a field; notes it where it tells of a person.
    /// </summary>
    /// <param name="source">Whose field it is; null where lists are filtered or sorted by it, which is to read it of all.</param>
    public void Use(string what, AccessRule rule, object? source = null)
    {
        Demand(what, rule);
        if (rule.IsPersonal && source is not IMayBePersonal { IsPersonal: false })
            Reads(what, (source as Entity)?.Id);
    }

    public void Demand(string what, AccessRule rule)
    {
        if (!rule.Allows(caller))
            throw Refusal(what, rule.Roles);
    }

    /// <summary>Whether the caller may read a field; what is not asked for is not refused.</summary>
    public bool Allows(string type, string field) => AccessRules.Of(type, field).Allows(caller);

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

    /// <summary>Somebody signed in reads a person's data.</summary>
    private void Reads(string what, Guid? id)
    {
        if (!caller.IsSignedIn)
            return;
        if (!readings.TryGetValue(what, out var reading))
            readings.Add(what, reading = new Reading());
        reading.Count++;
        if (id is { } known && reading.Ids.Count < MostIds)
            reading.Ids.Add(known);
    }

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
