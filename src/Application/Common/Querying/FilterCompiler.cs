using System.Linq.Expressions;
using TeacherDevPlan.Application.Access;

namespace TeacherDevPlan.Application.Common.Querying;

/// <summary>
/// Makes a predicate from a <c>where</c> argument. What is left open by the input is decided here, once: null in the place
/// of a condition, an empty object, an empty <c>and</c> or <c>or</c> all mean no condition; <c>eq: null</c> means "is null";
/// <c>in: []</c> matches nothing; a related object that is null matches no condition on it.
/// </summary>
public sealed class FilterCompiler(QueryModels models, AccessControl access)
{
    public Expression<Func<T, bool>>? Compile<T>(IReadOnlyDictionary<string, object?>? where)
        where T : class
    {
        if (where is null)
            return null;
        FilterLimits.Check(where);
        var row = Expression.Parameter(typeof(T), "row");
        var condition = Object(models.For<T>(), row, where);
        return condition == Expressions.True ? null : Expression.Lambda<Func<T, bool>>(condition, row);
    }

    private Expression Object(IQueryFields fields, Expression row, IReadOnlyDictionary<string, object?> where) =>
        Expressions.And(
            where.Where(entry => entry.Value is not null).Select(entry => Entry(fields, row, entry.Key, entry.Value!))
        );

    private Expression Entry(IQueryFields fields, Expression row, string key, object value) =>
        key switch
        {
            "and" => Expressions.And(Objects(value).Select(inner => Object(fields, row, inner))),
            // An alternative without conditions is none: Expressions.Or leaves it out, or the others would be pointless.
            "or" => Expressions.Or(Objects(value).Select(inner => Object(fields, row, inner))),
            _ => Field(fields.Allowed(key, access), row, (IReadOnlyDictionary<string, object?>)value),
        };

    private Expression Field(QueryField field, Expression row, IReadOnlyDictionary<string, object?> where) =>
        field switch
        {
            ValueField value => ValueOperations.Compile(value.Value.Apply(row), value.ValueType, value.NodeType, where),
            GroupField group => Object(group, row, where),
            RelatedField related => Related(related, row, where),
            ListField list => List(list, row, where),
            ValueListField list => Quantified(
                list.Items.Apply(row),
                list.ItemType,
                where,
                (item, inner) => ValueOperations.Compile(item, list.ItemType, null, inner)
            ),
            _ => throw new InvalidOperationException($"Unknown kind of field {field}."),
        };

    private Expression Related(RelatedField field, Expression row, IReadOnlyDictionary<string, object?> where)
    {
        var target = field.Target.Apply(row);
        if (AsksForNull(where))
            return Expressions.IsNull(target);
        var condition = Object(field.Model(models), target, where);
        return condition == Expressions.True
            ? condition
            : Expression.AndAlso(Expression.Not(Expressions.IsNull(target)), condition);
    }

    /// <summary><c>{ id: { eq: null } }</c>: those that have no such related object.</summary>
    private static bool AsksForNull(IReadOnlyDictionary<string, object?> where) =>
        where.TryGetValue("id", out var id)
        && id is IReadOnlyDictionary<string, object?> operations
        && operations.TryGetValue("eq", out var operand)
        && operand is null;

    private Expression List(ListField field, Expression row, IReadOnlyDictionary<string, object?> where)
    {
        var model = field.Model(models);
        return Quantified(
            field.Items.Apply(row),
            model.ElementType,
            where,
            (item, inner) => Object(model, item, inner)
        );
    }

    private static Expression Quantified(
        Expression items,
        Type itemType,
        IReadOnlyDictionary<string, object?> where,
        Func<Expression, IReadOnlyDictionary<string, object?>, Expression> compile
    )
    {
        return Expressions.And(
            where.Where(entry => entry.Value is not null).Select(entry => One(entry.Key, entry.Value!))
        );

        Expression One(string quantifier, object value)
        {
            if (quantifier == "any")
                return (bool)value ? Any(null) : Expression.Not(Any(null));
            var item = Expression.Parameter(itemType, "item");
            var condition = compile(item, (IReadOnlyDictionary<string, object?>)value);
            return quantifier switch
            {
                "some" => Any(Expression.Lambda(condition, item)),
                "none" => Expression.Not(Any(Expression.Lambda(condition, item))),
                _ => Expression.Not(Any(Expression.Lambda(Expression.Not(condition), item))),
            };
        }

        Expression Any(LambdaExpression? condition) =>
            condition is null
                ? Expression.Call(typeof(Enumerable), nameof(Enumerable.Any), [itemType], items)
                : Expression.Call(typeof(Enumerable), nameof(Enumerable.Any), [itemType], items, condition);
    }

    private static IEnumerable<IReadOnlyDictionary<string, object?>> Objects(object list) =>
        ((IEnumerable<object?>)list).OfType<IReadOnlyDictionary<string, object?>>();
}
