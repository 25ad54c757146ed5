using TeacherDevPlan.Application.Access;

namespace TeacherDevPlan.Application.Common.Models;

/// <summary>
/// A field of a model: what the API calls it, what it means and who may read it. Whoever may not read a field may not filter, sort,
/// group or aggregate by it either.
/// </summary>
/// <param name="name">As in the API.</param>
public abstract class ModelField(string name, string description)
{
    public string Name => name;

    public string Description => description;

    /// <summary>Open unless the declaration says otherwise.</summary>
    public AccessRule Access { get; internal set; } = AccessRule.Open;

    /// <summary>Of a personal field: the yes-or-no member of the row without which it tells of nobody; null where it always does.</summary>
    public MemberPath? PersonalWhere { get; internal set; }

    /// <summary>Whether lists can be filtered by it.</summary>
    public bool IsFiltered { get; internal set; } = true;

    /// <summary>Whether lists can be sorted by it.</summary>
    public bool IsSorted { get; internal set; } = true;

    /// <summary>In English; what the API's inputs say of it.</summary>
    public override string ToString() => Name;
}

/// <summary>A value of the row: a column, or an expression over columns that the SQL side knows by name.</summary>
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

    /// <summary>Where it is stored; null of a computed value.</summary>
    public MemberPath? Path { get; }

    /// <summary>Names the expression that it is computed by, as "Model.field"; null of a stored value.</summary>
    public string? Computed { get; }

    /// <summary>Of the value, or of the items of a list of values.</summary>
    public Type Type { get; }

    public bool IsNullable { get; internal set; }

    /// <summary>Whether it is a list of values (an array column).</summary>
    public bool IsList { get; }

    /// <summary>Of an id: the name of the type whose id it is.</summary>
    public string? NodeType { get; internal init; }

    /// <summary>Whether an index finds rows by it; one always does by a row's own id.</summary>
    public bool IsIndexed { get; internal set; }

    /// <summary>Whether an index has all rows in its order.</summary>
    public bool IsSortedByIndex { get; internal set; }

    /// <summary>Whether an empty text is told in place of null.</summary>
    public bool IsEmptyForNull { get; internal set; }

    /// <summary>Whether numbers are rounded to two decimals wherever they are told (an average, a rate).</summary>
    public bool IsRounded { get; internal set; }
}

/// <summary>A text for people in two languages, of which the request's is told. Lists are filtered and sorted by the English one.</summary>
public sealed class LocalTextField : ModelField
{
    internal LocalTextField(string name, MemberPath english, MemberPath thai, string description)
        : base(name, description) => (English, Thai) = (english, thai);

    public MemberPath English { get; }

    public MemberPath Thai { get; }
}

/// <summary>Several values of the row under one name, as an object of its own: <c>printedTotals { q1 total }</c>.</summary>
public sealed class GroupField : ModelField
{
    internal GroupField(string name, GroupType type, IReadOnlyList<ModelField> fields, string description)
        : base(name, description) => (Type, Fields) = (type, fields);

    public GroupType Type { get; }

    public IReadOnlyList<ModelField> Fields { get; }

    /// <summary>Where this is null, the whole object is; null where there always is one.</summary>
    public MemberPath? Presence { get; internal init; }
}

/// <summary>The name and description of an object type that groups values.</summary>
public sealed record GroupType(string Name, string Description);

/// <summary>Money of a thing, as a BudgetPosition.</summary>
public sealed class BudgetField : ModelField
{
    internal BudgetField(string name, BudgetScope scope, string description)
        : base(name, description) => Scope = scope;

    public BudgetScope Scope { get; }
}

/// <summary>Whose money a budget field tells.</summary>
public enum BudgetScope
{
    /// <summary>All activities of a project, those included that were left out since.</summary>
    Project,

    /// <summary>All projects of a plan, those included that were left out since.</summary>
    Plan,

    /// <summary>An activity and all below it.</summary>
    Activity,

    /// <summary>An activity alone.</summary>
    OwnOfActivity,

    /// <summary>An activity alone after a ledger entry; it takes no moment.</summary>
    LedgerEntry,
}

/// <summary>Where the row, or a member of it, is printed in the document that its plan was read from.</summary>
public sealed class SourceField : ModelField
{
    internal SourceField(string name, string member, string description)
        : base(name, description)
    {
        Member = member;
        IsFiltered = IsSorted = false;
    }

    /// <summary>As in the plan file; empty for the whole.</summary>
    public string Member { get; }

    /// <param name="where">"Where it is printed."</param>
    internal static SourceField Of(string name, string member, string where = "Where it is printed.") =>
        new(name, member, where + " Null where the plan was not read from a document, or it is not printed there.");
}

/// <summary>Any thing with a global id, named by its type and id; null where neither is told.</summary>
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
