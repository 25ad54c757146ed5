using System.Text;
using NpgsqlTypes;
using TeacherDevPlan.Application.Access;
using TeacherDevPlan.Infrastructure.Reads.Answers;

namespace TeacherDevPlan.Infrastructure.Reads.Statements;

/// <summary>
/// A statement of a compiled operation: text, parameters and result columns. Selected fields add columns and joins to
/// it, until its text is asked for.
/// </summary>
/// <param name="number">The index among the operation's statements. Statements of parents have smaller numbers.</param>
internal sealed class Statement(ReadContext context, int number = 0, int level = 0)
{
    private List<string> expressions = [];
    private readonly List<ColumnKind> kinds = [];
    private readonly List<StatementParameter> parameters = [];
    private readonly List<FieldUse> uses = [];
    private byte[]? sql;
    private int rows;
    private string? offices;
    private string? caller;
    private string? today;

    public ReadContext Context => context;

    public int Number => number;

    public int Level => level;

    /// <summary>The source of the parents' ids; null if the statement needs none.</summary>
    public IdSource? Ids { get; init; }

    /// <summary>Whether the first column is the parent's id.</summary>
    public bool HasParent { get; init; }

    /// <summary>The selected expressions, in order.</summary>
    public IReadOnlyList<string> Expressions => expressions;

    public IReadOnlyList<ColumnKind> Columns => kinds;

    public IReadOnlyList<StatementParameter> Parameters => parameters;

    /// <summary>Fields with access rules that it filters, sorts or groups by.</summary>
    public IReadOnlyList<FieldUse> Uses => uses;

    /// <summary>
    /// Checks of a request's values that binding the parameters does not cover, such as an unused cursor. They throw if
    /// the request is refused.
    /// </summary>
    public List<Action<ReadRequest>> Checks { get; } = [];

    /// <summary>
    /// Whether PostgreSQL plans it for the values of each request, because the number of matching rows varies widely
    /// with them: words that are searched for, and lists of ids or codes.
    /// </summary>
    public bool IsPlannedForValues { get; set; }

    /// <summary>The first field in a condition that is slow over all rows; null if there is none.</summary>
    public string? SlowField { get; set; }

    /// <summary>Makes the text from the columns.</summary>
    public Func<string, string>? Text { get; set; }

    /// <summary>
    /// The text, which is made when all columns are known. Statements are cached, so they keep it in UTF-8, which is half
    /// as large, and nothing that only served to make it.
    /// </summary>
    public string Sql
    {
        get
        {
            if (sql is null)
            {
                sql = Encoding.UTF8.GetBytes(Text!(string.Join(", ", expressions)));
                (Text, expressions) = (null, []);
            }

            return Encoding.UTF8.GetString(sql);
        }
    }

    /// <summary>The approximate size in memory, when the text has been made.</summary>
    public int Bytes => 500 + sql!.Length + 8 * kinds.Count + 100 * parameters.Count;

    /// <summary>The index of a column. The same expression is selected only once.</summary>
    public int Column(string expression, ColumnKind kind)
    {
        for (var i = 0; i < expressions.Count; i++)
        {
            if (expressions[i] == expression && kinds[i] == kind)
                return i;
        }

        expressions.Add(expression);
        kinds.Add(kind);
        return expressions.Count - 1;
    }

    /// <summary>
    /// Notes the use of a field that reveals its values without selecting it: it counts as reading the field.
    /// </summary>
    /// <param name="what">The field: "StaffMember.position".</param>
    public void Use(string what, AccessRule rule)
    {
        if (rule is not { IsOpen: true, IsPersonal: false })
            uses.Add(new FieldUse(what, rule));
    }

    /// <summary>A new alias for a row.</summary>
    public string NextRow() => $"r{rows++}";

    /// <summary>Adds a parameter and returns its placeholder: "$2".</summary>
    public string Value(NpgsqlDbType type, Func<ReadRequest, object?> bind) => Add(new StatementParameter(type, bind));

    /// <summary>The placeholder of the parents' ids. A statement has at most one.</summary>
    public string Parents() => Add(StatementParameter.Parents);

    /// <summary>The placeholder of the codes of the caller's offices.</summary>
    public string Offices() => offices ??= Value(NpgsqlDbType.Array | NpgsqlDbType.Text, request => request.Offices);

    /// <summary>The placeholder of the caller's name.</summary>
    public string Caller() => caller ??= Value(NpgsqlDbType.Text, request => request.Caller);

    /// <summary>The placeholder of today's date in Thailand.</summary>
    public string Today() => today ??= Value(NpgsqlDbType.Date, request => request.Today);

    private string Add(StatementParameter parameter)
    {
        parameters.Add(parameter);
        return $"${parameters.Count}";
    }
}

/// <summary>A parameter of a statement.</summary>
internal sealed record StatementParameter(NpgsqlDbType Type, Func<ReadRequest, object?> Bind)
{
    /// <summary>The parents' ids, which are bound from other statements or handed in.</summary>
    public static readonly StatementParameter Parents = new(
        NpgsqlDbType.Array | NpgsqlDbType.Uuid,
        _ => throw new InvalidOperationException("The ids of parents are bound by the session.")
    );
}

/// <summary>The source of the ids that a statement takes.</summary>
/// <param name="Statement">The number of the statement that finds them; -1 if they are handed in.</param>
/// <param name="Column">The column of that statement; for ids that are handed in, their slot.</param>
/// <param name="TypeColumn">The column with the type of each id, if only ids of one type are used; otherwise
/// -1.</param>
internal sealed record IdSource(int Statement, int Column, int TypeColumn = -1, string Type = "");

/// <summary>The use of a field in a way that reveals its values without selecting it.</summary>
/// <param name="What">The field: "StaffMember.position".</param>
internal sealed record FieldUse(string What, AccessRule Rule);
