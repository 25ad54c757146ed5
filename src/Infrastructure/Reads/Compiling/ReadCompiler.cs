using TeacherDevPlan.Application.Access;
using TeacherDevPlan.Application.Common.Models;
using TeacherDevPlan.Application.Common.Querying;
using TeacherDevPlan.Infrastructure.Reads.Answers;
using TeacherDevPlan.Infrastructure.Reads.Statements;

namespace TeacherDevPlan.Infrastructure.Reads.Compiling;

/// <summary>
/// Compiles selected fields to statements, and to shapes that write the rows found. Rows that are referenced by a key
/// are joined. The children of all rows at a place are read by one statement of their own, in the same round trip if
/// the parent is found by a key.
/// </summary>
public sealed class ReadCompiler
{
    private readonly List<Statement> statements = [];
    private readonly Func<AccessRule, bool> allows;

    internal ReadCompiler(ReadContext context, Cursors cursors, Func<AccessRule, bool> allows)
    {
        (Context, Cursors, this.allows) = (context, cursors, allows);
        Objects = new ObjectCompiler(this);
    }

    internal ReadContext Context { get; }

    internal Cursors Cursors { get; }

    internal ObjectCompiler Objects { get; }

    /// <summary>The statements compiled so far.</summary>
    internal IReadOnlyList<Statement> Statements => statements;

    /// <summary>A field of Query that lists all rows of a model.</summary>
    public void List(FieldShape field, FieldSelection selection, Model model) =>
        field.Shape = Connection(field, selection, model, null);

    /// <summary>A page of all rows, or of the children of each row at a place.</summary>
    internal Shape Connection(
        FieldShape field,
        FieldSelection selection,
        Model model,
        (Place Place, MemberPath Key)? parent
    ) => OrFailed(field, () => new PageCompiler(this, new WholeList(this, selection, model, parent)).Compile(field));

    /// <summary>A field of Query that looks up one row: its members must equal the arguments.</summary>
    public void Lookup(FieldShape field, FieldSelection selection, Model model, RootLookup lookup)
    {
        (SqlRow Base, SqlRow At, string Where) Find(Statement within)
        {
            var row = new SqlRow(within, model.Row);
            List<string?> conditions = [.. lookup.Keys.Select(key => Equal(row, key, selection, model))];
            conditions.Add(lookup.Own is { } rule ? Context.Visibility.Condition(rule, row) : null);
            return (row, row, Sql.Where([.. conditions, Context.Visibility.Condition(row)]));
        }

        var statement = NewStatement();
        var (_, at, where) = Find(statement);
        statement.Text = columns => $"SELECT {ColumnsOrOne(columns)} FROM {at.From}{where}";
        var item = Objects.Object(new Place(statement, at, Find), model, selection);
        var found = Shapes.First(new ChildRows(statement.Number, -1), item);
        field.Shape = Shapes.Guarded(statement.Number, field, selection.Step(found));
    }

    /// <summary>The condition that a member equals an argument.</summary>
    private static string Equal(SqlRow row, LookupKey key, FieldSelection selection, Model model)
    {
        var given = (ScalarInput)selection.Arguments[key.Argument];
        Func<ReadRequest, object?> bind =
            key.Member.Type == typeof(Guid)
                ? request => NodeId.Parse((string)given.Bind(request)!, model.Name, key.Argument)
                : given.Bind;
        var place = row.Statement.Value(ColumnKind.Of(key.Member.Type).DbType, bind);
        return $"{row.Column(key.Member, seenOnly: false)} = {place}";
    }

    /// <summary>Rows whose ids are handed in when the operation is executed.</summary>
    /// <param name="slot">The number under which the ids are handed in.</param>
    public HandedIn ByIds(FieldShape field, FieldSelection selection, Model model, int slot)
    {
        var (statement, item) = Rows(new IdSource(-1, slot), 0, model, selection);
        return (to, id) =>
        {
            if (to.StatementFailures[statement.Number] is { } failure)
                return to.FailHere(field, failure);
            var found = to.Found[statement.Number];
            var rows = found.Of(id);
            return rows.Start.Value < rows.End.Value && item(to, new RowAt(found, rows.Start.Value));
        };
    }

    /// <summary>The row of a model whose id is in a column of another statement.</summary>
    internal Shape Linked(Statement from, IdSource id, Model model, FieldSelection selection, FieldShape field)
    {
        var (statement, item) = Rows(id, from.Level + 1, model, selection);
        var found = Shapes.First(new ChildRows(statement.Number, id.Column), item);
        return Shapes.Guarded(statement.Number, field, selection.Step(found));
    }

    /// <summary>The rows with ids that another statement found. Each row counts as its own parent.</summary>
    private (Statement Statement, Shape Item) Rows(IdSource ids, int level, Model model, FieldSelection selection)
    {
        var statement = NewStatement(ids, hasParent: true, level);
        var row = new SqlRow(statement, model.Row);
        var given = statement.Parents();
        statement.Column(row.Id, ColumnKind.Id);
        var where = Sql.Where([$"{row.Id} = ANY({given})", Context.Visibility.Condition(row)]);
        statement.Text = columns => $"SELECT {columns} FROM {row.From}{where}";
        return (statement, Objects.Object(new Place(statement, row) { SameIds = ids }, model, selection));
    }

    internal Statement NewStatement(IdSource? ids = null, bool hasParent = false, int level = 0)
    {
        var statement = new Statement(Context, statements.Count, level) { Ids = ids, HasParent = hasParent };
        statements.Add(statement);
        return statement;
    }

    internal bool Allows(ModelField field) => allows(field.Access);

    /// <summary>Compiles a field. If its arguments are refused, it becomes null with an error.</summary>
    internal Shape OrFailed(FieldShape field, Func<Shape> compile) =>
        Or<QueryRefusedException>(compile, refusal => Shapes.Failed(field, refusal))!;

    /// <summary>
    /// Compiles a field to read from kept totals. Returns null if they do not have everything that is needed.
    /// </summary>
    internal Shape? IfKept(Func<Shape> compile) => Or<NotInRollupException>(compile, _ => null);

    /// <summary>Compiles a field. If that fails, the statements made for it are dropped.</summary>
    private Shape? Or<TFailure>(Func<Shape> compile, Func<TFailure, Shape?> instead)
        where TFailure : Exception
    {
        var before = statements.Count;
        try
        {
            return compile();
        }
        catch (TFailure failure)
        {
            statements.RemoveRange(before, statements.Count - before);
            return instead(failure);
        }
    }

    /// <summary>The columns to select; the constant 1 if there are none.</summary>
    internal static string ColumnsOrOne(string columns) => columns.Length == 0 ? "1" : columns;
}

/// <summary>Writes the row with an id that was handed in.</summary>
/// <returns>False if there is none that the caller may see.</returns>
public delegate bool HandedIn(AnswerWriter to, Guid id);
