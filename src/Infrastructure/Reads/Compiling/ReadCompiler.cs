using TeacherDevPlan.Application.Access;
using TeacherDevPlan.Application.Common.Models;
using TeacherDevPlan.Application.Common.Querying;
using TeacherDevPlan.Infrastructure.Reads.Answers;
using TeacherDevPlan.Infrastructure.Reads.Filters;
using TeacherDevPlan.Infrastructure.Reads.Statements;

namespace TeacherDevPlan.Infrastructure.Reads.Compiling;

/// <summary>
/// Compiles selected fields to statements, and to shapes that write the rows found. Rows that are referenced by a key
/// are joined. The children of all rows at a place are read by one statement of their own, in the same round trip if
/// the parent is found by a key.
/// </summary>
public sealed class ReadCompiler
{
    /// <summary>
    /// The greatest depth of statements that find their parents with a subquery. The subqueries nest, so deeper
    /// statements use the parents' ids instead.
    /// </summary>
    internal const int MaxAlongDepth = 4;

    private readonly List<StatementBuilder> builders = [];
    private readonly Func<AccessRule, bool> allows;

    internal ReadCompiler(ReadContext context, Cursors cursors, Func<AccessRule, bool> allows)
    {
        (Context, Cursors, this.allows) = (context, cursors, allows);
        Objects = new ObjectCompiler(this);
        Lists = new ListCompiler(this);
        Large = new LargeLists(context);
    }

    internal ReadContext Context { get; }

    internal Cursors Cursors { get; }

    internal ObjectCompiler Objects { get; }

    internal ListCompiler Lists { get; }

    internal LargeLists Large { get; }

    /// <summary>The statements compiled so far.</summary>
    internal IReadOnlyList<Statement> Statements => [.. builders.Select(builder => builder.Build())];

    /// <summary>A field of Query that lists all rows of a model.</summary>
    public void List(FieldShape field, FieldSelection selection, Model model) =>
        field.Shape = Lists.Connection(field, selection, model, null);

    /// <summary>A field of Query that looks up one row: its members must equal the arguments.</summary>
    public void Lookup(FieldShape field, FieldSelection selection, Model model, RootLookup lookup)
    {
        (SqlRow Base, SqlRow At, string Where) Find(SqlWriter sql)
        {
            var row = new SqlRow(Context, sql, model.Row);
            var conditions = lookup
                .Keys.Select(key =>
                {
                    var given = (ScalarInput)selection.Arguments[key.Argument];
                    var isId = key.Member.Type == typeof(Guid);
                    var place = sql.Value(
                        Sql.TypeOf(key.Member.Type),
                        request =>
                            isId
                                ? NodeId.Parse((string)given.Bind(request)!, model.Name, key.Argument)
                                : given.Bind(request)
                    );
                    return $"{row.Column(key.Member, seenOnly: false)} = {place}";
                })
                .ToList();
            var own = lookup.Own is { } rule ? Context.Visibility.Condition(rule, row) : null;
            return (row, row, Sql.Where([.. conditions, own, Context.Visibility.Condition(row)]));
        }

        var statement = NewStatement(null);
        var (_, at, where) = Find(statement.Sql);
        statement.Text = columns => $"SELECT {ColumnsOrOne(columns)} FROM {at.From}{where}";
        var item = Objects.Object(new Place(statement, at, Find, 0), model, selection.Below(model.Name));
        field.Shape = Guarded(
            statement,
            field,
            new StepShape(selection.Key, new FirstShape(statement.Number, -1, item))
        );
    }

    /// <summary>Rows whose ids are handed in when the operation is executed.</summary>
    /// <param name="slot">The number under which the ids are handed in.</param>
    /// <returns>Writes the row with a given id.</returns>
    public HandedIn ByIds(FieldShape field, FieldSelection selection, Model model, int slot)
    {
        var statement = NewStatement(new IdSource(-1, slot), hasParent: true);
        var item = Rows(statement, model, selection.Below(model.Name));
        return new HandedIn(statement.Number, field, item);
    }

    /// <summary>The rows with ids that another statement found. Each row counts as its own parent.</summary>
    internal Shape Rows(StatementBuilder statement, Model model, IReadOnlyList<FieldSelection> fields)
    {
        var row = new SqlRow(Context, statement.Sql, model.Row);
        var ids = statement.Sql.Parents();
        statement.Next(row.Id, ColumnKind.Id);
        var where = Sql.Where([$"{row.Id} = ANY({ids})", Context.Visibility.Condition(row)]);
        statement.Text = columns => $"SELECT {columns} FROM {row.From}{where}";
        return Objects.Object(new Place(statement, row, null, 0) { SameIds = statement.Ids }, model, fields);
    }

    internal StatementBuilder NewStatement(IdSource? ids, bool hasParent = false, int level = 0)
    {
        var statement = new StatementBuilder(builders.Count, level) { Ids = ids, HasParent = hasParent };
        builders.Add(statement);
        return statement;
    }

    internal bool Allows(ModelField field) => allows(field.Access);

    internal bool Allows(AccessRule rule) => allows(rule);

    /// <summary>Records which fields with access rules an input object uses.</summary>
    internal void Uses(StatementBuilder statement, Input? input, Model model) =>
        statement.Uses.AddRange(FieldUses.In(input, model, Context.Models));

    /// <summary>
    /// Compiles a field. If it is refused, it becomes null with an error, and the statements made for it are dropped.
    /// </summary>
    internal Shape OrFailed(FieldShape field, Func<Shape> compile)
    {
        var before = builders.Count;
        try
        {
            return compile();
        }
        catch (QueryRefusedException refusal)
        {
            builders.RemoveRange(before, builders.Count - before);
            return new FailedShape(field, refusal);
        }
    }

    /// <summary>
    /// Compiles a field to read from kept totals. Returns null, and drops the statements made for it, if the totals do
    /// not have everything that is needed.
    /// </summary>
    internal Shape? IfKept(Func<Shape> compile)
    {
        var before = builders.Count;
        try
        {
            return compile();
        }
        catch (NotInRollupException)
        {
            builders.RemoveRange(before, builders.Count - before);
            return null;
        }
    }

    /// <summary>Wraps a shape so that the field becomes null with an error if the statement fails.</summary>
    internal static Shape Guarded(StatementBuilder statement, FieldShape field, Shape inner, bool isEntered = false) =>
        new GuardedShape(statement.Number, field, inner, isEntered);

    /// <summary>The columns to select; the constant 1 if there are none.</summary>
    internal static string ColumnsOrOne(string columns) => columns.Length == 0 ? "1" : columns;
}

/// <summary>Rows whose ids are handed in when the operation is executed.</summary>
public sealed class HandedIn
{
    private readonly int statement;
    private readonly FieldShape field;
    private readonly Shape item;

    internal HandedIn(int statement, FieldShape field, Shape item) =>
        (this.statement, this.field, this.item) = (statement, field, item);

    /// <summary>Writes the row with an id. Returns false if there is none that the caller may see.</summary>
    public bool Write(AnswerWriter to, Guid id)
    {
        if (to.FailureOf(statement) is { } failure)
        {
            to.FailHere(field, failure);
            return false;
        }

        var found = to.Found[statement];
        var rows = found.Of(id);
        return rows.Start.Value < rows.End.Value && item.Write(to, new RowAt(found, rows.Start.Value));
    }
}

/// <summary>A row of a statement from which fields are selected.</summary>
/// <param name="Find">Finds the row again within another statement; null if it can only be found by its id.</param>
/// <param name="Depth">The nesting depth of the subqueries that find the row again.</param>
internal sealed record Place(
    StatementBuilder Statement,
    SqlRow Row,
    Func<SqlWriter, (SqlRow Base, SqlRow At, string Where)>? Find,
    int Depth
)
{
    /// <summary>
    /// The source of the rows' ids, if the rows are read by ids. Their children are then read by the same ids on the
    /// same level. (Children of a row that the caller may not see are found, but never written.)
    /// </summary>
    public IdSource? SameIds { get; init; }

    /// <summary>Whether the same row may be reached from several rows.</summary>
    public bool MayRepeat { get; init; }

    /// <summary>The place of a row that is joined to this one.</summary>
    public Place At(SqlRow row, Func<SqlRow, SqlRow> join) =>
        this with
        {
            Row = row,
            SameIds = null,
            MayRepeat = true,
            Find = Find is null
                ? null
                : sql =>
                {
                    var (found, at, where) = Find(sql);
                    return (found, join(at), where);
                },
        };

    /// <summary>A subquery that selects the ids of the rows, each once.</summary>
    public string Ids(SqlWriter sql)
    {
        var (found, at, where) = Find!(sql);
        return $"SELECT {(MayRepeat ? "DISTINCT " : "")}{at.Id} FROM {found.From}{where}";
    }
}
