using System.Linq.Expressions;
using TeacherDevPlan.Application.Access;

namespace TeacherDevPlan.Application.Common.Querying;

/// <summary>
/// Makes an order from an <c>order</c> argument: its keys in turn, then the id, so that every order is total. Without an
/// argument the type's own order holds.
/// </summary>
public sealed class SortCompiler(QueryModels models, AccessControl access)
{
    public IReadOnlyList<SortKey> Compile<T>(IEnumerable<IReadOnlyDictionary<string, object?>>? order)
        where T : class
    {
        var model = models.For<T>();
        var row = Expression.Parameter(typeof(T), "row");
        var keys = (order ?? []).SelectMany(entry => Keys(model, row, row, "", entry)).ToList();
        FilterLimits.Check(keys);
        if (keys.Count == 0)
            keys = [.. model.DefaultOrder.Select((value, index) => SortKey.Of($"default{index}", value, false))];
        var id = ((ValueField)model.Find("id")!).Value;
        return [.. keys.DistinctBy(key => key.Name.Split(' ')[0]), SortKey.Of("id", id, false)];
    }

    private IEnumerable<SortKey> Keys(
        QueryModel model,
        ParameterExpression row,
        Expression target,
        string path,
        IReadOnlyDictionary<string, object?> entry
    )
    {
        foreach (var (name, value) in entry.Where(pair => pair.Value is not null))
        {
            var keys = (model.Allowed(name, access), value) switch
            {
                (ValueField field, bool descending) =>
                [
                    SortKey.Of(path + name, Expression.Lambda(field.Value.Apply(target), row), descending),
                ],
                (GroupField group, IReadOnlyDictionary<string, object?> inner) => GroupKeys(
                    group,
                    row,
                    target,
                    path,
                    inner
                ),
                (RelatedField related, IReadOnlyDictionary<string, object?> inner) => Keys(
                    related.Model(models),
                    row,
                    related.Target.Apply(target),
                    $"{path}{name}.",
                    inner
                ),
                _ => throw new InvalidOperationException($"Cannot sort by {path}{name}."),
            };
            foreach (var key in keys)
                yield return key;
        }
    }

    private IEnumerable<SortKey> GroupKeys(
        GroupField group,
        ParameterExpression row,
        Expression target,
        string path,
        IReadOnlyDictionary<string, object?> entry
    )
    {
        foreach (var (name, descending) in entry)
        {
            if (descending is not bool direction)
                continue;
            var value = ((ValueField)group.Allowed(name, access)).Value.Apply(target);
            yield return SortKey.Of($"{path}{group.Name}.{name}", Expression.Lambda(value, row), direction);
        }
    }
}
