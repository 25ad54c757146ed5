using TeacherDevPlan.Application.Common.Models;
using TeacherDevPlan.Infrastructure.Reads.Statements;

namespace TeacherDevPlan.Infrastructure.Reads.Filters;

/// <summary>
/// Compiles a <c>where</c> argument to SQL. Negation is pushed down to the comparisons, each of which has an exact
/// opposite, so that a null never makes a condition neither true nor false. A condition object that is null or missing
/// is ignored, and so is an empty <c>and</c> or <c>or</c>. A missing related row satisfies <c>id: { eq: null }</c> and
/// nothing else.
/// </summary>
internal sealed class Conditions(ReadContext context, SqlWriter sql)
{
    private readonly ValueConditions values = new(sql);

    /// <returns>Null if there is no condition.</returns>
    public string? Compile(Input? where, SqlRow row)
    {
        if (where is not ObjectInput conditions)
            return null;
        FilterSize.Check(conditions);
        return Object(conditions, Fields(row), row, negate: false);
    }

    private IReadOnlyList<ModelField> Fields(SqlRow row) => context.Model(row.Type).Fields;

    private string? Object(ObjectInput where, IReadOnlyList<ModelField> fields, SqlRow row, bool negate)
    {
        var terms = where.Members.Select(member => Member(member.Key, member.Value, fields, row, negate));
        return negate ? Sql.Or(terms) : Sql.And(terms);
    }

    private string? Member(string name, Input value, IReadOnlyList<ModelField> fields, SqlRow row, bool negate)
    {
        if (!IsGiven(value))
            return null;
        if (name is "and" or "or")
            return ValueConditions.Combined(name, value, negate, inner => Object(inner, fields, row, negate));

        var field = fields.First(one => one.Name == name);
        return field switch
        {
            ValueField { IsList: true } list => Quantified(
                value,
                negate,
                (inner, not) => InList(list, row, inner, not)
            ),
            ValueField one => values.Compile(Values.Condition(one, row), value, negate),
            LocalTextField text => values.Compile(Values.Condition(text, row), value, negate),
            GroupField group => Object((ObjectInput)value, group.Fields, row, negate),
            BudgetField budget => Budget(budget, (ObjectInput)value, row, negate),
            OneField other => One(other, (ObjectInput)value, row, negate),
            ManyField { Shape: ManyShape.FirstText } text => values.Compile(
                new ConditionValue(Children.FirstText(text, row), typeof(string), true)
                {
                    SlowSearch = text.Name,
                    SlowEqual = text.Name,
                },
                value,
                negate
            ),
            ManyField { Shape: ManyShape.Texts } texts => Quantified(
                value,
                negate,
                (inner, not) =>
                    InChildren(
                        texts,
                        texts.Parent,
                        row,
                        inner,
                        not,
                        (child, condition, negated) =>
                            values.Compile(
                                new ConditionValue(
                                    child.Column(texts.Text!),
                                    typeof(string),
                                    false,
                                    SlowSearch: Values.IsSlowToSearch(texts.Text, child) ? texts.Name : null
                                )
                                {
                                    SlowEqual = Values.IsLongText(child) ? texts.Name : null,
                                },
                                condition,
                                negated
                            )
                    )
            ),
            ManyField many => Quantified(
                value,
                negate,
                (inner, not) => InChildren(many, many.Parent, row, inner, not, ObjectOf)
            ),
            PageField page => Quantified(
                value,
                negate,
                (inner, not) => InChildren(page, page.Parent, row, inner, not, ObjectOf)
            ),
            _ => throw new InvalidOperationException($"Lists cannot be filtered by {field}."),
        };
    }

    private string? Budget(BudgetField field, ObjectInput where, SqlRow row, bool negate)
    {
        var figures = BudgetSql.Of(field, row);
        // Some amounts, such as 0, are those of most rows, and others of very few.
        sql.IsPlannedForValues = true;
        var terms = where.Members.Select(member =>
            member.Key is "and" or "or"
                ? ValueConditions.Combined(member.Key, member.Value, negate, inner => Budget(field, inner, row, negate))
            : member.Value is ObjectInput operations
                ? values.Compile(
                    new ConditionValue(figures.Figure(member.Key), typeof(decimal), member.Key == BudgetSql.Rate),
                    operations,
                    negate
                )
            : null
        );
        return negate ? Sql.Or(terms) : Sql.And(terms);
    }

    private string? One(OneField field, ObjectInput where, SqlRow row, bool negate)
    {
        var missing = new MissingRow(context).Keeps(where, context.Model(field.Row).Fields);
        var other = new SqlRow(context, sql, field.Row);
        var condition = Object(where, Fields(other), other, negate: false);
        if (missing is null || condition is null)
            return null;
        var key = Children.Key(field, row);
        var seen = context.RuleBetween(row.Type, field.Key?.ToString() ?? field.Name, field.Row) is { } rule
            ? context.Visibility.Condition(rule, other)
            : null;
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

    private string? ObjectOf(SqlRow child, Input condition, bool negate) =>
        Object((ObjectInput)condition, Fields(child), child, negate);

    /// <summary><c>some</c>, <c>all</c>, <c>none</c> and <c>any</c>, in one object.</summary>
    /// <param name="any">Makes the SQL for "an item satisfies the condition" (or its negation, if true is passed); with
    /// a null condition, for "there is an item".</param>
    private static string? Quantified(Input where, bool negate, Func<Input?, bool, string> any)
    {
        var terms = ((ObjectInput)where)
            .Members.Where(member => IsGiven(member.Value))
            .Select(member =>
            {
                var (exists, isExpected) = member.Key switch
                {
                    "any" => (any(null, false), ((ScalarInput)member.Value).Known is true),
                    "some" => (any(member.Value, false), true),
                    "none" => (any(member.Value, false), false),
                    _ => (any(member.Value, true), false),
                };
                return isExpected != negate ? exists : Not(exists);
            });
        return negate ? Sql.Or(terms) : Sql.And(terms);
    }

    private string InList(ValueField list, SqlRow row, Input? condition, bool negate)
    {
        var item = sql.NextRow();
        var keeps = condition is null
            ? null
            : values.Compile(new ConditionValue(item, list.Type, false), condition, negate)
                ?? (negate ? Sql.False : null);
        return keeps == Sql.False
            ? Sql.False
            : $"EXISTS (SELECT FROM unnest({Values.Column(list, row)}) AS {item}{Sql.Where(keeps)})";
    }

    private string InChildren(
        RelatedField field,
        MemberPath parent,
        SqlRow row,
        Input? condition,
        bool negate,
        Func<SqlRow, Input, bool, string?> compile
    )
    {
        var child = new SqlRow(context, sql, field.Row);
        var keeps = condition is null ? null : compile(child, condition, negate) ?? (negate ? Sql.False : null);
        if (keeps == Sql.False)
            return Sql.False;
        var seen = context.RuleBelow(row.Type, parent.ToString(), field.Row) is { } rule
            ? context.Visibility.Condition(rule, child)
            : null;
        var only = (field as ManyField)?.Only is { } fixedCondition ? Children.Only(fixedCondition, child) : null;
        var where = Sql.Where($"{child.Column(parent)} = {Children.ParentId(row)}", only, seen, keeps);
        return $"EXISTS (SELECT FROM {child.From}{where})";
    }
}
