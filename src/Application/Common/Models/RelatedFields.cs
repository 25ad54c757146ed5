namespace TeacherDevPlan.Application.Common.Models;

/// <summary>A field that leads to rows of another model.</summary>
/// <param name="row">The type of those rows.</param>
public abstract class RelatedField(string name, Type row, string description) : ModelField(name, description)
{
    public Type Row => row;
}

/// <summary>One other row, whose id the row contains.</summary>
/// <param name="key">The member with the other row's id; null if the id is computed.</param>
/// <param name="computedKey">The name of the expression that computes the id, as "Model.field".</param>
public sealed class OneField(
    string name,
    Type row,
    MemberPath? key,
    string? computedKey,
    bool isNullable,
    string description
) : RelatedField(name, row, description)
{
    public MemberPath? Key => key;

    public string? ComputedKey => computedKey;

    public bool IsNullable => isNullable;
}

/// <summary>Children of the row. Lists cannot be sorted by them.</summary>
public abstract class ChildrenField : RelatedField
{
    private protected ChildrenField(string name, Type row, MemberPath parent, string description)
        : base(name, row, description) => (Parent, IsSorted) = (parent, false);

    /// <summary>The child's member with the parent's id.</summary>
    public MemberPath Parent { get; }
}

/// <summary>Children as a connection: paged, filtered, sorted, counted, aggregated.</summary>
public sealed class PageField(string name, Type row, MemberPath parent, string description)
    : ChildrenField(name, row, parent, description);

/// <summary>All children in an order, some of them, or the first.</summary>
public sealed class ManyField(
    string name,
    Type row,
    MemberPath parent,
    IReadOnlyList<MemberPath> order,
    string description
) : ChildrenField(name, row, parent, description)
{
    public IReadOnlyList<MemberPath> Order => order;

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
