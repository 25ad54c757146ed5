using TeacherDevPlan.Application.Access;
using TeacherDevPlan.Application.Common.Models;
using TeacherDevPlan.Application.Common.Querying;
using TeacherDevPlan.Infrastructure.Reads.Answers;
using TeacherDevPlan.Infrastructure.Reads.Filters;
using TeacherDevPlan.Infrastructure.Reads.Statements;

namespace TeacherDevPlan.Infrastructure.Reads.Compiling;

/// <summary>
/// Makes statements, and shapes that write what they find, of what is selected. What is named by a key is joined; what belongs to a row is
/// read by a statement of its own, together with that of all other rows; and where the row itself is found by a key, in the same round
/// trip.
/// </summary>
public sealed class ReadCompiler
{
    /// <summary>Statements that find their parents by themselves repeat how those are found; deeper ones follow by ids.</summary>
    internal const int MostAlong = 4;

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

    /// <summary>What was compiled so far.</summary>
    internal IReadOnlyList<Statement> Statements => [.. builders.Select(builder => builder.Build())];

    /// <summary>A field of Query that lists all rows of a model.</summary>
    public void List(FieldShape field, FieldSelection selection, Model model) =>
        field.Shape = Lists.Connection(field, selection, model, null);

    /// <summary>A field of Query that finds one row by members that equal its arguments.</summary>
    public void Lookup(FieldShape field, FieldSelection selection, Model model, IReadOnlyList<LookupKey> keys)
    {
        (SqlRow Base, SqlRow At, string Where) Find(SqlWriter sql)
        {
            var row = new SqlRow(Context, sql, model.Row);
            var conditions = keys.Select(key =>
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
            return (row, row, Sql.Where([.. conditions, Context.Visibility.Condition(row)]));
        }

        var statement = NewStatement(null);
        var (_, at, where) = Find(statement.Sql);
        statement.Text = columns => $"SELECT {Something(columns)} FROM {at.From}{where}";
        var item = Objects.Object(new Place(statement, at, Find, 0), model, selection.Below(model.Name));
        field.Shape = Guarded(
            statement,
            field,
            new StepShape(selection.Key, new FirstShape(statement.Number, -1, item))
        );
    }

    /// <summary>Rows whose ids are handed in when the operation is run.</summary>
    /// <param name="slot">The number under which they are.</param>
    /// <returns>Writes the row of an id.</returns>
    public HandedIn ByIds(FieldShape field, FieldSelection selection, Model model, int slot)
    {
        var statement = NewStatement(new IdSource(-1, slot), hasParent: true);
        var item = Rows(statement, model, selection.Below(model.Name));
        return new HandedIn(statement.Number, field, item);
    }

    /// <summary>The rows of ids that another statement found: "their own parents".</summary>
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

    /// <summary>Notes the guarded fields that an input object names.</summary>
    internal void Uses(StatementBuilder statement, Input? input, Model model) =>
        statement.Uses.AddRange(FieldUses.In(input, model, Context.Models));

    /// <summary>What is refused is null, and says why; nothing is sent of what was made for it so far.</summary>
    internal Shape OrRefused(FieldShape field, Func<Shape> compile)
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

    /// <summary>What totals cannot tell is null; nothing is sent of what was made for it so far.</summary>
    internal Shape? OrNone(Func<Shape> compile)
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

    /// <summary>A shape whose statement may fail: then the field is null, and says why.</summary>
    internal static Shape Guarded(StatementBuilder statement, FieldShape field, Shape inner, bool isEntered = false) =>
        new GuardedShape(statement.Number, field, inner, isEntered);

    /// <summary>A list of columns, or something in its place.</summary>
    internal static string Something(string columns) => columns.Length == 0 ? "1" : columns;
}

/// <summary>Rows whose ids are handed in.</summary>
public sealed class HandedIn
{
    private readonly int statement;
    private readonly FieldShape field;
    private readonly Shape item;

    internal HandedIn(int statement, FieldShape field, Shape item) =>
        (this.statement, this.field, this.item) = (statement, field, item);

    /// <summary>Writes the row of an id; false where there is none that the caller sees.</summary>
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

/// <summary>Where fields are selected: a row of a statement.</summary>
/// <param name="Find">Finds the row again within another statement; null where only its id does.</param>
/// <param name="Depth">How often finding it again nests.</param>
internal sealed record Place(
    StatementBuilder Statement,
    SqlRow Row,
    Func<SqlWriter, (SqlRow Base, SqlRow At, string Where)>? Find,
    int Depth
)
{
    /// <summary>
    /// Where the ids of the rows come from, if these are asked for by their ids: what belongs to them is then asked for by the same ids, at
    /// once. (What belongs to a row that is not seen is found, and written nowhere.)
    /// </summary>
    public IdSource? SameIds { get; init; }

    /// <summary>Whether several rows may lead to the same one.</summary>
    public bool MayRepeat { get; init; }

    /// <summary>The same for a row that is joined to this one.</summary>
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

    /// <summary>The ids of the rows, each once, as a statement by themselves.</summary>
    public string Ids(SqlWriter sql)
    {
        var (found, at, where) = Find!(sql);
        return $"SELECT {(MayRepeat ? "DISTINCT " : "")}{at.Id} FROM {found.From}{where}";
    }
}
