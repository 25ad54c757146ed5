using TeacherDevPlan.Application.Common.Querying;
using TeacherDevPlan.Domain.Access;

namespace TeacherDevPlan.Application.Access;

/// <summary>
/// Makes the access decisions of one request, and collects what must be audited: refusals and reads of personal data.
/// </summary>
public sealed class AccessControl(Caller caller)
{
    private readonly SortedSet<string> refused = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Reading> readings = [];

    /// <summary>Whether the caller may read a field. Calling this does not count as a refusal.</summary>
    public bool Allows(AccessRule rule) => rule.Allows(caller);

    /// <summary>Throws <see cref="AccessRefusedException"/> if the caller may not use something.</summary>
    /// <param name="what">"StaffMember.position", "Mutation.commitBudget".</param>
    public void Demand(string what, AccessRule rule)
    {
        if (!rule.Allows(caller))
            throw Refusal(what, rule.Roles);
    }

    /// <summary>
    /// Requires access to a field that is used without a particular row, and notes it if it is personal: filtering,
    /// sorting, grouping or summing a list by a field reads the field of all rows.
    /// </summary>
    public void Use(string what, AccessRule rule)
    {
        Demand(what, rule);
        if (rule.IsPersonal)
            Reads(what, [], 1);
    }

    /// <summary>Notes that a signed-in caller reads a personal field.</summary>
    /// <param name="ids">The ids of the rows, if they have ids.</param>
    /// <param name="count">The number of rows.</param>
    public void Reads(string what, IReadOnlyCollection<Guid> ids, int count)
    {
        if (!caller.IsSignedIn || count == 0)
            return;
        if (!readings.TryGetValue(what, out var reading))
            readings.Add(what, reading = new Reading());
        reading.Count += count;
        reading.Ids.UnionWith(ids);
    }

    /// <summary>Requires that the caller has one of the roles for the affected office.</summary>
    public void DemandOffice(string what, AccessRule rule, string officeCode)
    {
        if (!caller.IsAny(rule.Roles, officeCode))
            throw Refusal(what, rule.Roles.Where(role => role != Role.Staff), officeCode);
    }

    /// <summary>The same for the office that is affected by a command's mutation.</summary>
    public void DemandOffice<TCommand>(string officeCode) =>
        DemandOffice(
            $"Mutation.{AccessRules.MutationOf(typeof(TCommand))}",
            AccessRules.OfCommand(typeof(TCommand)),
            officeCode
        );

    /// <summary>Notes that an object exists but is hidden from the caller, who gets a not-found error.</summary>
    public void Hide(string what) => refused.Add(what);

    /// <summary>Returns, once, what must be recorded for the request.</summary>
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
                    Rows = readings
                        .SelectMany(reading => reading.Value.Ids.Select(id => (Type: TypeOf(reading.Key), Id: id)))
                        .Distinct()
                        .ToLookup(row => row.Type, row => row.Id),
                }
            );
        }

        refused.Clear();
        readings.Clear();
        return entries;
    }

    private static IEnumerable<string> IdsOf(string what, Reading reading) =>
        reading.Ids.Select(id => new NodeId(TypeOf(what), id).ToString());

    private static string TypeOf(string what) => what[..what.IndexOf('.', StringComparison.Ordinal)];

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
