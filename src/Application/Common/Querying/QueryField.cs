using System.Linq.Expressions;

namespace TeacherDevPlan.Application.Common.Querying;

/// <summary>Something that a list can be filtered by, and perhaps sorted by.</summary>
/// <param name="Name">As in the API.</param>
public abstract record QueryField(string Name);

/// <summary>A value. Of a text-valued expression, <paramref name="ValueType"/> may be the enum whose spelling it gives.</summary>
/// <param name="NodeType">For ids: the type that the id must be of.</param>
public sealed record ValueField(
    string Name,
    LambdaExpression Value,
    Type ValueType,
    bool Sortable,
    string? NodeType = null
) : QueryField(Name);

/// <summary>One other thing, with its own fields.</summary>
public sealed record RelatedField(string Name, LambdaExpression Target, Func<QueryModels, QueryModel> Model)
    : QueryField(Name);

/// <summary>A list of children with their own fields: all, none, some, any.</summary>
public sealed record ListField(string Name, LambdaExpression Items, Func<QueryModels, QueryModel> Model)
    : QueryField(Name);

/// <summary>A list of plain values.</summary>
public sealed record ValueListField(string Name, LambdaExpression Items, Type ItemType) : QueryField(Name);

/// <summary>Several values of the same row under one name: <c>budget { planned }</c>.</summary>
/// <param name="TypeName">Names the inputs: <c>BudgetPosition</c> gives BudgetPositionFilterInput.</param>
public sealed record GroupField(string Name, string TypeName, IReadOnlyList<ValueField> Fields) : QueryField(Name);
