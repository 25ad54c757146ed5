using TeacherDevPlan.Application.Access;

namespace TeacherDevPlan.Application.Common.Models;

/// <summary>
/// The one declaration of a readable type: its fields, who sees its rows, how lists of it are sorted, by what they are grouped, and
/// where the API's reading begins with it. The API's types and inputs, the access rules and the SQL all come from it.
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

    /// <summary>The type of its rows.</summary>
    public abstract Type Row { get; }

    public IReadOnlyList<ModelField> Fields => fields;

    /// <summary>What lists of it can be grouped by.</summary>
    public IReadOnlyList<GroupKey> GroupKeys => groupKeys;

    /// <summary>The fields of Query that begin with it.</summary>
    public IReadOnlyList<RootField> Roots => roots;

    /// <summary>Null until it is declared; a model without it is refused at the start.</summary>
    public Seen? Seen { get; private protected set; }

    /// <summary>The order of a list that is asked for none; the id breaks ties.</summary>
    public IReadOnlyList<MemberPath> DefaultOrder { get; private protected set; } = [];

    /// <summary>Whether its rows have global ids.</summary>
    public bool IsNode { get; private protected set; }

    /// <summary>"Projects" gives ProjectsConnection; null where there are no connections of it.</summary>
    public string? Plural { get; private protected set; }

    /// <summary>The name of the API's type of its groups.</summary>
    public string GroupName
    {
        get => field ?? $"{Name}Group";
        private protected set;
    }

    /// <summary>Whether connections of it also tell the budget of all that matches.</summary>
    public bool HasListBudget { get; private protected set; }

    /// <summary>Whether lists of all its rows are too long to look at each row.</summary>
    public bool IsLarge { get; private protected set; }

    /// <summary>Whether lists of all its rows are too long to be sorted by what has no index.</summary>
    public bool IsLong { get; private protected set; }

    public bool IsSorted => fields.Exists(one => one is ValueField { IsSorted: true, IsList: false });

    public ModelField? Find(string name) => fields.Find(field => field.Name == name);

    private protected TField Add<TField>(TField field)
        where TField : ModelField
    {
        fields.Add(field);
        return field;
    }

    /// <summary>Who may not read what is grouped by may not group by it: fields come before the keys that tell the same.</summary>
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

    /// <summary>Only for one of these roles.</summary>
    public void For(params Domain.Access.Role[] roles) => Access = new AccessRule(roles);
}

/// <summary>All rows, as a connection.</summary>
public sealed class RootList(string name, string description) : RootField(name, description);

/// <summary>One row, by what people know it by; null where there is none.</summary>
public sealed class RootLookup(string name, string description, IReadOnlyList<LookupKey> keys)
    : RootField(name, description)
{
    public IReadOnlyList<LookupKey> Keys => keys;
}

/// <summary>An argument of a lookup, and the member that must equal it.</summary>
public sealed record LookupKey(string Argument, MemberPath Member, string Description);

/// <summary>Something that lists can be grouped by.</summary>
/// <param name="Name">As in the API's enum: "PROVINCE". The group's key has a field of the same name in camel case.</param>
/// <param name="Value">The value that rows of a group have in common; null where it is computed.</param>
public sealed record GroupKey(string Name, string Description, MemberPath? Value)
{
    /// <summary>What the API calls it among a group's keys: OFFICE_KIND is officeKind.</summary>
    public string FieldName { get; } =
        string.Concat(
            Name.Split('_')
                .Select((word, i) => i == 0 ? word.ToLowerInvariant() : word[0] + word[1..].ToLowerInvariant())
        );

    /// <summary>Names the expression that the value is computed by, as "Model.field".</summary>
    public string? Computed { get; init; }

    /// <summary>The field of the model that tells the same, if there is one: its access holds, and grouping by it reads it.</summary>
    public ModelField? Field { get; init; }

    public AccessRule Access => Field?.Access ?? AccessRule.Open;

    /// <summary>Of the value, before a part of it is taken.</summary>
    public Type Type => Value?.Type ?? ((ValueField)Field!).Type;

    /// <summary>Of a related row with a global id, the type of that row: <see cref="Value"/> is its id, and the key links to it.</summary>
    public Type? Node { get; init; }

    /// <summary>What a person calls the group; the value itself where it is null.</summary>
    public MemberPath? Label { get; init; }

    /// <summary>Part of a date or moment (in Thai time) that is grouped by.</summary>
    public DatePart Part { get; init; }

    /// <summary>Whether a field tells what is grouped by, or the row that it leads to.</summary>
    internal bool IsOf(ModelField field) =>
        field switch
        {
            ValueField value => Computed is null ? Same(value.Path) : value.Computed == Computed,
            OneField one => Same(one.Key),
            _ => false,
        };

    private bool Same(MemberPath? path) => path is not null && path.ToString() == Value?.ToString();
}

/// <summary>Parts of a date that rows are grouped by.</summary>
public enum DatePart
{
    /// <summary>The value as it is.</summary>
    None,

    /// <summary>The fiscal year that it lies in (Buddhist era).</summary>
    FiscalYear,

    /// <summary>The quarter of the fiscal year.</summary>
    Quarter,

    /// <summary>The month, by its first day.</summary>
    Month,
}
