namespace TeacherDevPlan.Application.Common.Models;

/// <summary>A field that leads to rows of another model.</summary>
/// <param name="row">The type of those rows.</param>
public abstract class RelatedField(string name, Type row, string description) : ModelField(name, description)
{
    public Type Row => row;
}

/// <summary>One other row, whose id the row contains.</summary>
public sealed class OneField : RelatedField
{
    internal OneField(string name, Type row, MemberPath? key, string? computedKey, bool isNullable, string description)
        : base(name, row, description) => (Key, ComputedKey, IsNullable) = (key, computedKey, isNullable);

    /// <summary>The member with the other row's id; null if the id is computed.</summary>
    public MemberPath? Key { get; }

    /// <summary>The name of the expression that computes the id, as "Model.field".</summary>
    public string? ComputedKey { get; }

    public bool IsNullable { get; }
}

/// <summary>Children of the row: all of them, some of them, or the first.</summary>
public sealed class ManyField : RelatedField
{
    internal ManyField(string name, Type row, MemberPath parent, IReadOnlyList<MemberPath> order, string description)
        : base(name, row, description) => (Parent, Order, IsSorted) = (parent, order, false);

    /// <summary>The child's member with the parent's id.</summary>
    public MemberPath Parent { get; }

    public IReadOnlyList<MemberPath> Order { get; }

    /// <summary>Restricts the children; null for all.</summary>
    public ChildCondition? Only { get; internal set; }

    public ManyShape Shape { get; internal set; } = ManyShape.List;

    /// <summary>For fields that return texts: the child's member with the text.</summary>
    public MemberPath? Text { get; internal set; }

    /// <summary>Whether the field has the argument <c>where</c>.</summary>
    public bool TakesWhere { get; internal set; }

    /// <summary>
    /// Whether the field has the argument <c>fiscalYear</c> and returns the last child whose first and last year
    /// include it.
    /// </summary>
    public (MemberPath From, MemberPath To)? Years { get; internal set; }
}

/// <summary>The form in which children are returned.</summary>
public enum ManyShape
{
    /// <summary>[Child!]!</summary>
    List,

    /// <summary>The first child, or null.</summary>
    First,

    /// <summary>[String!]!: one text of each child.</summary>
    Texts,

    /// <summary>The first child's text, or null.</summary>
    FirstText,
}

/// <summary>A member of the child that must have a value; null means that the member must be null.</summary>
public sealed record ChildCondition(MemberPath Member, object? Value);

/// <summary>Children of the row as a connection: paged, filtered, sorted, counted, aggregated.</summary>
public sealed class PageField : RelatedField
{
    internal PageField(string name, Type row, MemberPath parent, string description)
        : base(name, row, description) => (Parent, IsSorted) = (parent, false);

    /// <summary>The child's member with the parent's id.</summary>
    public MemberPath Parent { get; }
}
