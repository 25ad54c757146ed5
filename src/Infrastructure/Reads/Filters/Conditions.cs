using TeacherDevPlan.Application.Common.Models;
using TeacherDevPlan.Infrastructure.Reads.Statements;

namespace TeacherDevPlan.Infrastructure.Reads.Filters;

/// <summary>
/// Compiles a <c>where</c> argument to SQL. Negation is pushed down to the comparisons, each of which has an exact
/// opposite, so that a null never makes a condition neither true nor false. A condition object that is null or missing
/// is ignored, and so is an empty <c>and</c> or <c>or</c>. A missing related row satisfies <c>id: { eq: null }</c> and
/// nothing else.
/// </summary>
internal sealed class Conditions(Statement statement)
{
    private readonly ReadContext context = statement.Context;
    private readonly ValueConditions values = new(statement);

    /// <returns>Null if there is no condition.</returns>
    public string? Compile(Input? where, SqlRow row)
    {
        if (where is not ObjectInput conditions)
            return null;
        FilterSize.Check(conditions);
        return Object(conditions, row, negate: false);
    }

    private string? Object(ObjectInput where, SqlRow row, bool negate) =>
        Object(where, context.Model(row.Type).Fields, row, negate);

    private string? Object(ObjectInput where, IReadOnlyList<ModelField> fields, SqlRow row, bool negate) =>
        Members(
            where,
            negate,
            (name, value) =>
            {
                var field = fields.First(one => one.Name == name);
                statement.Use($"{context.Model(row.Type).Name}.{name}", field.Access);
                return Field(field, value, row, negate);
            }
        );

    /// <summary>Combines members that must all hold. <c>and</c> and <c>or</c> may be among them.</summary>
    public static string? Members(ObjectInput where, bool negate, Func<string, ObjectInput, string?> member)
    {
        var terms = where
            .Members.Where(one => IsGiven(one.Value))
            .Select(one =>
                one.Key is "and" or "or"
                    ? ValueConditions.Combined(one.Key, one.Value, negate, inner => Members(inner, negate, member))
                    : member(one.Key, (ObjectInput)one.Value)
            );
        return negate ? Sql.Or(terms) : Sql.And(terms);
    }

    private string? Field(ModelField field, ObjectInput value, SqlRow row, bool negate) =>
        field switch
        {
            ValueField { IsList: true } list => Quantified(value, negate, (item, not) => InList(list, row, item, not)),
            ValueField one => values.Compile(Values.Condition(one, row), value, negate),
            LocalTextField text => values.Compile(Values.Condition(text, row), value, negate),
            GroupField group => Object(value, group.Fields, row, negate),
            BudgetField budget => Budget(budget, value, row, negate),
            OneField other => One(other, value, row, negate),
            ManyField { Shape: ManyShape.FirstText } text => values.Compile(
                Values.ConditionOfFirst(text, row),
                value,
                negate
            ),
            ChildrenField children => Quantified(value, negate, (child, not) => InChildren(children, row, child, not)),
            _ => throw new InvalidOperationException($"Lists cannot be filtered by {field}."),
        };

    private string? Budget(BudgetField field, ObjectInput where, SqlRow row, bool negate)
    {
        var budget = BudgetSql.Of(field, row);
        // Some amounts, such as 0, are those of most rows, and others of very few.
        statement.IsPlannedForValues = true;
        return Members(
            where,
            negate,
            (figure, operations) =>
                values.Compile(
                    new ConditionValue(budget.Figure(figure), typeof(decimal), figure == BudgetSql.Rate),
                    operations,
                    negate
                )
        );
    }

    private string? One(OneField field, ObjectInput where, SqlRow row, bool negate)
    {
        var missing = new MissingRow(context).Keeps(where, context.Model(field.Row).Fields);
        var other = new SqlRow(statement, field.Row);
        var condition = Object(where, other, negate: false);
        if (missing is null || condition is null)
            return null;
        var key = Children.Key(field, row);
        var seen = context.Visibility.Between(row.Type, field.Key?.ToString() ?? field.Name, other);
        var there = Exists(other, key, seen);
        var found = condition == Sql.False ? Sql.False : Exists(other, key, seen, condition);
        return negate
            ? Sql.And([missing == true ? there : Sql.True, Not(found)])
            : Sql.Or([missing == true ? Not(there) : Sql.False, found]);
    }

    private static string Exists(SqlRow other, string key, params string?[] conditions)
    {
        var where = Sql.Where([$"{other.Id} = {key}", .. conditions]);
        return $"EXISTS (SELECT FROM {other.From}{where})";
    }

    private static string Not(string exists) =>
        exists == Sql.False ? Sql.True
        : exists == Sql.True ? Sql.False
        : $"NOT {exists}";

    public static bool IsGiven(Input value) => value is not (MissingInput or ScalarInput { IsNull: true });

    /// <summary><c>some</c>, <c>all</c>, <c>none</c> and <c>any</c>, in one object.</summary>
    /// <param name="any">Makes the SQL for "an item satisfies the condition" (or its negation, if true is passed); with
    /// a null condition, for "there is an item".</param>
    private static string? Quantified(ObjectInput where, bool negate, Func<ObjectInput?, bool, string> any)
    {
        var terms = where
            .Members.Where(member => IsGiven(member.Value))
            .Select(member =>
            {
                var (exists, isExpected) = (member.Key, member.Value as ObjectInput) switch
                {
                    ("any", _) => (any(null, false), ((ScalarInput)member.Value).Known is true),
                    ("some", var item) => (any(item, false), true),
                    ("none", var item) => (any(item, false), false),
                    (_, var item) => (any(item, true), false),
                };
                return isExpected != negate ? exists : Not(exists);
            });
        return negate ? Sql.Or(terms) : Sql.And(terms);
    }

    private string InList(ValueField list, SqlRow row, ObjectInput? condition, bool negate)
    {
        var item = statement.NextRow();
        var keeps = Keeps(
            condition,
            negate,
            given => values.Compile(new ConditionValue(item, list.Type, false), given, negate)
        );
        return keeps == Sql.False
            ? Sql.False
            : $"EXISTS (SELECT FROM unnest({Values.Column(list, row)}) AS {item}{Sql.Where(keeps)})";
    }

    private string InChildren(ChildrenField field, SqlRow row, ObjectInput? condition, bool negate)
    {
        var child = new SqlRow(statement, field.Row);
        var keeps = Keeps(
            condition,
            negate,
            given =>
                field is ManyField { Shape: ManyShape.Texts } texts
                    ? values.Compile(Values.ConditionOfChild(texts, child), given, negate)
                    : Object(given, child, negate)
        );
        if (keeps == Sql.False)
            return Sql.False;
        var of = $"{child.Column(field.Parent)} = {row.Id}";
        var only = field is ManyField { Only: { } some } ? Children.Only(some, child) : null;
        var seen = context.Visibility.Below(row.Type, field.Parent, child);
        return $"EXISTS (SELECT FROM {child.From}{Sql.Where(of, only, seen, keeps)})";
    }

    /// <summary>
    /// The condition on an item, or its negation. An empty condition holds for all items; no condition is none.
    /// </summary>
    private static string? Keeps(ObjectInput? condition, bool negate, Func<ObjectInput, string?> compile) =>
        condition is null ? null : compile(condition) ?? (negate ? Sql.False : null);
}
