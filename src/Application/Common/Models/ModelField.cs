using TeacherDevPlan.Application.Access;

namespace TeacherDevPlan.Application.Common.Models;

/// <summary>
/// A field of a model: its name in the API, its meaning and who may read it. A caller who may not read a field may not
/// filter, sort, group or aggregate by it either.
/// </summary>
/// <param name="name">The name in the API.</param>
public abstract class ModelField(string name, string description)
{
    public string Name => name;

    public string Description => description;

    /// <summary>The access rule; open by default.</summary>
    public AccessRule Access { get; internal set; } = AccessRule.Open;

    /// <summary>
    /// For a personal field: a boolean member that says whether the row contains personal data; null if it always does.
    /// </summary>
    public MemberPath? PersonalWhere { get; internal set; }

    /// <summary>Whether lists can be filtered by it.</summary>
    public bool IsFiltered { get; internal set; } = true;

    /// <summary>Whether lists can be sorted by it.</summary>
    public bool IsSorted { get; internal set; } = true;

    /// <summary>The English description, which is also used for inputs.</summary>
    public override string ToString() => Name;
}

/// <summary>A value of the row: a column, or a named expression over columns that the SQL side defines.</summary>
public sealed class ValueField : ModelField
{
    internal ValueField(string name, MemberPath path, string description)
        : base(name, description) =>
        (Path, Type, IsNullable, IsList, IsSorted) = (
            path,
            path.Type.IsArray ? path.Type.GetElementType()! : path.Type,
            path.IsNullable,
            path.Type.IsArray,
            !path.Type.IsArray
        );

    internal ValueField(string name, string computed, Type type, string description)
        : base(name, description) =>
        (Computed, Type, IsNullable) = (
            computed,
            Nullable.GetUnderlyingType(type) ?? type,
            Nullable.GetUnderlyingType(type) is not null
        );

    /// <summary>The path to the stored value; null for a computed value.</summary>
    public MemberPath? Path { get; }

    /// <summary>
    /// The name of the expression that computes the value, as "Model.field"; null for a stored value.
    /// </summary>
    public string? Computed { get; }

    /// <summary>The type of the value, or of the items of a list of values.</summary>
    public Type Type { get; }

    public bool IsNullable { get; internal set; }

    /// <summary>Whether the field is a list of values (an array column).</summary>
    public bool IsList { get; }

    /// <summary>
    /// The path to the code of the office of which a caller must see everything to have the value; null if everybody has
    /// it.
    /// </summary>
    public MemberPath? OfficeCode { get; internal set; }

    /// <summary>For an id: the name of the type that it identifies.</summary>
    public string? NodeType { get; internal init; }

    /// <summary>Whether an index finds rows by this field; a row's own id always has one.</summary>
    public bool IsIndexed { get; internal set; }

    /// <summary>Whether an index has all rows in the order of the field.</summary>
    public bool IsSortedByIndex { get; internal set; }

    /// <summary>Whether null is returned as an empty text.</summary>
    public bool IsEmptyForNull { get; internal set; }

    /// <summary>Whether numbers are rounded to two decimals in responses (an average, a rate).</summary>
    public bool IsRounded { get; internal set; }
}

/// <summary>
/// A text for people in two languages; responses have the one of the request. Filters and orders use the English text.
/// </summary>
public sealed class LocalTextField(string name, MemberPath english, MemberPath thai, string description)
    : ModelField(name, description)
{
    public MemberPath English => english;

    public MemberPath Thai => thai;
}

/// <summary>Several values of the row as an object: <c>printedTotals { q1 total }</c>.</summary>
/// <param name="presence">The object is null if this member is null; null if the object is always present.</param>
public sealed class GroupField(
    string name,
    GroupType type,
    IReadOnlyList<ModelField> fields,
    MemberPath? presence,
    string description
) : ModelField(name, description)
{
    public GroupType Type => type;

    public IReadOnlyList<ModelField> Fields => fields;

    public MemberPath? Presence => presence;
}

/// <summary>The name and description of an object type that groups values.</summary>
public sealed record GroupType(string Name, string Description);

/// <summary>The money of an object, as a BudgetPosition.</summary>
public sealed class BudgetField(string name, BudgetScope scope, string description) : ModelField(name, description)
{
    public BudgetScope Scope => scope;
}

/// <summary>Whose money a budget field contains.</summary>
public enum BudgetScope
{
    /// <summary>All activities of a project, including those that were omitted later.</summary>
    Project,

    /// <summary>All projects of a plan, including those that were omitted later.</summary>
    Plan,

    /// <summary>An activity and everything below it.</summary>
    Activity,

    /// <summary>An activity without its sub-activities.</summary>
    OwnOfActivity,

    /// <summary>
    /// An activity without its sub-activities, after a ledger entry; it does not support past moments.
    /// </summary>
    LedgerEntry,
}

/// <summary>Where the row, or a member of it, is printed in the document that the plan was read from.</summary>
public sealed class SourceField : ModelField
{
    internal SourceField(string name, string member, string description)
        : base(name, description)
    {
        Member = member;
        IsFiltered = IsSorted = false;
    }

    /// <summary>The member's name in the plan file; empty for the whole object.</summary>
    public string Member { get; }

    /// <param name="where">"Where it is printed."</param>
    internal static SourceField Of(string name, string member, string where = "Where it is printed.") =>
        new(name, member, where + " Null if the plan was not read from a document, or if this is not printed in it.");
}

/// <summary>Any object with a global id, identified by type and id; null if these are null.</summary>
public sealed class NodeField : ModelField
{
    internal NodeField(string name, MemberPath type, MemberPath id, string description)
        : base(name, description)
    {
        (TypeName, Id) = (type, id);
        IsFiltered = IsSorted = false;
    }

    public MemberPath TypeName { get; }

    public MemberPath Id { get; }
}
