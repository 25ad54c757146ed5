using TeacherDevPlan.Application.Common.Models;
using TeacherDevPlan.Application.Common.Querying;
using TeacherDevPlan.Infrastructure.Reads.Filters;
using TeacherDevPlan.Infrastructure.Reads.Statements;

namespace TeacherDevPlan.Infrastructure.Reads.Compiling;

/// <summary>Compiles a <c>having</c> argument to a condition on groups.</summary>
internal sealed class GroupConditions(SqlWriter sql, Model model, SqlRow row)
{
    private readonly ValueConditions values = new(sql);

    public string? Compile(Input? having) => having is ObjectInput conditions ? Object(conditions, model.Fields) : null;

    private string? Object(ObjectInput conditions, IReadOnlyList<ModelField> fields)
    {
        FilterSize.Check(conditions);
        return Sql.And(conditions.Members.Select(member => Member(member.Key, member.Value, fields)));
    }

    private string? Member(string name, Input value, IReadOnlyList<ModelField> fields)
    {
        if (value is not (ObjectInput or ListInput))
            return null;
        if (name is "and" or "or")
            return ValueConditions.Combined(name, value, negate: false, inner => Object(inner, fields));

        var members = (ObjectInput)value;
        return fields.FirstOrDefault(field => field.Name == name) switch
        {
            null => values.Compile(new ConditionValue(row.Count, typeof(int), false), value, false),
            BudgetField budget => Functions(members, function => Figure(budget, function)),
            GroupField group => Object(members, group.Fields),
            var field => Functions(members, function => Function(field, function)),
        };
    }

    private string? Functions(ObjectInput functions, Func<string, ConditionValue> value) =>
        Sql.And(
            functions.Members.Select(member =>
                member.Key is "and" or "or"
                    ? ValueConditions.Combined(
                        member.Key,
                        member.Value,
                        negate: false,
                        inner => Functions(inner, value)
                    )
                : member.Value is ObjectInput ? values.Compile(value(member.Key), member.Value, false)
                : null
            )
        );

    private ConditionValue Figure(BudgetField field, string figure) =>
        new(BudgetSql.Of(field, row).Sum(figure), typeof(decimal), figure == BudgetSql.Rate);

    private ConditionValue Function(ModelField field, string function)
    {
        var type =
            function == "countDistinct" ? typeof(int)
            : function is "sum" or "avg" ? typeof(decimal)
            : ((ValueField)field).Type;
        return new ConditionValue(AggregateCompiler.Function(field, function, row), type, function != "countDistinct");
    }
}

/// <summary>Compiles the order of groups. The keys, in turn, are the default order and break ties.</summary>
internal static class GroupOrder
{
    public static string Clause(
        Model model,
        SqlRow row,
        IReadOnlyList<GroupKey> keys,
        (string[] Values, string[] Sorted) values,
        Input? order
    )
    {
        var terms = ValueConditions
            .Items(order ?? ScalarInput.Null)
            .SelectMany(entry => Terms((ObjectInput)entry, model.Fields, row, keys, values))
            .ToList();
        if (terms.Count > FilterLimits.MaxSortKeys)
            throw FilterLimits.TooManyKeys();
        return $"ORDER BY {string.Join(", ", terms.Concat(values.Sorted).Distinct())}";
    }

    private static IEnumerable<string> Terms(
        ObjectInput entry,
        IReadOnlyList<ModelField> fields,
        SqlRow row,
        IReadOnlyList<GroupKey> keys,
        (string[] Values, string[] Sorted) values
    )
    {
        foreach (var (name, value) in entry.Members)
        {
            switch (value)
            {
                case ScalarInput { IsNull: false } direction:
                    var sorted = name switch
                    {
                        "key" => values.Sorted,
                        "label" => [GroupCompiler.Label(row, keys, values.Values)],
                        _ => [row.Count],
                    };
                    foreach (var one in sorted)
                        yield return Term(one, direction);
                    break;
                case ObjectInput inner:
                    foreach (var term in Functions(fields.First(field => field.Name == name), inner, row))
                        yield return term;
                    break;
            }
        }
    }

    private static IEnumerable<string> Functions(ModelField field, ObjectInput functions, SqlRow row)
    {
        foreach (var (name, value) in functions.Members)
        {
            if (field is GroupField group && value is ObjectInput inner)
            {
                foreach (var term in Functions(group.Fields.First(one => one.Name == name), inner, row))
                    yield return term;
            }
            else if (value is ScalarInput { IsNull: false } direction)
            {
                yield return field is BudgetField budget
                    ? Term(BudgetSql.Of(budget, row).Sum(name), direction)
                    : Term(AggregateCompiler.Function(field, name, row), direction);
            }
        }
    }

    private static string Term(string value, ScalarInput direction) =>
        direction.Known is true ? $"{value} DESC NULLS LAST" : value;
}
