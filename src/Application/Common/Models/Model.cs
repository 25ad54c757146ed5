using TeacherDevPlan.Application.Access;

namespace TeacherDevPlan.Application.Common.Models;

/// <summary>
/// The one declaration of a readable type: its fields, who sees its rows, its orders and groups, and its root fields.
/// The types and inputs of the API, the access rules and the SQL are all derived from it.
/// </summary>
public abstract class Model
{
    private readonly List<ModelField> fields = [];
    private readonly List<GroupKey> groupKeys = [];
    private readonly List<RootField> roots = [];

    private protected Model(string name, string description) => (Name, Description) = (name, description);

    /// <summary>The type's name in the API.</summary>
    public string Name { get; }

    public string Description { get; }

    /// <summary>The C# type of its rows.</summary>
    public abstract Type Row { get; }

    public IReadOnlyList<ModelField> Fields => fields;

    /// <summary>The keys that lists can be grouped by.</summary>
    public IReadOnlyList<GroupKey> GroupKeys => groupKeys;

    /// <summary>The fields of Query that start with this model.</summary>
    public IReadOnlyList<RootField> Roots => roots;

    /// <summary>
    /// The visibility rule. Null until it is declared; the service refuses to start with a model without it.
    /// </summary>
    public Seen? Seen { get; private protected set; }

    /// <summary>The default order of lists; the id breaks ties.</summary>
    public IReadOnlyList<MemberPath> DefaultOrder { get; private protected set; } = [];

    /// <summary>Whether the default order begins with the greatest.</summary>
    public bool IsOrderFalling { get; private protected set; }

    /// <summary>Whether its rows have global ids.</summary>
    public bool IsNode { get; private protected set; }

    /// <summary>
    /// The plural in names of connections: "Projects" gives ProjectsConnection. Null if there are no connections.
    /// </summary>
    public string? Plural { get; private protected set; }

    /// <summary>
    /// For a view: the members with the ids of the people whom a row is about; empty for a table. A view has no index by id,
    /// so pages select whole rows, and reading a row is recorded as reading about these people.
    /// </summary>
    public IReadOnlyList<MemberPath> About { get; private protected set; } = [];

    /// <summary>The name of the API type for its groups, which a model sets if the usual one is taken.</summary>
    public string GroupName
    {
        get => field ?? $"{Name}Group";
        protected set;
    }

    /// <summary>Whether connections also have the total budget of all matching rows.</summary>
    public bool HasListBudget { get; protected set; }

    /// <summary>
    /// Whether the table is too large to scan: lists of all rows can only be filtered and sorted by indexed fields.
    /// </summary>
    public bool IsLarge { get; private protected set; }

    /// <summary>Whether the table is too large to sort: lists of all rows can only be sorted by indexed fields.</summary>
    public bool IsLong { get; private protected set; }

    public bool IsSorted => fields.Exists(one => one is ValueField { IsSorted: true, IsList: false });

    public ModelField? Find(string name) => fields.Find(field => field.Name == name);

    /// <summary>The field with the value of a member, or null.</summary>
    public ValueField? FieldOf(MemberPath member) =>
        fields.OfType<ValueField>().FirstOrDefault(field => field.Path?.ToString() == member.ToString());

    private protected TField Add<TField>(TField field)
        where TField : ModelField
    {
        fields.Add(field);
        return field;
    }

    /// <summary>
    /// Adds a group key. Access rules of the field with the same value apply to the key, so fields must be declared
    /// before keys.
    /// </summary>
    private protected void Add(GroupKey key) => groupKeys.Add(key with { Field = fields.Find(key.IsOf) });

    private protected RootField Add(RootField root)
    {
        roots.Add(root);
        return root;
    }
}

/// <summary>A field of Query.</summary>
public abstract class RootField(string name, string description)
{
    public string Name => name;

    public string Description => description;

    public AccessRule Access { get; private set; } = AccessRule.Open;

    /// <summary>Restricts the field to these roles.</summary>
    public void For(params Domain.Access.Role[] roles) => Access = new AccessRule(roles);
}

/// <summary>All rows, as a connection.</summary>
public sealed class RootList(string name, string description) : RootField(name, description);

/// <summary>One row, found by its natural key or by whose it is; null if there is none.</summary>
public sealed class RootLookup(string name, string description, IReadOnlyList<LookupKey> keys)
    : RootField(name, description)
{
    public IReadOnlyList<LookupKey> Keys => keys;

    /// <summary>The rule by which the row is the caller's, if it is looked up so.</summary>
    public Seen? Own { get; init; }
}

/// <summary>An argument of a lookup and the member that it must equal.</summary>
public sealed record LookupKey(string Argument, MemberPath Member, string Description);

/// <summary>A key that lists can be grouped by.</summary>
/// <param name="Name">The name in the API's enum: "PROVINCE". The group's key has a field of the same name in camel
/// case.</param>
/// <param name="Value">The value that the rows of a group share; null if it is computed.</param>
public sealed record GroupKey(string Name, string Description, MemberPath? Value)
{
    /// <summary>The name of the field in a group's key: OFFICE_KIND is officeKind.</summary>
    public string FieldName { get; } =
        string.Concat(
            Name.Split('_')
                .Select((word, i) => i == 0 ? word.ToLowerInvariant() : word[0] + word[1..].ToLowerInvariant())
        );

    /// <summary>The name of the expression that computes the value, as "Model.field".</summary>
    public string? Computed { get; init; }

    /// <summary>
    /// The field of the model with the same value, if there is one. Its access rule applies, and grouping by it counts
    /// as reading it.
    /// </summary>
    public ModelField? Field { get; init; }

    public AccessRule Access => Field?.Access ?? AccessRule.Open;

    /// <summary>The type of the value, before a date part is taken.</summary>
    public Type Type => Value?.Type ?? ((ValueField)Field!).Type;

    /// <summary>
    /// For a related row with a global id: the type of that row. <see cref="Value"/> is its id, and the key returns the
    /// row.
    /// </summary>
    public Type? Node { get; init; }

    /// <summary>The readable name of the group; if null, the value itself.</summary>
    public MemberPath? Label { get; init; }

    /// <summary>The part of a date or timestamp (in Thai time) that is grouped by.</summary>
    public DatePart Part { get; init; }

    /// <summary>Whether a field has the value that is grouped by, or leads to the row that has it.</summary>
    internal bool IsOf(ModelField field) =>
        field switch
        {
            ValueField value => Computed is null ? Same(value.Path) : value.Computed == Computed,
            OneField one => Same(one.Key),
            _ => false,
        };

    private bool Same(MemberPath? path) => path is not null && path.ToString() == Value?.ToString();
}

/// <summary>Parts of a date that rows can be grouped by.</summary>
public enum DatePart
{
    /// <summary>The whole value.</summary>
    None,

    /// <summary>The fiscal year of the date (Buddhist era).</summary>
    FiscalYear,

    /// <summary>The quarter of the fiscal year.</summary>
    Quarter,

    /// <summary>The month, represented by its first day.</summary>
    Month,
}
