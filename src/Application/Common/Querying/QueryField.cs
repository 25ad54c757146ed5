using System.Linq.Expressions;
using TeacherDevPlan.Application.Access;

namespace TeacherDevPlan.Application.Common.Querying;

/// <summary>The fields of a type of the API that lists can be filtered or sorted by.</summary>
public interface IQueryFields
{
    string TypeName { get; }

    QueryField? Find(string name);
}

public static class QueryFieldAccess
{
    /// <summary>The field; refused where the caller may not read it. To filter or sort by personal data is to read them.</summary>
    public static QueryField Allowed(this IQueryFields fields, string name, AccessControl access)
    {
        access.Use($"{fields.TypeName}.{name}", AccessRules.Of(fields.TypeName, name));
        return fields.Find(name)!;
    }
}

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
public sealed record GroupField(string Name, string TypeName, IReadOnlyList<ValueField> Fields)
    : QueryField(Name),
        IQueryFields
{
    public QueryField? Find(string name) => Fields.FirstOrDefault(field => field.Name == name);
}
