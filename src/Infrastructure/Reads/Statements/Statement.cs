using TeacherDevPlan.Application.Access;
using TeacherDevPlan.Infrastructure.Reads.Answers;

namespace TeacherDevPlan.Infrastructure.Reads.Statements;

/// <summary>A statement of a compiled operation: text, parameters, and the columns that it gives.</summary>
/// <param name="Number">Its place among the operation's statements; what it is read for has a smaller one.</param>
/// <param name="Ids">Whose rows it reads; null where its text says so by itself.</param>
/// <param name="HasParent">Whether its first column names the parent.</param>
/// <param name="IsSearch">Whether it looks for words: PostgreSQL then plans it for them, since what they find differs so much.</param>
/// <param name="Uses">Guarded fields that it filters, sorts or groups by.</param>
/// <param name="Checks">Refuse what is wrong with a request besides the values of parameters.</param>
internal sealed record Statement(
    int Number,
    int Level,
    string Sql,
    IReadOnlyList<StatementParameter> Parameters,
    IReadOnlyList<ColumnKind> Columns,
    IdSource? Ids,
    bool HasParent,
    bool IsSearch,
    IReadOnlyList<FieldUse> Uses,
    IReadOnlyList<Action<ReadRequest>> Checks
);

/// <summary>Where the ids come from that a statement's rows are read for.</summary>
/// <param name="Statement">The number of the statement that found them; -1: they are handed in under a number of their own.</param>
/// <param name="Column">Of that statement; or the number that they are handed in under.</param>
/// <param name="TypeColumn">The column that names the type of the ids, where only those of one type are meant; else -1.</param>
internal sealed record IdSource(int Statement, int Column, int TypeColumn = -1, string Type = "");

/// <summary>That a field is used in a way that shows its values without selecting it.</summary>
/// <param name="What">"StaffMember.position".</param>
internal sealed record FieldUse(string What, AccessRule Rule);
