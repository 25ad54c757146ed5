using TeacherDevPlan.Application.Common.Models;
using TeacherDevPlan.Application.Common.Querying;
using TeacherDevPlan.Infrastructure.Reads.Filters;
using TeacherDevPlan.Infrastructure.Reads.Statements;

namespace TeacherDevPlan.Infrastructure.Reads.Compiling;

/// <summary>Compiles a <c>having</c> argument to a condition on groups.</summary>
internal sealed class GroupConditions(Statement statement, Model model, SqlRow row)
{
    private readonly ValueConditions values = new(statement);

    public string? Compile(Input? having)
    {
        if (having is not ObjectInput conditions)
            return null;
        FilterSize.Check(conditions);
        return Object(conditions, model.Fields, null);
    }

    /// <param name="of">The field of whose functions the members are; null if they are fields.</param>
    private string? Object(ObjectInput having, IReadOnlyList<ModelField> fields, ModelField? of) =>
        Conditions.Members(
            having,
            negate: false,
            (name, value) =>
            {
                var field = fields.FirstOrDefault(one => one.Name == name);
                if (field is null)
                    return values.Compile(Figures.Of(of, name, row), value, negate: false);
                statement.Use($"{model.Name}.{name}", field.Access);
                return field is GroupField group ? Object(value, group.Fields, null) : Object(value, [], field);
            }
        );
}

/// <summary>Compiles the order of groups. The keys, in turn, are the default order and break ties.</summary>
/// <param name="keys">The sort expressions of the keys.</param>
/// <param name="label">Makes the readable name of a group.</param>
internal sealed class GroupOrder(Model model, SqlRow row, string[] keys, Func<string> label)
{
    public string Clause(Input? order)
    {
        List<string> terms = [.. ValueConditions.Items(order).SelectMany(entry => Terms(entry, model.Fields, null))];
        if (terms.Count > FilterLimits.MaxSortKeys)
            throw FilterLimits.TooManyKeys();
        return $"ORDER BY {string.Join(", ", terms.Concat(keys).Distinct())}";
    }

    /// <param name="of">The field of whose functions the members are; null if they are fields.</param>
    private IEnumerable<string> Terms(ObjectInput entry, IReadOnlyList<ModelField> fields, ModelField? of)
    {
        foreach (var (name, value) in entry.Members.Where(member => Conditions.IsGiven(member.Value)))
        {
            if (value is not ObjectInput inner)
            {
                string[] sorted = (of, name) switch
                {
                    (null, "key") => keys,
                    (null, "label") => [label()],
                    _ => [Figures.Of(of, name, row).Sql],
                };
                foreach (var one in sorted)
                    yield return value is ScalarInput { Known: true } ? $"{one} DESC NULLS LAST" : one;
                continue;
            }

            var field = fields.First(one => one.Name == name);
            row.Statement.Use($"{model.Name}.{name}", field.Access);
            var below = field is GroupField group ? Terms(inner, group.Fields, null) : Terms(inner, [], field);
            foreach (var term in below)
                yield return term;
        }
    }
}
