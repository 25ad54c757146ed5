using NpgsqlTypes;
using TeacherDevPlan.Application.Common.Querying;
using TeacherDevPlan.Infrastructure.Reads.Answers;
using TeacherDevPlan.Infrastructure.Reads.Statements;

namespace TeacherDevPlan.Infrastructure.Reads.Filters;

/// <summary>
/// Compiles the operations on one value. Every operation and its negation are exact opposites: null equals only null
/// and satisfies no other operation, so it satisfies every negated one. Only eq and neq accept null as an operand.
/// </summary>
internal sealed class ValueConditions(Statement statement)
{
    /// <param name="negate">Whether to compile the opposite.</param>
    /// <returns>Null if there are no operations.</returns>
    public string? Compile(ConditionValue value, ObjectInput operations, bool negate)
    {
        var terms = operations.Members.Select(member => One(value, member.Key, member.Value, negate));
        return negate ? Sql.Or(terms) : Sql.And(terms);
    }

    private string? One(ConditionValue value, string operation, Input operand, bool negate)
    {
        if (operation is "and" or "or")
            return Combined(operation, operand, negate, inner => Compile(value, inner, negate));

        if (operand is MissingInput missing)
            throw Refused(operation, $"is the variable ${missing.Variable}, which has no value.");
        var isNegated = operation[0] == 'n';
        var positive = isNegated ? operation[1..] : operation;
        var opposite = isNegated != negate;
        return positive switch
        {
            "eq" => Equal(value, (ScalarInput)operand, opposite),
            "in" => In(value, operand, operation, opposite),
            _ when operand is ScalarInput { IsNull: true } => throw NoOperand(operation),
            "gt" => Compare(value, opposite ? "<=" : ">", (ScalarInput)operand, opposite),
            "gte" => Compare(value, opposite ? "<" : ">=", (ScalarInput)operand, opposite),
            "lt" => Compare(value, opposite ? ">=" : "<", (ScalarInput)operand, opposite),
            "lte" => Compare(value, opposite ? ">" : "<=", (ScalarInput)operand, opposite),
            "contains" => Search(value, (ScalarInput)operand, opposite, text => $"%{text}%"),
            "startsWith" => Search(value, (ScalarInput)operand, opposite, text => $"{text}%"),
            "endsWith" => Search(value, (ScalarInput)operand, opposite, text => $"%{text}"),
            _ => throw new InvalidOperationException($"Unknown operation {operation}."),
        };
    }

    private string Equal(ConditionValue value, ScalarInput operand, bool opposite)
    {
        if (operand.IsNull)
            return !value.IsNullable ? (opposite ? Sql.True : Sql.False)
                : opposite ? $"{value.Sql} IS NOT NULL"
                : $"{value.Sql} IS NULL";
        return Compare(value, opposite ? "<>" : "=", operand, opposite);
    }

    private string In(ConditionValue value, Input operand, string operation, bool opposite)
    {
        if (operand is ScalarInput { IsNull: true })
            throw NoOperand(operation);
        var list = operand as ListInput ?? new ListInput([operand], null);
        foreach (var missing in list.Items.OfType<MissingInput>())
            throw Refused(operation, $"is the variable ${missing.Variable}, which has no value.");
        var hasNull = value.IsNullable && list.Items.Any(item => item is ScalarInput { IsNull: true });
        var bind = list.Bind ?? (request => list.Items.Select(item => ((ScalarInput)item).Bind(request)));
        statement.SlowField ??= value.SlowEqual;
        var place = statement.Value(
            NpgsqlDbType.Array | ColumnKind.Of(value.Type).DbType,
            request => Values(value, bind(request))
        );
        // A plan for any number of ids or codes expects ten of them, and reads whole tables for these.
        statement.IsPlannedForValues |= value.Type == typeof(Guid) || value.Type == typeof(string);
        var compared = opposite ? $"{value.Sql} <> ALL({place})" : $"{value.Sql} = ANY({place})";
        return !value.IsNullable ? compared
            : opposite ? (hasNull ? $"({value.Sql} IS NOT NULL AND {compared})" : OrNull(value, compared))
            : hasNull ? OrNull(value, compared)
            : compared;
    }

    private string Compare(ConditionValue value, string comparison, ScalarInput operand, bool orNull)
    {
        statement.SlowField ??= value.SlowEqual;
        var place = statement.Value(ColumnKind.Of(value.Type).DbType, request => Stored(value, operand.Bind(request)));
        var compared = $"{value.Sql} {comparison} {place}";
        return orNull && value.IsNullable ? OrNull(value, compared) : compared;
    }

    private string Search(ConditionValue value, ScalarInput operand, bool opposite, Func<string, string> pattern)
    {
        var place = statement.Value(NpgsqlDbType.Text, request => pattern(Escaped((string)operand.Bind(request)!)));
        statement.IsPlannedForValues = true;
        statement.SlowField ??= value.SlowSearch;
        var folded = value.Folded ?? $"fold_text({value.Sql})";
        var compared = $"{folded} {(opposite ? "NOT LIKE" : "LIKE")} fold_text({place})";
        return opposite && value.IsNullable ? OrNull(value, compared) : compared;
    }

    private static string OrNull(ConditionValue value, string compared) => $"({value.Sql} IS NULL OR {compared})";

    private static string Escaped(string text) =>
        text.Replace(@"\", @"\\", StringComparison.Ordinal)
            .Replace("%", @"\%", StringComparison.Ordinal)
            .Replace("_", @"\_", StringComparison.Ordinal);

    private static Array Values(ConditionValue value, IEnumerable<object?> operands)
    {
        var stored = operands.OfType<object>().Select(operand => Stored(value, operand)!).ToList();
        if (stored.Count > FilterLimits.MaxValues)
            throw FilterLimits.TooManyValues();
        return Sql.ArrayOf(value.Type, stored);
    }

    /// <summary>The operand in stored form: ids are decoded, enums become text.</summary>
    private static object? Stored(ConditionValue value, object? operand) =>
        operand switch
        {
            string id when value.NodeType is { } type => NodeId.Parse(id, type, "where"),
            Enum given => StoredEnum.Of(given),
            int number when value.Type == typeof(decimal) => (decimal)number,
            DateTimeOffset moment => moment.ToUniversalTime(),
            _ => operand,
        };

    /// <summary>
    /// Combines the conditions of <c>and</c> or <c>or</c>. If negated, <c>and</c> becomes <c>or</c> and vice versa, and
    /// <paramref name="compile"/> must negate each condition.
    /// </summary>
    public static string? Combined(string operation, Input list, bool negate, Func<ObjectInput, string?> compile)
    {
        var terms = Items(list).Select(compile);
        return (operation == "and") != negate ? Sql.And(terms) : Sql.Or(terms);
    }

    /// <summary>The objects of a list; GraphQL allows a single object in its place.</summary>
    internal static IEnumerable<ObjectInput> Items(Input? list) =>
        list switch
        {
            ListInput items => items.Items.OfType<ObjectInput>(),
            ObjectInput single => [single],
            _ => [],
        };

    private static QueryRefusedException NoOperand(string operation) =>
        Refused(operation, "is null; only eq and neq accept null. Omit the condition if it is not needed.");

    private static QueryRefusedException Refused(string operation, string why) =>
        new("INVALID_FILTER", "where", $"the operand of `{operation}` {why}");
}
